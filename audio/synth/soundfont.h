// Where the General MIDI SoundFont is.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace pieria::audio {

/// $PIERIA_SOUNDFONT, else FluidR3_GM.sf2 where distributions put it, else one in the user's data
/// folder (soundfonts/). The failure names the package to install.
[[nodiscard]] Result<std::filesystem::path> findSoundFont();

} // namespace pieria::audio
