#include "core/models/diffusion/schedule.h"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace pieria::models {

namespace {

/// Half the log signal-to-noise ratio.
double lambdaOf(Mix mix)
{
    return std::log(mix.alpha / mix.beta);
}

} // namespace

Mix mixAt(double level)
{
    if (!(level >= 0 && level <= 1)) {
        throw std::invalid_argument("noise level outside [0, 1]");
    }
    if (level == 1) {
        return { 0, 1 };
    }
    const double angle = level * std::numbers::pi / 2;
    return { std::cos(angle), std::sin(angle) };
}

std::vector<double> levelsFrom(double from, int steps)
{
    if (!(from > 0 && from <= 1) || steps < 1) {
        throw std::invalid_argument("a schedule needs a start in (0, 1] and at least one step");
    }
    std::vector<double> levels;
    levels.reserve(static_cast<std::size_t>(steps) + 1);
    for (int i = 0; i <= steps; ++i) {
        levels.push_back(from * static_cast<double>(steps - i) / static_cast<double>(steps));
    }
    return levels;
}

StepWeights stepWeights(Method method, std::optional<double> before, double level, double next)
{
    if (!(level > next && next >= 0)) {
        throw std::invalid_argument("a solver step must lower the noise level");
    }
    const Mix now = mixAt(level);
    const Mix then = mixAt(next);
    const double x = then.beta / now.beta;
    const double clean = then.alpha - now.alpha * x;
    const bool second = method == Method::Multistep && before && *before < 1 && next > 0;
    if (!second) {
        return { x, clean, 0 };
    }
    const double step = lambdaOf(then) - lambdaOf(now);
    const double stepBefore = lambdaOf(now) - lambdaOf(mixAt(*before));
    const double extrapolation = step / (2 * stepBefore);
    return { x, clean * (1 + extrapolation), -clean * extrapolation };
}

} // namespace pieria::models
