// Distances between sets of pieces (specs: KAD is the unbiased MMD^2 with a Gaussian kernel).
#pragma once

#include "core/score/score.h"

#include <set>
#include <string>
#include <vector>

namespace pieria::eval {

using Features = std::vector<std::vector<double>>;

/// Unbiased squared maximum mean discrepancy; bandwidth = median distance within `reference`.
[[nodiscard]] double kernelDistance(const Features& reference, const Features& other);

/// Every run of eight (onset step, interval) pairs of the melodic lines of a piece.
using NGrams = std::set<std::string>;
[[nodiscard]] NGrams melodicNGrams(const Score& score);
/// Share of `grams` that also stands in `known`; 0 where there are none.
[[nodiscard]] double overlap(const NGrams& grams, const NGrams& known);

} // namespace pieria::eval
