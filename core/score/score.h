// A piece as notes: what the models write, the renderer plays, the piano roll edits and MIDI
// carries.
#pragma once

#include "core/score/music_types.h"
#include "core/score/slot.h"
#include "core/score/tempo_map.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace pieria {

struct Note
{
    Tick onset = 0; ///< from the start of the piece, >= 0
    Tick duration = 0; ///< >= 1
    std::uint8_t pitch = 60; ///< MIDI number; on drum tracks the General MIDI drum
    std::uint8_t velocity = 90; ///< 1 to 127
    auto operator<=>(const Note&) const = default;
};

struct Track
{
    Slot slot = Slot::Extra;
    int program = 0; ///< General MIDI, from 0; for drums the kit
    std::string name;
    std::vector<Note> notes; ///< sorted by (onset, pitch)
    bool operator==(const Track&) const = default;
};

template <class T> struct At
{
    Tick tick = 0;
    T value {};
    bool operator==(const At&) const = default;
};

struct Section
{
    Tick onset = 0;
    std::string label; ///< "intro", "A", "fill", "ending", or the text of a MIDI marker
    bool operator==(const Section&) const = default;
};

struct Score
{
    std::string title;
    TempoMap tempo;
    std::vector<At<Metre>> metres { {} }; ///< sorted; the first at tick 0
    std::vector<At<Key>> keys { {} }; ///< sorted; the first at tick 0
    std::vector<Section> sections; ///< sorted
    std::vector<Chord> chords; ///< sorted
    std::vector<Track> tracks;
    Tick length = 0; ///< end of the last bar

    [[nodiscard]] Metre metre() const { return metres.front().value; }
    [[nodiscard]] Key key() const { return keys.front().value; }
    bool operator==(const Score&) const = default;
};

/// Start tick of every bar up to `score.length` (its last entry is the end), following metre
/// changes.
[[nodiscard]] std::vector<Tick> barLines(const Score& score);
/// The first bar line at or after `tick`.
[[nodiscard]] Tick barLineAtOrAfter(const Score& score, Tick tick);
/// Sorts notes, drops empty and out-of-range ones, cuts overlaps of one pitch in one track; sorts
/// all changes, sections and chords and drops those past the end; cleans texts; snaps tempo to what
/// MIDI files hold (midi_tempo.h). A length of 0 becomes the end of the last bar that sounds; any
/// other is raised to the bar line that takes in every onset. Idempotent; readMidi(writeMidi(x)) ==
/// x after it.
void normalise(Score& score);
[[nodiscard]] Tick lastNoteEnd(const Score& score);

} // namespace pieria
