#include "core/models/diffusion/solver.h"

namespace pieria::models {

void advance(SolverState& state, const torch::Tensor& v, Method method, double level, double next)
{
    const Mix now = mixAt(level);
    const StepWeights weights = stepWeights(method, state.before, level, next);
    const torch::Tensor clean = now.alpha * state.x - now.beta * v;
    if (next == 0) {
        state.x = clean;
    } else {
        state.x = weights.x * state.x + weights.clean * clean;
        if (weights.previous != 0) {
            state.x = state.x + weights.previous * state.estimate;
        }
    }
    state.estimate = clean;
    state.before = level;
}

} // namespace pieria::models
