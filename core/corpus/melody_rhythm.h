// Rhythms of melodies: short cells that fill beats, drawn by how busy, syncopated and dotted a
// style sings.
#pragma once

#include "core/base/noise.h"
#include "core/score/music_types.h"

#include <vector>

namespace pieria {

/// How a style's tunes move.
struct TuneManner
{
    double density = 1.2; ///< notes a beat, 0.5 to 2.5
    double syncopation = 0.2; ///< 0 to 1
    double dotted = 0.2; ///< 0 to 1
    bool swung = false; ///< off-beat eighths on the third triplet
    bool blue = false; ///< flat thirds and sevenths over major
    double rests = 0.25; ///< chance that a phrase breathes early
};

/// A note of a rhythm, in ticks from the start of its bar group.
struct RhythmNote
{
    Tick onset = 0;
    Tick gap = 0; ///< to the next note or the rest
    bool operator==(const RhythmNote&) const = default;
};

enum class UnitEnd {
    Open, ///< runs on
    Breath, ///< ends with a longer note and a short rest
    Close ///< ends on a long note on a strong beat
};

/// One unit of `bars` bars.
[[nodiscard]] std::vector<RhythmNote> drawRhythm(
    Metre metre, int bars, const TuneManner& manner, UnitEnd end, NoiseSequence& dice);

/// Moves off-beat eighths of straight rhythm to the third triplet of their beat.
[[nodiscard]] Tick swungTick(Tick tick);

} // namespace pieria
