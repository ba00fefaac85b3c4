// Training as a job: resumable, logged, with held-out metrics. No torch here; one implementation
// per model.
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pieria {

enum class MusicStage { Codec, Generator };

struct MusicTrainRequest
{
    MusicStage stage = MusicStage::Codec;
    std::filesystem::path corpus; ///< folder made by `pieria corpus music`
    std::filesystem::path
        models; ///< shipped models: the text encoder, and weights to warm-start from
    std::filesystem::path out; ///< checkpoints and log, e.g. training/music
    double hours = 1; ///< wall-clock; the run also stops on cancel, keeping a checkpoint
    std::int64_t steps = 0; ///< stop at this step; 0: no limit
    int batch = 32; ///< pieces (generator) or beats (codec) a step
    double learningRate = 0; ///< 0: the stage's default
    std::uint64_t seed = 1;
    int threads = 2;
};

/// Sent through JobContext::preview.
struct LossPoint
{
    std::int64_t step = 0;
    double loss = 0;
};

struct Metric
{
    std::string name;
    double value = 0;
};

struct TrainOutcome
{
    std::int64_t step = 0;
    std::vector<Metric> metrics; ///< held-out, of the averaged weights
    std::filesystem::path weights; ///< float16 safetensors of the averaged weights
};

class TrainRunner
{
public:
    virtual ~TrainRunner() = default;
    [[nodiscard]] virtual Result<Outcome<TrainOutcome>> run(JobContext& context) = 0;
};

/// Checks the request and prints FLOP, samples per second and projected hours through the first
/// progress report.
[[nodiscard]] Result<std::unique_ptr<TrainRunner>> makeMusicTrainer(
    const MusicTrainRequest& request);

} // namespace pieria
