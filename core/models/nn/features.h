// Noise levels and positions as feature vectors.
#pragma once

#include "core/models/torch.h"

#include <cstdint>

namespace pieria::models {

/// Fixed sinusoids of a number in [0, 1] or of a position: [..., 1] or [...] -> [..., 2 * count],
/// (sin(x f), cos(x f)) with frequencies geometric from `lowest` to `highest` radians per unit.
[[nodiscard]] torch::Tensor sinusoids(
    const torch::Tensor& x, std::int64_t count, double lowest, double highest);

/// [s, sin(2 pi s w), cos(2 pi s w)] with trained frequencies w, then a linear layer and GELU, then
/// one linear + GELU block applied twice with the same weights (Mousai's U-Net; A.2 there).
class FourierFeaturesImpl : public torch::nn::Module
{
public:
    /// `frequencies` trained frequencies, drawn from N(0, 1); `features` outputs.
    FourierFeaturesImpl(std::int64_t frequencies, std::int64_t features);
    /// level [...] -> [..., features]
    torch::Tensor forward(const torch::Tensor& level);

private:
    torch::Tensor m_frequencies;
    torch::nn::Linear m_project { nullptr };
    torch::nn::Linear m_shared { nullptr };
};
TORCH_MODULE(FourierFeatures);

} // namespace pieria::models
