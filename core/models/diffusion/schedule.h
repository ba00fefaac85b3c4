// The noise schedule of the v-objective: level s in [0, 1] is the angle s pi/2 on a circle, so that
// alpha = cos(s pi/2) and beta = sin(s pi/2) satisfy alpha^2 + beta^2 = 1
// (Salimans and Ho, "Progressive distillation", 2022; Schneider et al., "Mousai", 2023).
#pragma once

#include <optional>
#include <vector>

namespace pieria::models {

/// Share of data (alpha) and of noise (beta) at one level.
struct Mix
{
    double alpha = 1;
    double beta = 0;
};

/// `level` in [0, 1]. Exact at both ends: {1, 0} at 0 and {0, 1} at 1.
[[nodiscard]] Mix mixAt(double level);

/// steps + 1 equally spaced levels from `from` to exactly 0; steps >= 1, from in (0, 1].
[[nodiscard]] std::vector<double> levelsFrom(double from, int steps);

enum class Method {
    Ddim, ///< deterministic first order (Song et al., 2021)
    Multistep ///< second order, extrapolating the clean estimate (DPM-Solver++ 2M; Lu et al., 2022)
};

/// One solver step as a weighted sum:
///   x_next = x * x_s + clean * x0_hat(s) + previous * x0_hat(of the step before).
struct StepWeights
{
    double x = 0;
    double clean = 1;
    double previous = 0;
};

/// Weights of the step level -> next (level > next >= 0). `before` is the level of the step before,
/// if there was one. Next to the ends, where log(alpha / beta) is infinite, both methods are first
/// order. The weights at next = 0 are {0, 1, 0}: the last step returns the clean estimate itself.
[[nodiscard]] StepWeights stepWeights(
    Method method, std::optional<double> before, double level, double next);

} // namespace pieria::models
