// What both music trainers share: learning rate over hours, averaged weights, checkpoints that
// resume, a log.
#pragma once

#include "core/base/result.h"
#include "core/models/nn/ema.h"
#include "core/models/torch.h"
#include "core/models/training/adam_w.h"
#include "core/models/training/training_log.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace pieria::models {

struct TrainingOptions
{
    std::filesystem::path folder; ///< NAME.checkpoint.safetensors and NAME.log.jsonl go here
    std::string name; ///< "codec", "generator"
    std::filesystem::path
        warmStart; ///< weights to begin from where there is no checkpoint; may be missing
    double learningRate = 1e-3;
    double emaDecay = 0.999;
    double hours = 1; ///< the rate falls to a tenth along a cosine over this time
    std::int64_t steps = 0; ///< stop at this step; 0: no limit
};

class TrainingRun
{
public:
    [[nodiscard]] static Result<std::unique_ptr<TrainingRun>> start(
        torch::nn::Module& module, const TrainingOptions& options);

    [[nodiscard]] std::int64_t step() const { return m_step; }
    [[nodiscard]] double secondsRun() const; ///< in this run
    [[nodiscard]] bool finished() const;
    /// Backward pass, gradient clipped to norm 1, one update of weights and averages.
    void update(const torch::Tensor& loss);
    [[nodiscard]] const Ema& average() const { return m_average; }
    [[nodiscard]] Status saveCheckpoint();
    /// The step and the seconds stand first in the line.
    [[nodiscard]] Status log(const TrainingLog::Values& values);

private:
    TrainingRun(torch::nn::Module& module, const TrainingOptions& options, TrainingLog log);
    [[nodiscard]] std::filesystem::path checkpointPath() const;
    [[nodiscard]] double rate() const;

    torch::nn::Module& m_module;
    TrainingOptions m_options;
    AdamW m_optimizer;
    Ema m_average;
    TrainingLog m_log;
    std::int64_t m_step = 0;
    std::int64_t m_firstStep = 0;
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace pieria::models
