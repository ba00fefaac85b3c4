#include "audio/synth/finishing.h"

#include "audio/analysis/loudness.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <vector>

namespace pieria::audio {

namespace {

constexpr float kAudible = 3e-5f; ///< -90 dBFS
constexpr std::int64_t kFadeFrames = 12000; ///< 250 ms, within the tail
constexpr std::int64_t kShortFade = 240; ///< 5 ms, where there is no tail

/// Linear from 1 to 0 over the last frames.
struct Fade
{
    std::int64_t start = 0;
    std::int64_t end = 0;
    void apply(std::int64_t first, std::span<float> interleaved) const
    {
        const std::int64_t skip = std::max<std::int64_t>(start - first, 0);
        for (auto i = static_cast<std::size_t>(2 * skip); i + 1 < interleaved.size(); i += 2) {
            const std::int64_t frame = first + static_cast<std::int64_t>(i / 2);
            const float gain = static_cast<float>(end - frame) / static_cast<float>(end - start);
            interleaved[i] *= gain;
            interleaved[i + 1] *= gain;
        }
    }
};

class FinishingPass
{
public:
    FinishingPass(Mixdown& mixdown, std::int64_t frames, TaskPool& pool, JobContext& context)
        : m_frames(frames)
        , m_pool(pool)
        , m_context(context)
    {
        m_files.push_back(&mixdown.mix);
        for (FrameFile& stem : mixdown.stems) {
            m_files.push_back(&stem);
        }
    }
    using Change = std::function<void(std::int64_t first, std::span<float> interleaved)>;

    /// Rewrites every file; `meter` hears the mix.
    Status run(const Change& change, LoudnessMeter& meter)
    {
        std::vector<Status> statuses(m_files.size());
        m_pool.run(m_files.size(), [&](std::size_t i) {
            statuses[i] = rewrite(*m_files[i], change, i == 0 ? &meter : nullptr);
        });
        for (const Status& status : statuses) {
            if (!status) {
                return status;
            }
        }
        return {};
    }

private:
    Status rewrite(FrameFile& file, const Change& change, LoudnessMeter* meter)
    {
        std::vector<float> block;
        for (std::int64_t at = 0; at < m_frames && !m_context.cancelled();) {
            const auto frames = std::min<std::int64_t>(kSlabFrames, m_frames - at);
            block.resize(static_cast<std::size_t>(2 * frames));
            if (Status read = file.read(at, block); !read) {
                return read;
            }
            change(at, block);
            if (Status written = file.write(at, block); !written) {
                return written;
            }
            if (meter) {
                meter->add(block);
            }
            at += frames;
            report(frames);
        }
        return file.finish(m_frames);
    }

    void report(std::int64_t frames)
    {
        const auto files = static_cast<double>(m_files.size());
        const double done
            = static_cast<double>(m_done += frames) / (static_cast<double>(m_frames) * files);
        m_context.report({ "setting the loudness",
            kMixdownShare + (1 - kMixdownShare) * std::min(done, 1.0), 1 });
    }

    std::vector<FrameFile*> m_files;
    std::int64_t m_frames;
    TaskPool& m_pool;
    JobContext& m_context;
    std::atomic<std::int64_t> m_done { 0 };
};

Fade fadeFor(const RenderPlan& plan, std::int64_t frames, LoopMode loop)
{
    if (loop == LoopMode::On) {
        return { frames, frames };
    }
    const std::int64_t tail = std::max(frames - plan.scoreFrames, kShortFade);
    return { std::max<std::int64_t>(frames - std::min(tail, kFadeFrames), 0), frames };
}

} // namespace

std::int64_t audibleFrames(
    const RenderPlan& plan, const ChunkLevels& levels, const GainCurve& curve)
{
    std::size_t chunk = levels.peak.size();
    while (chunk > 0 && levels.peak[chunk - 1] * curve.from[chunk - 1] < kAudible) {
        --chunk;
    }
    const std::int64_t heard = static_cast<std::int64_t>(chunk) * kChunkFrames;
    return std::clamp(heard, plan.scoreFrames, std::max(plan.frames, plan.scoreFrames));
}

Result<Outcome<Finished>> finishMixdown(Mixdown& mixdown, const RenderRequest& request,
    const RenderPlan& plan, const GainCurve& curve, TaskPool& pool, JobContext& context)
{
    Finished result;
    result.frames
        = request.loop == LoopMode::On ? plan.frames : audibleFrames(plan, mixdown.levels, curve);
    const Fade fade = fadeFor(plan, result.frames, request.loop);
    FinishingPass pass(mixdown, result.frames, pool, context);
    FinishingPass::Change change = [&](std::int64_t first, std::span<float> block) {
        curve.apply(first, block);
        fade.apply(first, block);
    };
    // Usually once. Where two meters disagree about the peak between two samples, the files are
    // turned down by the difference.
    for (int attempt = 0; attempt < 3; ++attempt) {
        LoudnessMeter meter;
        if (Status done = pass.run(change, meter); !done) {
            return tl::unexpected(done.error());
        }
        if (context.cancelled()) {
            return Cancelled {};
        }
        result.loudness = meter.result().integrated;
        result.truePeak = meter.result().truePeak;
        const double over = result.truePeak - request.mix.ceiling;
        if (over <= 0) {
            break;
        }
        result.trim -= over + 0.01;
        const auto gain = static_cast<float>(std::pow(10.0, -(over + 0.01) / 20));
        change = [gain](std::int64_t, std::span<float> block) {
            for (float& x : block) {
                x *= gain;
            }
        };
    }
    return result;
}

} // namespace pieria::audio
