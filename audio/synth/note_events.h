// A slot's notes as what the synthesiser is told, and when.
#pragma once

#include "core/engine/score_renderer.h"
#include "core/score/score.h"

#include <cstdint>
#include <vector>

namespace pieria::audio {

/// FluidSynth acts at the start of blocks of this many frames.
inline constexpr std::int64_t kSynthBlock = 64;

/// Loudness of one instrument varies a little from note to note, the same way every time.
enum class Humanise { Off, Velocity };

struct NoteEvent
{
    std::int64_t frame = 0; ///< multiple of kSynthBlock
    std::uint16_t channel = 0; ///< index of the track among the tracks of its slot
    bool on = false;
    std::uint8_t pitch = 0;
    std::uint8_t velocity = 0; ///< 0 for note-offs
    bool operator==(const NoteEvent&) const = default;
};

/// Tracks of `slot` that have notes, in the score's order: their index is the channel.
[[nodiscard]] std::vector<const Track*> tracksOfSlot(const Score& score, Slot slot);

/// The frame of a tick at 48 kHz, rounded.
[[nodiscard]] std::int64_t frameOfTick(const TempoMap& tempo, Tick tick);
/// Rounded up to a block of the synthesiser: nothing sounds before its exact time, so what is
/// before an edited bar is never touched, and nothing comes more than a block late.
[[nodiscard]] std::int64_t blockStartAtOrAfter(std::int64_t frame);

/// Sorted by frame; at one frame note-offs come first. In a loop, a note that is struck again in
/// the next round ends there, and the drums' next round is played silently (velocity 1) behind
/// the end, so that it chokes what is still ringing, as it would in a repetition.
[[nodiscard]] std::vector<NoteEvent> noteEvents(
    const Score& score, Slot slot, LoopMode loop, Humanise humanise);

} // namespace pieria::audio
