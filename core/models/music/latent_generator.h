// Samples the latents of a piece: windows of at most 64 bars, known bars and slots clamped, a noise
// stream of its own for every slot.
#pragma once

#include "core/base/result.h"
#include "core/models/diffusion/sampler.h"
#include "core/models/music/score_denoiser.h"
#include "core/models/text/text_encoder.h"
#include "core/score/plan.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace pieria::models {

/// Bars [first, end) are sampled in one pass; what lies before `make` is context.
struct Window
{
    int first = 0;
    int make = 0;
    int end = 0;
    bool operator==(const Window&) const = default;
};

/// The first window is short, so that a long piece can be heard while it is being made. Loops of
/// any length are one window: their last bar must see their first. A fixed partition: nothing but
/// the length decides it.
[[nodiscard]] std::vector<Window> windowsOf(int bars, bool loop);

struct LatentRequest
{
    MusicPlan plan;
    TextEncoding text; ///< no tokens: unconditional
    std::optional<TextEncoding> negative;
    torch::Tensor known; ///< [bars, 8, 160]; undefined: nothing is known
    torch::Tensor keep; ///< [bars, 8] bool
    std::uint64_t seed = 0;
    std::array<int, kSlotCount>
        attempt {}; ///< another noise stream for a slot that must be made again
    int steps = 20;
    double guidance = 3;
    int threads = 1; ///< how many of the two guidance branches run at once
};

/// All bars before `bar` are final.
using OnBars = std::function<void(const torch::Tensor& latents, int bar)>;

/// -> [bars, 8, 160]; zeros where the plan is silent, `known` where it is kept.
[[nodiscard]] Outcome<torch::Tensor> generateLatents(ScoreDenoiser& denoiser,
    const LatentRequest& request, const OnStep& onStep, const OnBars& onBars);

} // namespace pieria::models
