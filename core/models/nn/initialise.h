// How weights start.
#pragma once

#include "core/models/torch.h"

namespace pieria::models {

/// Weight and bias to zero: a residual branch that ends so starts as the identity.
void zeroInitialise(torch::nn::LinearImpl& layer);
void zeroInitialise(torch::nn::Conv1dImpl& layer);

/// Every Linear below `root` to Xavier-uniform weights and zero bias (transformers).
void xavierInitialise(torch::nn::Module& root);

/// Every parameter below `root` from its own stream of `seed` and its name: the same start on every
/// run, without LibTorch's global generator. Matrices and kernels are N(0, gain^2 / fan-in), biases
/// 0, other vectors (trained frequencies) N(0, 1); scales of normalisations keep their ones.
void seedParameters(torch::nn::Module& root, std::uint64_t seed, double gain = 1);

[[nodiscard]] std::int64_t parameterCount(const torch::nn::Module& module);

} // namespace pieria::models
