// One solver step on tensors, shared by the samplers.
#pragma once

#include "core/models/diffusion/schedule.h"
#include "core/models/torch.h"

#include <optional>

namespace pieria::models {

/// A chain between two network calls.
struct SolverState
{
    torch::Tensor x;
    torch::Tensor estimate; ///< clean estimate of the last call; undefined before the first
    std::optional<double> before; ///< level of the last call
};

/// Takes the network's `v` at `level` (one level for all of state.x) and moves to `next` < level.
/// At next = 0 the result is the clean estimate.
void advance(SolverState& state, const torch::Tensor& v, Method method, double level, double next);

} // namespace pieria::models
