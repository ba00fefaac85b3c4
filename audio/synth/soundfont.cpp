#include "audio/synth/soundfont.h"

#include "core/base/paths.h"

#include <array>
#include <cstdlib>
#include <string>
#include <system_error>

namespace pieria::audio {

namespace {

namespace fs = std::filesystem;

constexpr std::array kFolders { "/usr/share/sounds/sf2", "/usr/share/soundfonts",
    "/usr/local/share/sounds/sf2", "/usr/local/share/soundfonts" };
constexpr auto kFileName = "FluidR3_GM.sf2";

bool isFile(const fs::path& path)
{
    std::error_code error;
    return fs::is_regular_file(path, error);
}

} // namespace

Result<fs::path> findSoundFont()
{
    if (const char* chosen = std::getenv("PIERIA_SOUNDFONT"); chosen && *chosen) {
        if (isFile(chosen)) {
            return fs::path(chosen);
        }
        return fail(ErrorCode::NotFound,
            std::string("There is no SoundFont at ") + chosen
                + ": set PIERIA_SOUNDFONT to an .sf2 file or unset it.");
    }
    for (const char* folder : kFolders) {
        if (fs::path path = fs::path(folder) / kFileName; isFile(path)) {
            return path;
        }
    }
    if (fs::path path = userDataFolder() / "soundfonts" / kFileName; isFile(path)) {
        return path;
    }
    return fail(ErrorCode::NotFound,
        "The instruments are missing: install the package fluid-soundfont-gm, or set "
        "PIERIA_SOUNDFONT to a General MIDI .sf2 file.");
}

} // namespace pieria::audio
