#include "core/models/diffusion/objective.h"

#include <numbers>

namespace pieria::models {

MixTensors mixAt(const torch::Tensor& level)
{
    const torch::Tensor angle = level * (std::numbers::pi / 2);
    // cos(pi/2) is not 0 in floating point; pure noise must hold no data.
    return { torch::cos(angle).masked_fill(level == 1, 0), torch::sin(angle) };
}

torch::Tensor corrupt(
    const torch::Tensor& clean, const torch::Tensor& noise, const torch::Tensor& level)
{
    const MixTensors mix = mixAt(level);
    return mix.alpha * clean + mix.beta * noise;
}

torch::Tensor velocity(
    const torch::Tensor& clean, const torch::Tensor& noise, const torch::Tensor& level)
{
    const MixTensors mix = mixAt(level);
    return mix.alpha * noise - mix.beta * clean;
}

Recovered recover(const torch::Tensor& x, const torch::Tensor& v, const torch::Tensor& level)
{
    const MixTensors mix = mixAt(level);
    return { mix.alpha * x - mix.beta * v, mix.beta * x + mix.alpha * v };
}

} // namespace pieria::models
