#include "core/models/music/training_run.h"

#include "core/base/file.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>

namespace pieria::models {

namespace {

namespace fs = std::filesystem;

constexpr const char* kAveragePrefix = "average.";

fs::path checkpointPath(const TrainingOptions& options)
{
    return options.folder / (options.name + ".checkpoint.safetensors");
}

fs::path optimizerPath(const TrainingOptions& options)
{
    return options.folder / (options.name + ".optimizer.pt");
}

} // namespace

TrainingRun::TrainingRun(torch::nn::Module& module, const TrainingOptions& options)
    : m_module(module)
    , m_options(options)
    , m_optimizer(module.parameters(),
          torch::optim::AdamWOptions(options.learningRate)
              .betas({ 0.9, 0.99 })
              .weight_decay(options.weightDecay))
    , m_begin(std::chrono::steady_clock::now())
{
    for (const auto& item : module.named_parameters()) {
        m_average[item.key()] = item.value().detach().clone();
    }
}

Result<std::unique_ptr<TrainingRun>> TrainingRun::start(
    torch::nn::Module& module, const TrainingOptions& options)
{
    std::error_code error;
    fs::create_directories(options.folder, error);
    std::unique_ptr<TrainingRun> run(new TrainingRun(module, options));
    if (fs::exists(checkpointPath(options), error)) {
        if (Status status = run->resume(); !status) {
            return tl::unexpected(status.error());
        }
    }
    return run;
}

Status TrainingRun::resume()
{
    Result<SafeTensors> file = SafeTensors::open(checkpointPath(m_options));
    if (!file) {
        return tl::unexpected(file.error());
    }
    TensorMap weights;
    TensorMap averages;
    for (auto& [name, tensor] : tensorsFrom(*file)) {
        if (name.rfind(kAveragePrefix, 0) == 0) {
            averages[name.substr(std::string(kAveragePrefix).size())] = tensor;
        } else {
            weights[name] = tensor;
        }
    }
    if (Status status = assignTensors(m_module, weights); !status) {
        return status;
    }
    for (auto& [name, tensor] : m_average) {
        const auto found = averages.find(name);
        if (found == averages.end() || found->second.sizes() != tensor.sizes()) {
            return fail(ErrorCode::Corrupt, "The checkpoint holds no average of " + name + ".");
        }
        tensor.copy_(found->second);
    }
    if (const auto step = file->metadata().find("step"); step != file->metadata().end()) {
        m_step = std::atoll(step->second.c_str());
    }
    try {
        torch::load(m_optimizer, optimizerPath(m_options).string());
    } catch (const std::exception& error) {
        return fail(ErrorCode::Corrupt,
            "The optimiser's state in " + optimizerPath(m_options).string() + " cannot be read.",
            error.what());
    }
    return {};
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
    const double warm = std::min(1.0, (static_cast<double>(m_step) + 1) / m_options.warmUpSteps);
    const double bySteps = m_options.steps > 0
        ? static_cast<double>(m_step) / static_cast<double>(m_options.steps)
        : 0.0;
    const double progress
        = std::clamp(std::max(bySteps, secondsRun() / (m_options.hours * 3600)), 0.0, 1.0);
    const double cosine = 0.1 + 0.9 * 0.5 * (1 + std::cos(std::numbers::pi * progress));
    return m_options.learningRate * warm * cosine;
}

void TrainingRun::update(const torch::Tensor& loss)
{
    m_optimizer.zero_grad();
    loss.backward();
    torch::nn::utils::clip_grad_norm_(m_module.parameters(), 1.0);
    for (torch::optim::OptimizerParamGroup& group : m_optimizer.param_groups()) {
        group.options().set_lr(rate());
    }
    m_optimizer.step();
    ++m_step;
    const double steps = static_cast<double>(m_step);
    const double decay = std::min(m_options.emaDecay, (1 + steps) / (10 + steps));
    const torch::NoGradGuard guard;
    for (const auto& item : m_module.named_parameters()) {
        m_average[item.key()].lerp_(item.value(), 1 - decay);
    }
}

void TrainingRun::swapAverages()
{
    const torch::NoGradGuard guard;
    for (auto& item : m_module.named_parameters()) {
        const torch::Tensor current = item.value().detach().clone();
        item.value().copy_(m_average[item.key()]);
        m_average[item.key()].copy_(current);
    }
}

Status TrainingRun::saveCheckpoint()
{
    TensorMap tensors = tensorsOf(m_module);
    for (const auto& [name, tensor] : m_average) {
        tensors[kAveragePrefix + name] = tensor;
    }
    const fs::path temporary = optimizerPath(m_options).string() + ".new";
    try {
        torch::save(m_optimizer, temporary.string());
    } catch (const std::exception& error) {
        return fail(ErrorCode::Io, "The optimiser's state could not be written.", error.what());
    }
    if (Status status = publishFile(temporary, optimizerPath(m_options)); !status) {
        return status;
    }
    return writeTensors(checkpointPath(m_options), tensors, { { "step", std::to_string(m_step) } });
}

void TrainingRun::logLine(const std::string& json)
{
    std::ofstream file(m_options.folder / (m_options.name + ".log.jsonl"), std::ios::app);
    file << json << '\n';
}

} // namespace pieria::models
