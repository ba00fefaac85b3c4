// Standard MIDI files, type 0 and 1. The reader takes what other programs write (running status,
// any division in ticks, tempo, key, metre and marker events) and rescales it to 96 ticks a beat.
#pragma once

#include "core/base/result.h"
#include "core/score/score.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pieria {

/// Slots of imported tracks are guessed from channel, program, register and polyphony (see
/// slot_guess.h).
[[nodiscard]] Result<Score> readMidi(std::string_view bytes);
/// Type 1, 96 ticks a beat: a conductor track (tempo, metre, key, markers for sections, text
/// "chord:..." events for chords), then a track each. readMidi(writeMidi(score)) == score for a
/// normalised score.
[[nodiscard]] std::string writeMidi(const Score& score);

[[nodiscard]] Result<Score> readMidiFile(const std::filesystem::path& path);
[[nodiscard]] Status writeMidiFile(const Score& score, const std::filesystem::path& path);

} // namespace pieria
