#include "core/models/music/training_run.h"

#include "core/models/training/checkpoint.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pieria::models {

namespace {

constexpr double kWarmUpSteps = 200;
constexpr double kLeastRate = 0.1;

} // namespace

TrainingRun::TrainingRun(torch::nn::Module& module, const TrainingOptions& options, TrainingLog log)
    : m_module(module)
    , m_options(options)
    , m_optimizer(module, { 0.9, 0.99, 1e-8, 0.01 })
    , m_average({ options.emaDecay, 0.7 })
    , m_log(std::move(log))
    , m_begin(std::chrono::steady_clock::now())
{
}

Result<std::unique_ptr<TrainingRun>> TrainingRun::start(
    torch::nn::Module& module, const TrainingOptions& options)
{
    std::error_code error;
    std::filesystem::create_directories(options.folder, error);
    Result<TrainingLog> log = TrainingLog::open(options.folder / (options.name + ".log.jsonl"));
    if (!log) {
        return tl::unexpected(log.error());
    }
    std::unique_ptr<TrainingRun> run(new TrainingRun(module, options, std::move(*log)));
    if (std::filesystem::exists(run->checkpointPath(), error)) {
        const Result<Resumed> resumed
            = loadCheckpoint(run->checkpointPath(), { module, run->m_optimizer, run->m_average });
        if (!resumed) {
            return tl::unexpected(resumed.error());
        }
        run->m_step = run->m_firstStep = resumed->step;
    } else if (std::filesystem::exists(options.warmStart, error)) {
        const Result<TensorMap> weights = readTensors(options.warmStart);
        if (!weights) {
            return tl::unexpected(weights.error());
        }
        if (Status status = assignTensors(module, *weights); !status) {
            return tl::unexpected(status.error());
        }
    }
    return run;
}

std::filesystem::path TrainingRun::checkpointPath() const
{
    return m_options.folder / (m_options.name + ".checkpoint.safetensors");
}

double TrainingRun::secondsRun() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

bool TrainingRun::finished() const
{
    return (m_options.steps > 0 && m_step >= m_options.steps)
        || secondsRun() >= m_options.hours * 3600;
}

double TrainingRun::rate() const
{
    const double warm = std::min(1.0, static_cast<double>(m_step - m_firstStep + 1) / kWarmUpSteps);
    const double progress = std::clamp(secondsRun() / (m_options.hours * 3600), 0.0, 1.0);
    const double cosine
        = kLeastRate + (1 - kLeastRate) * 0.5 * (1 + std::cos(std::numbers::pi * progress));
    return m_options.learningRate * warm * cosine;
}

void TrainingRun::update(const torch::Tensor& loss)
{
    m_optimizer.zeroGradients();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(m_module.parameters(), 1.0);
    m_optimizer.step(rate());
    m_average.update(m_module);
    ++m_step;
}

Status TrainingRun::saveCheckpoint()
{
    return pieria::models::saveCheckpoint(
        checkpointPath(), { m_module, m_optimizer, m_average }, m_step);
}

Status TrainingRun::log(const TrainingLog::Values& values)
{
    TrainingLog::Values line { { "step", static_cast<double>(m_step) },
        { "seconds", std::round(secondsRun()) } };
    line.insert(line.end(), values.begin(), values.end());
    return m_log.write(line);
}

} // namespace pieria::models
