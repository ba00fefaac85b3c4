// Exponential moving average of parameters and buffers, with a power warm-up.
#pragma once

#include "core/models/torch.h"

#include <cstdint>
#include <map>
#include <string>

namespace pieria::models {

struct EmaOptions
{
    double decay = 0.995; ///< upper limit, in [0, 1]
    double power = 0.7; ///< update t = 0, 1, ... decays by min(decay, 1 - (1 + t)^-power)
};

class Ema
{
public:
    using Tensors = std::map<std::string, torch::Tensor>;

    /// Follows the module's parameters and floating-point buffers from the first update on.
    explicit Ema(const EmaOptions& options = {});
    /// average = d average + (1 - d) value. The first update copies.
    void update(const torch::nn::Module& module);
    [[nodiscard]] double decayAt(std::int64_t updates) const;

    [[nodiscard]] const Tensors& average() const { return m_average; }
    [[nodiscard]] std::int64_t updates() const { return m_updates; }
    /// Goes on from saved values.
    void restore(Tensors average, std::int64_t updates);

private:
    EmaOptions m_options;
    Tensors m_average;
    std::int64_t m_updates = 0;
};

/// The module carries the average while this lives, and its own values again afterwards.
class EmaScope
{
public:
    EmaScope(torch::nn::Module& module, const Ema& ema);
    ~EmaScope();
    EmaScope(const EmaScope&) = delete;
    EmaScope& operator=(const EmaScope&) = delete;

private:
    torch::nn::Module& m_module;
    Ema::Tensors m_own;
};

} // namespace pieria::models
