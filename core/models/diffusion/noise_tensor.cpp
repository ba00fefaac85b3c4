#include "core/models/diffusion/noise_tensor.h"

#include <span>

namespace pieria::models {

torch::Tensor normalTensor(const Noise& noise, torch::IntArrayRef shape, std::uint64_t first)
{
    torch::Tensor out = torch::empty(shape, torch::kFloat32);
    noise.fillNormal(
        first, std::span<float>(out.data_ptr<float>(), static_cast<std::size_t>(out.numel())));
    return out;
}

} // namespace pieria::models
