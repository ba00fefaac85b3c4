// A piece as a vector of rhythm, density and interval statistics: what style classification and
// distribution distances look at. Programs, tempo and key are left out: they are planned, so they
// would prove nothing.
#pragma once

#include "core/score/score.h"

#include <vector>

namespace pieria::eval {

[[nodiscard]] std::vector<double> scoreFeatures(const Score& score);

} // namespace pieria::eval
