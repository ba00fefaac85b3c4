// AdamW (Loshchilov and Hutter, 2019) with its moments under the parameters' names, so that a run
// can be saved and resumed whatever the version of LibTorch.
#pragma once

#include "core/models/tensor_io.h"

namespace pieria::models {

struct AdamWOptions
{
    double beta1 = 0.9;
    double beta2 = 0.999;
    double eps = 1e-8;
    double weightDecay = 0.01; ///< decoupled: each step first shrinks by rate * weightDecay
};

class AdamW
{
public:
    /// Follows the module's parameters; the module must outlive this.
    explicit AdamW(torch::nn::Module& module, const AdamWOptions& options = {});

    void zeroGradients();
    /// One update of every parameter that has a gradient.
    void step(double rate);

    /// "mean.NAME", "square.NAME" and "steps.NAME" of every parameter that was ever updated.
    [[nodiscard]] TensorMap state() const;
    /// Goes on from state(). Refuses names and shapes that belong to no parameter; unchanged then.
    [[nodiscard]] Status restore(const TensorMap& state);

private:
    struct Moments
    {
        torch::Tensor mean;
        torch::Tensor square;
        std::int64_t steps = 0;
    };

    AdamWOptions m_options;
    std::map<std::string, torch::Tensor> m_parameters;
    std::map<std::string, Moments> m_moments;
};

} // namespace pieria::models
