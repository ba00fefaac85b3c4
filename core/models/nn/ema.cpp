#include "core/models/nn/ema.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::models {

namespace {

Ema::Tensors followed(const torch::nn::Module& module)
{
    Ema::Tensors tensors;
    for (const auto& item : module.named_parameters()) {
        tensors.emplace(item.key(), item.value().detach());
    }
    for (const auto& item : module.named_buffers()) {
        if (item.value().is_floating_point()) {
            tensors.emplace(item.key(), item.value().detach());
        }
    }
    return tensors;
}

void assign(const torch::nn::Module& module, const Ema::Tensors& values)
{
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : followed(module)) {
        const auto value = values.find(name);
        TORCH_CHECK(value != values.end(), "the average has no value for ", name);
        torch::Tensor target = tensor;
        target.copy_(value->second);
    }
}

} // namespace

Ema::Ema(const EmaOptions& options)
    : m_options(options)
{
}

double Ema::decayAt(std::int64_t updates) const
{
    const double warm = 1 - std::pow(1 + static_cast<double>(updates), -m_options.power);
    return std::min(m_options.decay, warm);
}

void Ema::update(const torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    const double decay = decayAt(m_updates);
    for (const auto& [name, value] : followed(module)) {
        const auto known = m_average.find(name);
        if (known == m_average.end()) {
            m_average.emplace(name, value.clone());
        } else {
            known->second.mul_(decay).add_(value, 1 - decay);
        }
    }
    ++m_updates;
}

void Ema::restore(Tensors average, std::int64_t updates)
{
    m_average = std::move(average);
    m_updates = updates;
}

EmaScope::EmaScope(torch::nn::Module& module, const Ema& ema)
    : m_module(module)
{
    for (const auto& [name, value] : followed(module)) {
        m_own.emplace(name, value.clone());
    }
    assign(module, ema.average());
}

EmaScope::~EmaScope()
{
    assign(m_module, m_own);
}

} // namespace pieria::models
