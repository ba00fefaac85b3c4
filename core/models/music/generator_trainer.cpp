#include "core/models/music/generator_trainer.h"

#include "core/models/diffusion/objective.h"
#include "core/models/music/training_run.h"
#include "core/models/music/training_windows.h"
#include "core/models/nn/initialise.h"
#include "core/models/tensor_io.h"

#include <algorithm>

namespace pieria::models {

namespace {

/// Mean squared error of v over what is real and not already known. One network call.
torch::Tensor windowLoss(ScoreDenoiser& denoiser, const WindowBatch& batch,
    const torch::Tensor& levels, const torch::Tensor& noise)
{
    const torch::Tensor level = levels.unsqueeze(-1);
    const torch::Tensor angle = level * (M_PI / 2);
    const torch::Tensor alpha = torch::cos(angle);
    const torch::Tensor beta = torch::sin(angle);
    const torch::Tensor x = (alpha * batch.latents + beta * noise) * batch.valid;
    const torch::Tensor v = alpha * noise - beta * batch.latents;
    const torch::Tensor weight = batch.valid * (level > 0).to(torch::kFloat32);
    const torch::Tensor error = (denoiser->forward(x, levels, batch.conditions) - v) * weight;
    return error.square().sum() / weight.sum().clamp_min(1);
}

/// Held-out loss on windows, levels and noise that never change.
double heldOutLoss(ScoreDenoiser& denoiser, WindowSource& source)
{
    const torch::NoGradGuard guard;
    NoiseSequence random(Noise(1, "held-out"));
    torch::manual_seed(1);
    double sum = 0;
    constexpr int kBatches = 6;
    for (int i = 0; i < kBatches; ++i) {
        const WindowBatch batch = source.draw(16, 16, random);
        torch::Tensor levels
            = torch::empty({ batch.latents.size(0), batch.latents.size(1), batch.latents.size(2) });
        for (std::int64_t piece = 0; piece < levels.size(0); ++piece) {
            levels[piece].fill_(
                (static_cast<double>(piece) + 0.5) / static_cast<double>(levels.size(0)));
        }
        sum += windowLoss(denoiser, batch, levels, torch::randn_like(batch.latents)).item<double>();
    }
    return sum / kBatches;
}

struct WindowShape
{
    int bars;
    int count;
};

/// Mostly short windows: a bar's pattern is learnt from its neighbours; the form from the long
/// ones.
WindowShape drawShape(int batch, NoiseSequence& random)
{
    const double u = random.uniform();
    if (u < 0.55) {
        return { 8, batch };
    }
    if (u < 0.85) {
        return { 16, std::max(1, batch / 2) };
    }
    return { 32, std::max(1, batch / 4) };
}

/// Checkpoint, held-out loss and the averaged weights for use.
Status keepGenerator(TrainingRun& run, ScoreDenoiser& denoiser, WindowSource& heldOut,
    const MusicTrainRequest& request)
{
    if (Status status = run.saveCheckpoint(); !status) {
        return status;
    }
    const EmaScope scope(*denoiser, run.average());
    if (Status status = run.log({ { "valid_loss", heldOutLoss(denoiser, heldOut) } }); !status) {
        return status;
    }
    const DenoiserConfig& config = denoiser->config();
    return writeTensors(request.out / "generator.safetensors", inHalf(tensorsOf(*denoiser)),
        { { "width", std::to_string(config.width) }, { "blocks", std::to_string(config.blocks) },
            { "heads", std::to_string(config.heads) }, { "step", std::to_string(run.step()) } });
}

} // namespace

Result<Outcome<TrainOutcome>> trainGenerator(const MusicTrainRequest& request, JobContext& context)
{
    at::set_num_threads(request.threads);
    const Result<std::vector<TrainingPiece>> pieces = loadTrainingPieces(request.corpus, context);
    if (!pieces) {
        return tl::unexpected(pieces.error());
    }
    ScoreCodec codec;
    const Result<TensorMap> codecWeights = readTensors(request.out / "codec.safetensors");
    if (!codecWeights) {
        return tl::unexpected(codecWeights.error());
    }
    if (Status status = assignTensors(*codec, *codecWeights); !status) {
        return tl::unexpected(status.error());
    }
    const Result<TextEncoder> text = TextEncoder::load(request.models / "text");
    if (!text) {
        return tl::unexpected(text.error());
    }
    std::vector<const TrainingPiece*> train;
    std::vector<const TrainingPiece*> valid;
    for (const TrainingPiece& piece : *pieces) {
        if (playingSlots(piece.plan).empty()) {
            continue;
        }
        if (piece.split == Split::Train) {
            train.push_back(&piece);
        } else if (piece.split == Split::Valid) {
            valid.push_back(&piece);
        }
    }
    if (train.empty() || valid.empty()) {
        return fail(
            ErrorCode::InvalidInput, "The corpus holds no training or no validation pieces.");
    }
    WindowSource source(train, codec, *text);
    WindowSource heldOut(valid, codec, *text);
    torch::manual_seed(request.seed);
    ScoreDenoiser denoiser(DenoiserConfig {});
    TrainingOptions options;
    options.folder = request.out;
    options.name = "generator";
    options.learningRate = request.learningRate > 0 ? request.learningRate : 6e-4;
    options.hours = request.hours;
    options.steps = request.steps;
    options.warmStart = request.models / "music" / "generator.safetensors";
    options.emaDecay = 0.998;
    Result<std::unique_ptr<TrainingRun>> started = TrainingRun::start(*denoiser, options);
    if (!started) {
        return tl::unexpected(started.error());
    }
    TrainingRun& run = **started;
    NoiseSequence random(Noise(request.seed, "windows", static_cast<std::uint64_t>(run.step())));
    torch::manual_seed(request.seed + static_cast<std::uint64_t>(run.step()));
    const std::int64_t parameters = parameterCount(*denoiser);
    double tokens = 0;
    double windows = 0;
    double average = 0;
    bool cancelled = false;
    while (!run.finished() && !cancelled) {
        const WindowShape shape = drawShape(request.batch, random);
        const WindowBatch batch = source.draw(shape.count, shape.bars, random);
        const torch::Tensor levels = drawLevels(
            batch.latents.size(0), batch.latents.size(1), batch.latents.size(2), random);
        const torch::Tensor loss
            = windowLoss(denoiser, batch, levels, torch::randn_like(batch.latents));
        run.update(loss);
        const double value = loss.item<double>();
        average += (average == 0 ? 1.0 : 0.02) * (value - average);
        tokens += static_cast<double>(batch.latents.numel()) / kBarChannels;
        windows += shape.count;
        cancelled = context.cancelled();
        if (run.step() % 20 == 0) {
            context.preview(LossPoint { run.step(), average });
            const double flops = 6.0 * static_cast<double>(parameters) * tokens;
            const Status logged = run.log(
                { { "loss", average }, { "windows_per_second", windows / run.secondsRun() },
                    { "gflops", flops / run.secondsRun() / 1e9 } });
            if (!logged) {
                return tl::unexpected(logged.error());
            }
            context.report({ "training the generator, step " + std::to_string(run.step())
                    + ", loss " + std::to_string(average),
                std::min(run.secondsRun(), request.hours * 3600), request.hours * 3600 });
        }
        if (run.step() % 500 == 0 || run.finished() || cancelled) {
            if (Status status = keepGenerator(run, denoiser, heldOut, request); !status) {
                return tl::unexpected(status.error());
            }
            torch::manual_seed(request.seed + static_cast<std::uint64_t>(run.step()));
        }
    }
    if (cancelled) {
        return Cancelled {};
    }
    TrainOutcome outcome;
    outcome.step = run.step();
    outcome.weights = request.out / "generator.safetensors";
    const EmaScope scope(*denoiser, run.average());
    outcome.metrics = { { "held-out loss", heldOutLoss(denoiser, heldOut) } };
    return outcome;
}

} // namespace pieria::models
