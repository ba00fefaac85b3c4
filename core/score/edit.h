// Edits of a whole piece as pure functions: a score in, a normalised score out.
#pragma once

#include "core/score/score.h"

#include <optional>
#include <vector>

namespace pieria {

/// Ticks [begin, end).
struct TickRange
{
    Tick begin = 0;
    Tick end = 0;
    [[nodiscard]] bool contains(Tick tick) const { return tick >= begin && tick < end; }
    bool operator==(const TickRange&) const = default;
};

/// Bars `first` to `last`, counted from 1, both included; clamped to the piece.
[[nodiscard]] TickRange ticksOfBars(const Score& score, int first, int last);

/// Moves the piece to another key by the nearest interval (up to six semitones up, five down).
/// Where the mode changes, scale degrees map to scale degrees (a leading tone stays one) and chord
/// qualities follow. Later keys of the piece move by the same interval. Drums stay. Pitches that
/// would leave 0..127 fold by an octave.
[[nodiscard]] Score inKey(const Score& score, Key key);

/// The first tempo becomes `bpm`, later ones keep their ratio to it.
[[nodiscard]] Score withTempo(const Score& score, double bpm);

/// Draws the bar lines anew in one metre. Notes keep their beats; the end moves up to a bar line.
[[nodiscard]] Score withMetre(const Score& score, Metre metre);

/// Moves onsets towards the nearest multiple of `grid` by `strength` (0 nothing, 1 all the way);
/// durations stay. `grid` >= 1.
[[nodiscard]] std::vector<Note> quantised(std::vector<Note> notes, Tick grid, double strength);
/// The same for the notes of one slot (none: all slots) with onsets inside `range`.
[[nodiscard]] Score quantised(
    const Score& score, TickRange range, std::optional<Slot> slot, Tick grid, double strength);

/// Bars `first` to `last` as a piece of their own: notes that start there (cut at its end), and the
/// tempo, metre, key, chord and section that are in force where it starts.
[[nodiscard]] Score selectBars(const Score& score, int first, int last);

/// `base` with the notes whose onsets lie inside `range` taken from `other`, of one slot or (none)
/// of all slots; chords of the range come along when all slots do. Every note of `base` that is not
/// replaced stays exactly as it is: where a new note would sound on its pitch, the new note gives
/// way. A slot that is replaced from end to end also takes the program and name of `other`.
[[nodiscard]] Score merged(const Score& base, const Score& other, TickRange range,
    std::optional<Slot> slot = std::nullopt);

/// Everything later by `by` ticks (earlier where negative; what would start before 0 is dropped).
/// The tempo, metre and key in force stay in force.
[[nodiscard]] Score shifted(const Score& score, Tick by);

/// `tail` after the end of `score`, slot by slot.
[[nodiscard]] Score joined(const Score& score, const Score& tail);

/// Slot by slot the same notes with onsets outside `range`.
[[nodiscard]] bool sameNotesOutside(const Score& a, const Score& b, TickRange range);
/// The same notes in every slot but `slot`.
[[nodiscard]] bool sameNotesExcept(const Score& a, const Score& b, Slot slot);

} // namespace pieria
