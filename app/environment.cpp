#include "app/environment.h"

#include <cstdlib>
#include <unistd.h>

namespace pieria::app {

void prepareEnvironment(char** arguments)
{
    const char* const guard = "PIERIA_STARTED_AGAIN"; // never more than once
    if ((std::getenv("OMP_WAIT_POLICY") != nullptr && std::getenv("GOMP_SPINCOUNT") != nullptr)
        || std::getenv(guard) != nullptr) {
        unsetenv(guard);
        return;
    }
    setenv("OMP_WAIT_POLICY", "passive", 0);
    setenv("GOMP_SPINCOUNT", "0", 0);
    setenv(guard, "1", 1);
    execv("/proc/self/exe", arguments);
    unsetenv(guard);
}

} // namespace pieria::app
