#include "core/base/paths.h"

#include <cstdlib>
#include <system_error>

namespace pieria {

namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? fs::path(value) : fs::path();
}

fs::path userFolder(const char* variable, const char* fallback)
{
    fs::path base = fromEnvironment(variable);
    if (base.empty()) {
        const fs::path home = fromEnvironment("HOME");
        base = (home.empty() ? fs::temp_directory_path() : home) / fallback;
    }
    return base / "pieria";
}

} // namespace

fs::path resourcesFolder()
{
    if (fs::path given = fromEnvironment("PIERIA_RESOURCES"); !given.empty()) {
        return given;
    }
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        fs::path installed = program.parent_path().parent_path() / "share" / "pieria";
        if (fs::exists(installed, error)) {
            return installed;
        }
    }
    return fs::path(PIERIA_SOURCE_DIR) / "resources";
}

fs::path userDataFolder()
{
    return userFolder("XDG_DATA_HOME", ".local/share");
}

fs::path cacheFolder()
{
    return userFolder("XDG_CACHE_HOME", ".cache");
}

} // namespace pieria
