#include "core/models/diffusion/sampler.h"

#include "core/models/diffusion/solver.h"

#include <cmath>

namespace pieria::models {

namespace {

std::vector<std::int64_t> onePerSample(const torch::Tensor& x)
{
    std::vector<std::int64_t> shape(static_cast<std::size_t>(x.dim()), 1);
    if (!shape.empty()) {
        shape[0] = x.size(0);
    }
    return shape;
}

std::vector<std::int64_t> levelShapeOf(const torch::Tensor& x, const SampleOptions& options)
{
    if (!options.levelShape.empty()) {
        return options.levelShape;
    }
    return options.known ? options.known->keep.sizes().vec() : onePerSample(x);
}

torch::Tensor blend(const std::optional<Known>& known, const torch::Tensor& x)
{
    return known ? torch::where(known->keep, known->values, x) : x;
}

bool stopped(const OnStep& onStep, const StepReport& report)
{
    return onStep && onStep(report) == Go::Stop;
}

/// One draw of q(x at `level` | x at `from`), from < level: back up the chain with fresh noise.
torch::Tensor raiseLevel(
    const torch::Tensor& x, double from, double level, const torch::Tensor& noise)
{
    const Mix low = mixAt(from);
    const Mix high = mixAt(level);
    const double keep = high.alpha / low.alpha;
    const double rest = high.beta * high.beta - keep * keep * low.beta * low.beta;
    return keep * x + std::sqrt(rest) * noise;
}

} // namespace

Outcome<torch::Tensor> sample(
    const Denoiser& denoiser, const torch::Tensor& x, const SampleOptions& options)
{
    const torch::NoGradGuard noGrad;
    const std::vector<double> levels = levelsFrom(options.from, options.steps);
    const std::vector<std::int64_t> shape = levelShapeOf(x, options);
    SolverState state { blend(options.known, x), {}, {} };
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const double level = levels[i];
        if (stopped(
                options.onStep, { static_cast<int>(i), options.steps, level, state.estimate })) {
            return Cancelled {};
        }
        torch::Tensor levelTensor = torch::full(shape, level, x.options());
        if (options.known) {
            levelTensor = levelTensor.masked_fill(options.known->keep, 0);
        }
        advance(state, denoiser(state.x, levelTensor), options.method, level, levels[i + 1]);
        state.x = blend(options.known, state.x);
    }
    return state.x;
}

Outcome<torch::Tensor> sampleRepaint(const Denoiser& denoiser, const torch::Tensor& x,
    const Known& known, const FreshNoise& noise, const RepaintOptions& options)
{
    const torch::NoGradGuard noGrad;
    TORCH_CHECK(options.resamples >= 1, "inpainting needs at least one pass per level");
    const std::vector<double> levels = levelsFrom(1, options.steps);
    const std::vector<std::int64_t> shape = onePerSample(x);
    // With nothing given there is nothing to harmonise with.
    const int passes = known.keep.any().item<bool>() ? options.resamples : 1;
    SolverState state { x, {}, {} };
    std::int64_t draw = 0;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const double level = levels[i];
        const double next = levels[i + 1];
        for (int pass = 0; pass < passes; ++pass) {
            const StepReport report { static_cast<int>(i), options.steps, level, state.estimate };
            if (stopped(options.onStep, report)) {
                return Cancelled {};
            }
            const torch::Tensor v = denoiser(state.x, torch::full(shape, level, x.options()));
            advance(state, v, Method::Ddim, level, next);
            const Mix mix = mixAt(next);
            const torch::Tensor given
                = next == 0 ? known.values : mix.alpha * known.values + mix.beta * noise(draw++);
            state.x = torch::where(known.keep, given, state.x);
            if (pass + 1 < passes) {
                state.x = raiseLevel(state.x, next, level, noise(draw++));
            }
        }
    }
    return state.x;
}

} // namespace pieria::models
