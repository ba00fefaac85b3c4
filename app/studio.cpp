#include "app/studio.h"

#include "app/example.h"
#include "app/window.h"

#include <cstdlib>
#include <string_view>

namespace pieria::app {

namespace {

bool isSet(const char* variable)
{
    const char* const value = std::getenv(variable);
    return value != nullptr && !std::string_view(value).empty();
}

} // namespace

int runStudio(int count, char** arguments)
{
    const bool display = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM");
    return display ? openWindow(count, arguments) : composeExample();
}

} // namespace pieria::app
