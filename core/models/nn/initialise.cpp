#include "core/models/nn/initialise.h"

#include "core/base/noise.h"
#include "core/models/diffusion/noise_tensor.h"

#include <cmath>
#include <string>

namespace pieria::models {

namespace {

template <class Layer> void zeroLayer(Layer& layer)
{
    const torch::NoGradGuard noGrad;
    layer.weight.zero_();
    if (layer.bias.defined()) {
        layer.bias.zero_();
    }
}

bool endsWith(const std::string& name, const std::string& end)
{
    return name.size() >= end.size()
        && name.compare(name.size() - end.size(), end.size(), end) == 0;
}

} // namespace

void zeroInitialise(torch::nn::LinearImpl& layer)
{
    zeroLayer(layer);
}

void zeroInitialise(torch::nn::Conv1dImpl& layer)
{
    zeroLayer(layer);
}

void xavierInitialise(torch::nn::Module& root)
{
    const torch::NoGradGuard noGrad;
    root.apply([](torch::nn::Module& module) {
        if (auto* linear = module.as<torch::nn::Linear>()) {
            torch::nn::init::xavier_uniform_(linear->weight);
            if (linear->bias.defined()) {
                linear->bias.zero_();
            }
        }
    });
}

void seedParameters(torch::nn::Module& root, std::uint64_t seed, double gain)
{
    const torch::NoGradGuard noGrad;
    for (const auto& item : root.named_parameters()) {
        torch::Tensor value = item.value();
        const bool vector = value.dim() < 2;
        if (vector && endsWith(item.key(), "bias")) {
            value.zero_();
        } else if (!vector || !endsWith(item.key(), "weight")) {
            const double scale = vector
                ? 1.0
                : gain / std::sqrt(static_cast<double>(value.numel() / value.size(0)));
            value.copy_(normalTensor(Noise(seed, item.key()), value.sizes()) * scale);
        }
    }
}

std::int64_t parameterCount(const torch::nn::Module& module)
{
    std::int64_t count = 0;
    for (const torch::Tensor& parameter : module.parameters()) {
        count += parameter.numel();
    }
    return count;
}

} // namespace pieria::models
