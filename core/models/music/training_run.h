// What both music trainers share: learning rate, averaged weights, checkpoints that resume the same
// curve, a log.
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"
#include "core/models/tensor_io.h"
#include "core/models/torch.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace pieria::models {

struct TrainingOptions
{
    std::filesystem::path
        folder; ///< NAME.checkpoint.safetensors, NAME.optimizer.pt and NAME.log.jsonl go here
    std::string name; ///< "codec", "generator"
    double learningRate = 1e-3;
    double warmUpSteps = 200;
    double emaDecay = 0.999;
    double weightDecay = 0.01;
    double hours = 1; ///< the rate falls to a tenth along a cosine over this time
    std::int64_t steps = 0; ///< or over this many steps, where given
};

class TrainingRun
{
public:
    /// Resumes from the folder's checkpoint where there is one, else starts from the module as it
    /// is.
    [[nodiscard]] static Result<std::unique_ptr<TrainingRun>> start(
        torch::nn::Module& module, const TrainingOptions& options);

    [[nodiscard]] std::int64_t step() const { return m_step; }
    [[nodiscard]] double secondsRun() const; ///< in this run
    [[nodiscard]] bool finished() const;
    /// Backward pass, clipped to norm 1, one update of weights and averages.
    void update(const torch::Tensor& loss);
    /// The module holds the averaged weights while `use` runs.
    template <class F> auto withAverages(F use)
    {
        swapAverages();
        auto result = use();
        swapAverages();
        return result;
    }
    [[nodiscard]] Status saveCheckpoint();
    /// One JSON object a line.
    void logLine(const std::string& json);

private:
    TrainingRun(torch::nn::Module& module, const TrainingOptions& options);
    [[nodiscard]] Status resume();
    [[nodiscard]] double rate() const;
    void swapAverages();

    torch::nn::Module& m_module;
    TrainingOptions m_options;
    torch::optim::AdamW m_optimizer;
    TensorMap m_average;
    std::int64_t m_step = 0;
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace pieria::models
