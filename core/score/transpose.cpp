#include "core/score/edit.h"
#include "core/score/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pieria {

namespace {

/// Semitones above the tonic of the seven degrees. Minor is natural minor: its leading tone (11) is
/// a chromatic note that stays where it is, as harmonic minor has it.
using Degrees = std::array<int, 7>;

const Degrees& degreesOf(Mode mode)
{
    static constexpr std::array<Degrees, 7> kDegrees { { { 0, 2, 4, 5, 7, 9, 11 },
        { 0, 2, 3, 5, 7, 8, 10 }, { 0, 2, 3, 5, 7, 9, 10 }, { 0, 1, 3, 5, 7, 8, 10 },
        { 0, 2, 4, 6, 7, 9, 11 }, { 0, 2, 4, 5, 7, 9, 10 }, { 0, 1, 3, 5, 6, 8, 10 } } };
    return kDegrees[static_cast<std::size_t>(mode)];
}

/// How far a note moves within the octave when the mode changes.
int modeShift(int aboveTonic, Mode from, Mode to)
{
    if (from == to) {
        return 0;
    }
    const bool keepsLeadingTone = aboveTonic == 11 && to == Mode::Minor;
    const Degrees& degrees = degreesOf(from);
    const auto degree = std::find(degrees.begin(), degrees.end(), aboveTonic);
    if (degree == degrees.end() || keepsLeadingTone) {
        return 0;
    }
    return degreesOf(to)[static_cast<std::size_t>(degree - degrees.begin())] - aboveTonic;
}

/// From one key to another, for pitches and pitch classes.
struct Mapping
{
    Key from;
    Mode to = Mode::Major;
    int interval = 0; ///< semitones, -5 to 6
    [[nodiscard]] int shift(int pitch) const
    {
        return interval + modeShift(pitchClass(pitch - from.tonic), from.mode, to);
    }
};

std::uint8_t foldedPitch(int pitch)
{
    while (pitch < 0) {
        pitch += 12;
    }
    while (pitch > 127) {
        pitch -= 12;
    }
    return static_cast<std::uint8_t>(pitch);
}

/// The quality whose notes are the mapped notes of the chord; the old one where there is none.
ChordQuality mappedQuality(const Chord& chord, const Mapping& mapping)
{
    const int root = chord.root + mapping.shift(chord.root);
    unsigned mask = 0;
    for (int i = 0; i < 12; ++i) {
        if ((chordMask(chord.quality) >> i & 1u) != 0) {
            const int pitch = chord.root + i;
            mask |= 1u << pitchClass(pitch + mapping.shift(pitch) - root);
        }
    }
    for (int q = 0; q < kChordQualityCount; ++q) {
        const auto quality = static_cast<ChordQuality>(q);
        if (chordMask(quality) == mask) {
            return quality;
        }
    }
    return chord.quality;
}

Chord mappedChord(Chord chord, const Mapping& mapping)
{
    if (chord.quality == ChordQuality::None) {
        return chord;
    }
    const ChordQuality quality = mappedQuality(chord, mapping);
    chord.bass = pitchClass(chord.bass + mapping.shift(chord.bass));
    chord.root = pitchClass(chord.root + mapping.shift(chord.root));
    chord.quality = quality;
    return chord;
}

} // namespace

Score inKey(const Score& score, Key key)
{
    Score out = score;
    normalise(out);
    const Key first = out.key();
    const int up = pitchClass(key.tonic - first.tonic);
    const int interval = up > 6 ? up - 12 : up;
    const std::vector<At<Key>> keys = out.keys;
    const auto mappingAt = [&](Tick tick) {
        Key from = first;
        for (const At<Key>& change : keys) {
            if (change.tick <= tick) {
                from = change.value;
            }
        }
        return Mapping { from, from.mode == first.mode ? key.mode : from.mode, interval };
    };
    for (Track& track : out.tracks) {
        if (track.slot != Slot::Drums) {
            for (Note& note : track.notes) {
                note.pitch = foldedPitch(note.pitch + mappingAt(note.onset).shift(note.pitch));
            }
        }
    }
    for (Chord& chord : out.chords) {
        chord = mappedChord(chord, mappingAt(chord.onset));
    }
    for (At<Key>& change : out.keys) {
        const Mapping mapping = mappingAt(change.tick);
        change.value = { pitchClass(change.value.tonic + interval), mapping.to };
    }
    normalise(out);
    return out;
}

} // namespace pieria
