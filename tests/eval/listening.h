// What a listener would measure in the rendered audio.
#pragma once

#include "core/base/result.h"
#include "core/score/score.h"

#include <optional>

namespace pieria::eval {

/// Renders the score and estimates its tempo, with the estimator's prior centred on the request;
/// nothing when the piece has no beat to hear.
[[nodiscard]] Result<std::optional<double>> heardTempo(const Score& score, double asked);
[[nodiscard]] bool sameTempo(double found, double asked); ///< Acc1: within 4 %
[[nodiscard]] bool sameTempoOrMultiple(
    double found, double asked); ///< Acc2: a half, double, third, triple too

} // namespace pieria::eval
