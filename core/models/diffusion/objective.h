// The v-objective on tensors. Levels are tensors broadcastable to the data (one per sample, or one
// per token as [batch, tokens, 1]), in the data's precision, values in [0, 1].
#pragma once

#include "core/models/torch.h"

#include <functional>

namespace pieria::models {

/// A network seen from the samplers: v_hat of x [batch, ...] at `level` (any shape broadcastable to
/// x). Elements at level 0 are known and clean.
using Denoiser = std::function<torch::Tensor(const torch::Tensor& x, const torch::Tensor& level)>;

struct MixTensors
{
    torch::Tensor alpha;
    torch::Tensor beta;
};

/// alpha and beta of every level, in the shape of `level`; exact at levels 0 and 1.
[[nodiscard]] MixTensors mixAt(const torch::Tensor& level);

/// alpha clean + beta noise.
[[nodiscard]] torch::Tensor corrupt(
    const torch::Tensor& clean, const torch::Tensor& noise, const torch::Tensor& level);

/// v = alpha noise - beta clean: what the network is trained to answer (plain mean squared error).
[[nodiscard]] torch::Tensor velocity(
    const torch::Tensor& clean, const torch::Tensor& noise, const torch::Tensor& level);

struct Recovered
{
    torch::Tensor clean; ///< alpha x - beta v
    torch::Tensor noise; ///< beta x + alpha v
};

[[nodiscard]] Recovered recover(
    const torch::Tensor& x, const torch::Tensor& v, const torch::Tensor& level);

} // namespace pieria::models
