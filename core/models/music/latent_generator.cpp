#include "core/models/music/latent_generator.h"

#include "core/base/noise.h"
#include "core/models/diffusion/guidance.h"
#include "core/models/music/conditions.h"
#include "core/models/music/score_codec.h"
#include "core/models/single_thread.h"
#include "core/score/grid.h"

#include <algorithm>
#include <string>

namespace pieria::models {

namespace {

constexpr int kWindowBars = 64;
constexpr int kFirstBars = 16;
constexpr int kContextBars = 16;

/// Guidance helps where the form is decided; near the end it only sharpens, and costs a second
/// call.
constexpr double kGuidedFrom = 0.15;

torch::Tensor slotNoise(const LatentRequest& request, Slot slot, int first, int count)
{
    torch::Tensor noise = torch::empty({ count, kBarChannels });
    const Noise stream(request.seed, "latent/" + std::string(slotName(slot)),
        static_cast<std::uint64_t>(request.attempt[slotIndex(slot)]));
    stream.fillNormal(static_cast<std::uint64_t>(first) * kBarChannels,
        { noise.data_ptr<float>(), static_cast<std::size_t>(noise.numel()) });
    return noise;
}

class WindowSampler
{
public:
    WindowSampler(ScoreDenoiser& denoiser, const LatentRequest& request)
        : m_denoiser(denoiser)
        , m_request(request)
        , m_slots(playingSlots(request.plan))
    {
        for (const Slot slot : m_slots) {
            m_index.push_back(static_cast<std::int64_t>(slotIndex(slot)));
        }
        m_beatMask = torch::zeros({ kBarChannels });
        m_beatMask.slice(0, 0, gridBeatsPerBar(request.plan.metre) * kBeatChannels).fill_(1);
    }

    /// Makes the unknown tokens of the window in place.
    [[nodiscard]] bool fill(
        torch::Tensor& latents, torch::Tensor& keep, const Window& window, const OnStep& onStep)
    {
        const int count = window.end - window.first;
        const torch::Tensor index = torch::tensor(m_index, torch::kInt64);
        const torch::Tensor kept = keep.slice(0, window.first, window.end)
                                       .index_select(1, index)
                                       .unsqueeze(0)
                                       .unsqueeze(-1);
        if (m_slots.empty() || kept.all().item<bool>()) {
            return true;
        }
        std::vector<torch::Tensor> noise;
        for (const Slot slot : m_slots) {
            noise.push_back(slotNoise(m_request, slot, window.first, count));
        }
        const torch::Tensor start = (torch::stack(noise, 1) * m_beatMask).unsqueeze(0);
        SampleOptions options;
        options.steps = m_request.steps;
        options.onStep = onStep;
        options.levelShape = { 1, count, static_cast<std::int64_t>(m_slots.size()), 1 };
        options.known = Known {
            latents.slice(0, window.first, window.end).index_select(1, index).unsqueeze(0), kept
        };
        const Outcome<torch::Tensor> made = sample(denoiserFor(window), start, options);
        if (std::holds_alternative<Cancelled>(made)) {
            return false;
        }
        const torch::Tensor sampled = std::get<torch::Tensor>(made);
        const torch::Tensor result = torch::where(kept, sampled, sampled * m_beatMask)[0];
        latents.slice(0, window.first, window.end).index_copy_(1, index, result);
        keep.slice(0, window.first, window.end).fill_(true);
        return true;
    }

private:
    [[nodiscard]] Denoiser denoiserFor(const Window& window)
    {
        ConditionItem item = conditionItem(m_request.plan, window.first, window.end - window.first);
        ConditionItem opposite = item;
        setText(item, m_request.text);
        if (m_request.negative) {
            setText(opposite, *m_request.negative);
        }
        const bool same = !item.text.defined() && !opposite.text.defined();
        Guidance guidance;
        guidance.scale = same ? 1.0 : m_request.guidance;
        guidance.low = kGuidedFrom;
        guidance.threads = m_request.threads;
        return guided(branch(item), branch(opposite), guidance);
    }

    [[nodiscard]] Denoiser branch(const ConditionItem& item)
    {
        const MusicConditions conditions = stackConditions({ item });
        return [this, conditions](const torch::Tensor& x, const torch::Tensor& level) {
            const torch::Tensor levels
                = level.squeeze(-1).expand({ x.size(0), x.size(1), x.size(2) });
            return m_denoiser->forward(x, levels, conditions) * m_beatMask;
        };
    }

    ScoreDenoiser& m_denoiser;
    const LatentRequest& m_request;
    std::vector<Slot> m_slots;
    std::vector<std::int64_t> m_index;
    torch::Tensor m_beatMask;
};

} // namespace

std::vector<Window> windowsOf(int bars, bool loop)
{
    if (loop || bars <= kFirstBars + kFirstBars / 2) {
        return { { 0, 0, bars } };
    }
    std::vector<Window> windows { { 0, 0, kFirstBars } };
    while (windows.back().end < bars) {
        const int make = windows.back().end;
        const int first = std::max(0, make - kContextBars);
        windows.push_back({ first, make, std::min(bars, first + kWindowBars) });
    }
    return windows;
}

Outcome<torch::Tensor> generateLatents(ScoreDenoiser& denoiser, const LatentRequest& request,
    const OnStep& onStep, const OnBars& onBars)
{
    const torch::NoGradGuard noGrad;
    const SingleThread single;
    const int bars = request.plan.bars;
    torch::Tensor latents = request.known.defined()
        ? request.known.clone()
        : torch::zeros({ bars, kSlotCount, kBarChannels });
    torch::Tensor keep = request.keep.defined() ? request.keep.clone()
                                                : torch::zeros({ bars, kSlotCount }, torch::kBool);
    WindowSampler sampler(denoiser, request);
    const std::vector<Window> windows = windowsOf(bars, request.plan.loop);
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const OnStep report = [&](const StepReport& step) {
            if (!onStep) {
                return Go::On;
            }
            StepReport whole = step;
            whole.total = step.total * static_cast<int>(windows.size());
            whole.done = step.done + step.total * static_cast<int>(i);
            return onStep(whole);
        };
        if (!sampler.fill(latents, keep, windows[i], report)) {
            return Cancelled {};
        }
        if (onBars) {
            onBars(latents, windows[i].end);
        }
    }
    return latents;
}

} // namespace pieria::models
