// What the piano roll can do to a score, as functions: values in, values out. No Qt.
#pragma once

#include "core/score/plan.h"
#include "core/score/score.h"

#include <compare>
#include <functional>
#include <set>
#include <vector>

namespace pieria::ui {

/// A note of a normalised track: no two of them share onset and pitch.
struct NoteKey
{
    Tick onset = 0;
    int pitch = 0;
    auto operator<=>(const NoteKey&) const = default;
};
using NoteKeys = std::set<NoteKey>;

[[nodiscard]] inline NoteKey keyOf(const Note& note)
{
    return { note.onset, note.pitch };
}

/// The notes after an edit and which of them are selected.
struct NotesEdit
{
    std::vector<Note> notes; ///< sorted by (onset, pitch)
    NoteKeys selected;
    bool operator==(const NotesEdit&) const = default;
};

/// Only those keys that are notes.
[[nodiscard]] NoteKeys existing(const std::vector<Note>& notes, const NoteKeys& keys);
[[nodiscard]] std::vector<Note> pick(const std::vector<Note>& notes, const NoteKeys& keys);

/// Shifts as one group; the shift is cut so that no note leaves [0, pieceEnd) or the pitches 0 to
/// 127. What lies below moved notes gives way: cut before them, or removed.
[[nodiscard]] NotesEdit moveNotes(const std::vector<Note>& notes, const NoteKeys& selected,
    Tick ticks, int pitches, Tick pieceEnd);
/// Moves the ends by `ticks`; no note becomes shorter than `shortest`.
[[nodiscard]] NotesEdit resizeNotes(
    const std::vector<Note>& notes, const NoteKeys& selected, Tick ticks, Tick shortest);
/// Moves the starts by `ticks`, the ends stay.
[[nodiscard]] NotesEdit resizeStarts(
    const std::vector<Note>& notes, const NoteKeys& selected, Tick ticks, Tick shortest);
/// Adds notes over what is there; the added ones are selected.
[[nodiscard]] NotesEdit addNotes(const std::vector<Note>& notes, const std::vector<Note>& added);
[[nodiscard]] NotesEdit removeNotes(const std::vector<Note>& notes, const NoteKeys& selected);
/// `change` maps an old velocity to a new one, clamped to 1 to 127.
[[nodiscard]] NotesEdit changeVelocities(const std::vector<Note>& notes, const NoteKeys& selected,
    const std::function<int(const Note&)>& change);

struct Quantise
{
    Tick grid = kTicksPerBeat / 4;
    double strength = 1; ///< 0 leaves, 1 puts on the grid
    double swing = 0; ///< 0 to 0.75 of a step: how late every second step is
    bool ends = false; ///< durations too
};
/// The selected notes, or all when none is selected.
[[nodiscard]] NotesEdit quantise(
    const std::vector<Note>& notes, const NoteKeys& selected, const Quantise& how);

// The piece.

[[nodiscard]] Score withTrackNotes(const Score& score, std::size_t track, std::vector<Note> notes);
/// Every tempo change scaled so that the piece starts at `bpm`.
[[nodiscard]] Score withTempo(const Score& score, double bpm);
/// Pitched notes, chords and keys moved by the nearest way from the present tonic; drums stay.
[[nodiscard]] Score transposedTo(const Score& score, int tonic);
[[nodiscard]] Score withProgram(const Score& score, std::size_t track, int program);
/// Replaces the chord that starts at chord.onset or adds it.
[[nodiscard]] Score withChord(const Score& score, const Chord& chord);
[[nodiscard]] Score withoutChord(const Score& score, std::size_t index);
[[nodiscard]] Score withSectionLabel(const Score& score, std::size_t index, std::string label);
[[nodiscard]] Score withSectionAt(const Score& score, std::size_t index, Tick onset);
[[nodiscard]] Score withNewSection(const Score& score, Tick onset, std::string label);
[[nodiscard]] Score withoutSection(const Score& score, std::size_t index);

/// The plan of an edited take: what it says of tempo, key, chords, sections and programs follows
/// the score, so that re-made parts fit. `before` is the score the plan belonged to; what the edit
/// did not touch stays.
[[nodiscard]] MusicPlan followedPlan(MusicPlan plan, const Score& before, const Score& after);

/// How busy each bar is, 0 to 1, from onsets and velocities of all tracks.
[[nodiscard]] std::vector<float> barEnergy(const Score& score);

} // namespace pieria::ui
