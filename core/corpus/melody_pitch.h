// Pitches for a rhythm over chords: the cheapest path through a set of voice-leading costs, found
// exactly by dynamic programming over pairs of neighbouring notes.
#pragma once

#include "core/base/noise.h"
#include "core/score/music_types.h"

#include <optional>
#include <vector>

namespace pieria {

/// One note to find a pitch for.
struct PitchSlot
{
    Chord chord; ///< sounding under it
    double weight = 0; ///< metric weight: 0 off the beat, 1 on a beat, 2 on a strong one
    Tick gap = 0; ///< how long it sounds
    double target = 67; ///< where the contour would have it
    std::optional<int> motifInterval; ///< semitones from the note before, in the motif it varies
    unsigned cadence = 0; ///< relative to the tonic, bit i = degree allowed to end on; 0 = no end
};

struct PitchRules
{
    Key key;
    int low = 60; ///< inclusive range
    int high = 84;
    bool blue = false;
};

/// Same length as `slots`. Chord tones carry strong beats, other tones pass by step, leaps turn
/// back. `dice` adds a little taste: same dice, same line.
[[nodiscard]] std::vector<int> findPitches(
    const std::vector<PitchSlot>& slots, const PitchRules& rules, NoiseSequence& dice);

/// Whether a pitch class belongs to the scale a melody may use over a chord. Minor takes its raised
/// seventh only where the chord holds it.
[[nodiscard]] bool inMelodyScale(int pitch, const Chord& chord, Key key);
[[nodiscard]] bool isChordTone(int pitch, const Chord& chord);

} // namespace pieria
