// From noise to data: DDIM and a second-order multistep solver, with known elements held by level
// ("conditioning by levels") or by re-noising (RePaint in v-form).
#pragma once

#include "core/base/result.h"
#include "core/models/diffusion/objective.h"
#include "core/models/diffusion/schedule.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace pieria::models {

enum class Go { On, Stop };

/// Where a sampler stands just before a network call.
struct StepReport
{
    int done = 0; ///< steps finished
    int total = 0;
    double level = 1; ///< level of the coming call
    torch::Tensor estimate; ///< clean estimate of the last call; undefined before the first
};

/// Asked before every network call; Stop ends the run as Cancelled within one call.
using OnStep = std::function<Go(const StepReport&)>;

/// What is given and must not change.
struct Known
{
    torch::Tensor values; ///< shape of the data; read only where `keep` is true
    torch::Tensor keep; ///< bool, broadcastable to the data; true = given, false = to be made
};

struct SampleOptions
{
    Method method = Method::Multistep;
    int steps = 25; ///< network calls; >= 1
    double from = 1; ///< first level; below 1 `x` is data already corrupted to it (variations)
    std::optional<Known> known;
    /// Shape of the level tensor the network sees; empty: that of known->keep, else [batch, 1, ..].
    std::vector<std::int64_t> levelShape;
    OnStep onStep;
};

/// Runs the chain from `x` (noise, when from = 1; shape [batch, ...]). Elements kept by
/// options.known enter every call clean, at level 0, and come back bit-identical.
/// Throws c10::Error on shapes that do not fit. No gradients are recorded.
[[nodiscard]] Outcome<torch::Tensor> sample(
    const Denoiser& denoiser, const torch::Tensor& x, const SampleOptions& options);

struct RepaintOptions
{
    int steps = 25;
    int resamples = 4; ///< passes per level; >= 1
    OnStep onStep;
};

/// Fresh standard noise in the shape of the data; draw = 0, 1, ... in order.
using FreshNoise = std::function<torch::Tensor(std::int64_t draw)>;

/// Inpainting for networks trained with one level per sample (Lugmayr et al., "RePaint", 2022): per
/// level `resamples` DDIM passes to the next one; after each, given elements are overwritten by
/// their values noised to that level, and all but the last pass go back up with fresh noise, so
/// that what is made agrees with what is given. Given elements come back exactly; with nothing
/// given this is the plain DDIM sampler.
[[nodiscard]] Outcome<torch::Tensor> sampleRepaint(const Denoiser& denoiser, const torch::Tensor& x,
    const Known& known, const FreshNoise& noise, const RepaintOptions& options);

} // namespace pieria::models
