// How lively each bar of a score is, as one number the models are conditioned with.
#pragma once

#include "core/score/score.h"

#include <vector>

namespace pieria {

/// One value a bar, 0 to 1, rounded to 1/1000: half from onsets a second (tempo counts), a quarter
/// from loudness, a quarter from how many slots sound. Silence is 0.
[[nodiscard]] std::vector<float> barEnergies(const Score& score);

} // namespace pieria
