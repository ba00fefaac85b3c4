// Balance: how loud instruments are, and where they stand.
#pragma once

#include "core/engine/mix.h"
#include "core/score/score.h"

namespace pieria::audio {

/// Decibels that bring a program (or the drums) of FluidR3 to one common loudness. Measured: see
/// tests/bench/program_levels.cpp.
[[nodiscard]] double programLevel(int program, bool drums);

/// A sensible start for a score: lead forward, pad back, bass and drums in the centre, the others
/// spread; more reverb behind, none on the bass.
[[nodiscard]] Mix defaultMix(const Score& score);

} // namespace pieria::audio
