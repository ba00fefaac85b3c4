#include "core/models/nn/features.h"

#include <cmath>
#include <numbers>

namespace pieria::models {

torch::Tensor sinusoids(const torch::Tensor& x, std::int64_t count, double lowest, double highest)
{
    TORCH_CHECK(count >= 1 && lowest > 0 && highest >= lowest, "sinusoids need a frequency range");
    const torch::Tensor exponents
        = torch::linspace(std::log(lowest), std::log(highest), count, x.options());
    const torch::Tensor angle = x.unsqueeze(-1) * torch::exp(exponents);
    return torch::cat({ torch::sin(angle), torch::cos(angle) }, -1);
}

FourierFeaturesImpl::FourierFeaturesImpl(std::int64_t frequencies, std::int64_t features)
{
    m_frequencies = register_parameter("frequencies", torch::randn({ frequencies }));
    m_project = register_module("project", torch::nn::Linear(2 * frequencies + 1, features));
    m_shared = register_module("shared", torch::nn::Linear(features, features));
}

torch::Tensor FourierFeaturesImpl::forward(const torch::Tensor& level)
{
    const torch::Tensor s = level.unsqueeze(-1);
    const torch::Tensor angle = s * m_frequencies * (2 * std::numbers::pi);
    torch::Tensor out = torch::cat({ s, torch::sin(angle), torch::cos(angle) }, -1);
    out = torch::gelu(m_project(out));
    out = torch::gelu(m_shared(out));
    return torch::gelu(m_shared(out));
}

} // namespace pieria::models
