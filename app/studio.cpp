#include "app/studio.h"

#include "app/console/exit_code.h"
#include "app/example.h"
#include "app/window.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

namespace pieria::app {

namespace {

bool isSet(const char* variable)
{
    const char* const value = std::getenv(variable);
    return value != nullptr && !std::string_view(value).empty();
}

bool canBeOpened(const std::filesystem::path& path)
{
    constexpr std::array<std::string_view, 5> kEndings { ".pieria", ".pieriaz", ".take", ".mid",
        ".midi" };
    std::error_code error;
    return std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end()
        && std::filesystem::exists(path, error);
}

} // namespace

std::vector<std::string> filesToOpen(int count, char** arguments)
{
    const std::vector<std::string> files(arguments + 1, arguments + count);
    return std::all_of(files.begin(), files.end(), canBeOpened) ? files
                                                                : std::vector<std::string> {};
}

int runStudio(int count, char** arguments, const std::vector<std::string>& files)
{
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")) {
        return openWindow(count, arguments, files);
    }
    if (!files.empty()) {
        std::cerr << "pieria: there is no display to open " << files.front()
                  << " on; see \"pieria music --help\" for --from.\n";
        return kFailed;
    }
    return composeExample();
}

} // namespace pieria::app
