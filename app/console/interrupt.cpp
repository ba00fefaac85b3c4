#include "app/console/interrupt.h"

#include <csignal>

namespace pieria::app {

namespace {

volatile std::sig_atomic_t g_interrupted = 0;

} // namespace

void watchInterrupts()
{
    struct sigaction action {};
    action.sa_handler = [](int) { g_interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted()
{
    return g_interrupted != 0;
}

} // namespace pieria::app
