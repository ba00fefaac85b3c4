// General MIDI: names and families of the 128 programs and of the drums.
#pragma once

#include <string_view>

namespace pieria {

[[nodiscard]] std::string_view programName(int program); ///< 0..127: "Acoustic Grand Piano"
[[nodiscard]] std::string_view programFamily(int program); ///< "Piano", "Chromatic Percussion", ...
[[nodiscard]] std::string_view drumName(int pitch); ///< "Bass Drum 1"; empty when unnamed

} // namespace pieria
