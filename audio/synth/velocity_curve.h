// How hard a note is struck on the SoundFont for a velocity in the score.
#pragma once

#include <cstdint>

namespace pieria::audio {

/// The SoundFont's law (40 dB per decade of velocity) is wide for a mix: quiet notes of sustained
/// instruments vanish. The exponent narrows it per General MIDI family; drums keep it.
[[nodiscard]] std::uint8_t shapedVelocity(int program, bool drums, std::uint8_t velocity);

} // namespace pieria::audio
