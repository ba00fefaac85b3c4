#include "core/models/training/adam_w.h"

#include <array>
#include <cmath>
#include <utility>

namespace pieria::models {

namespace {

constexpr std::array<const char*, 3> kParts { "mean.", "square.", "steps." };

tl::unexpected<Failure> foreign(const std::string& name)
{
    return fail(ErrorCode::Corrupt,
        "The training state does not fit this model: " + name
            + ". Start the training again, or choose the model it belongs to.");
}

} // namespace

AdamW::AdamW(torch::nn::Module& module, const AdamWOptions& options)
    : m_options(options)
{
    for (const auto& item : module.named_parameters()) {
        m_parameters.emplace(item.key(), item.value());
    }
}

void AdamW::zeroGradients()
{
    for (auto& [name, parameter] : m_parameters) {
        if (parameter.grad().defined()) {
            parameter.mutable_grad().reset();
        }
    }
}

void AdamW::step(double rate)
{
    const torch::NoGradGuard noGrad;
    for (auto& [name, parameter] : m_parameters) {
        const torch::Tensor& gradient = parameter.grad();
        if (!gradient.defined()) {
            continue;
        }
        Moments& moments = m_moments[name];
        if (!moments.mean.defined()) {
            moments.mean = torch::zeros_like(parameter);
            moments.square = torch::zeros_like(parameter);
        }
        ++moments.steps;
        const auto steps = static_cast<double>(moments.steps);
        moments.mean.mul_(m_options.beta1).add_(gradient, 1 - m_options.beta1);
        moments.square.mul_(m_options.beta2).addcmul_(gradient, gradient, 1 - m_options.beta2);
        const double bias1 = 1 - std::pow(m_options.beta1, steps);
        const double bias2 = 1 - std::pow(m_options.beta2, steps);
        const torch::Tensor scale = (moments.square.sqrt() / std::sqrt(bias2)).add_(m_options.eps);
        parameter.mul_(1 - rate * m_options.weightDecay);
        parameter.addcdiv_(moments.mean, scale, -rate / bias1);
    }
}

TensorMap AdamW::state() const
{
    TensorMap out;
    for (const auto& [name, moments] : m_moments) {
        out.emplace("mean." + name, moments.mean);
        out.emplace("square." + name, moments.square);
        out.emplace("steps." + name, torch::tensor(moments.steps, torch::kInt64));
    }
    return out;
}

Status AdamW::restore(const TensorMap& state)
{
    std::map<std::string, Moments> moments;
    for (const auto& [key, value] : state) {
        std::string name;
        for (const std::string part : kParts) {
            if (key.compare(0, part.size(), part) == 0) {
                name = key.substr(part.size());
            }
        }
        const auto parameter = m_parameters.find(name);
        const bool count = key.compare(0, 6, kParts[2]) == 0;
        if (parameter == m_parameters.end()
            || (count ? value.numel() != 1 : value.sizes() != parameter->second.sizes())) {
            return foreign(key);
        }
        Moments& entry = moments[name];
        if (count) {
            entry.steps = value.item<std::int64_t>();
        } else {
            (key.front() == 'm' ? entry.mean : entry.square)
                = value.to(parameter->second.options()).clone();
        }
    }
    for (const auto& [name, entry] : moments) {
        if (!entry.mean.defined() || !entry.square.defined() || entry.steps < 1) {
            return foreign(name);
        }
    }
    m_moments = std::move(moments);
    return {};
}

} // namespace pieria::models
