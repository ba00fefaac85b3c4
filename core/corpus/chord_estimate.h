// Chords and keys of pieces that come without them.
#pragma once

#include "core/score/score.h"

#include <vector>

namespace pieria {

/// One chord per half bar (whole bar in three), by the best match of chord templates to how long
/// each pitch class sounds; equal neighbours are merged. The first is at tick 0.
[[nodiscard]] std::vector<Chord> estimateChords(const Score& score);

/// Krumhansl and Kessler's profiles on sounding time, major and minor.
[[nodiscard]] Key estimateKey(const Score& score);
/// The printed key unless the notes clearly say another one (parts of transposing instruments).
[[nodiscard]] Key checkedKey(const Score& score, Key printed);

} // namespace pieria
