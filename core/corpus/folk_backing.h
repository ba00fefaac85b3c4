// Accompaniment for jigs, reels and other dance tunes, which mma's library hardly knows: bass and
// vamped chords, now and then a frame drum and a drone.
#pragma once

#include "core/base/noise.h"
#include "core/score/score.h"

namespace pieria {

/// Adds bass and chords (always), drums and a drone (sometimes) under the score's chord lane. Drums
/// play on the General MIDI toms and tambourine.
void addFolkBacking(Score& score, NoiseSequence& dice);

} // namespace pieria
