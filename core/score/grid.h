// The grid of the music models: one frame per quarter beat (24 ticks) plus micro-timing, eight
// slots, at most six notes a slot and frame. Pitches are coded relative to the tonic, so that all
// keys look alike.
#pragma once

#include "core/score/plan.h"
#include "core/score/score.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pieria {

inline constexpr int kGridPitches = 96;
inline constexpr int kNotesPerFrame = 6;
inline constexpr int kBeatsPerBarMax = 5;
inline constexpr int kFirstGridPitch = 16; ///< relative MIDI pitch of row 0 on pitched slots

/// A note inside one beat of one slot.
struct CodedNote
{
    std::uint8_t frame = 0; ///< 0..3
    std::uint8_t row
        = 0; ///< 0..95: the drum itself, or the pitch relative to the tonic less kFirstGridPitch
    std::int8_t micro = 0; ///< ticks off the frame, -12..11
    std::uint8_t velocity = 90;
    std::int32_t duration = 24; ///< ticks
    auto operator<=>(const CodedNote&) const = default;
};

using CodedBeat = std::vector<CodedNote>; ///< sorted, at most kNotesPerFrame a frame

/// A score on the grid: beats[(bar * kSlotCount + slot) * kBeatsPerBarMax + beat].
struct ScoreGrid
{
    int bars = 0;
    int beatsPerBar = 4;
    std::vector<CodedBeat> beats;
    [[nodiscard]] CodedBeat& at(int bar, Slot slot, int beat);
    [[nodiscard]] const CodedBeat& at(int bar, Slot slot, int beat) const;
    bool operator==(const ScoreGrid&) const = default;
};

/// How much of a score the grid could hold.
struct GridCoverage
{
    int notes = 0;
    int lost = 0; ///< seventh notes of a frame, doubled rows, tracks sharing a slot beyond that
};

[[nodiscard]] int gridBeatsPerBar(Metre metre);
/// How far the tonic shifts pitches, -5..6.
[[nodiscard]] int tonicShift(Key key);

/// Reads the whole bars of a single-metre score in one of the five metres (see canComposeIn).
[[nodiscard]] ScoreGrid toGrid(const Score& score, GridCoverage* coverage = nullptr);

/// Notes of one slot from the grid, from `firstBar` on, in ticks of the piece.
[[nodiscard]] std::vector<Note> notesFromGrid(
    const ScoreGrid& grid, Slot slot, Key key, Metre metre);

} // namespace pieria
