#include "audio/synth/mixdown.h"

#include "audio/synth/strip_processor.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace pieria::audio {

namespace {

/// Before a loop's first frame its end is run through the strips, so that the room already rings.
constexpr std::int64_t kWarmUpFrames = 4 * std::int64_t { kSampleRate };

std::string clockText(std::int64_t frame)
{
    const std::int64_t seconds = frame / kSampleRate;
    char text[24];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(seconds / 60),
        static_cast<int>(seconds % 60));
    return text;
}

struct Part
{
    std::optional<DryStem> dry;
    std::optional<StripProcessor> strip;
    std::vector<float> buffer;
    Status status;
};

class MixdownPass
{
public:
    MixdownPass(const RenderRequest& request, const RenderPlan& plan, const MixdownTools& tools,
        const std::filesystem::path& folder, JobContext& context)
        : m_request(request)
        , m_plan(plan)
        , m_tools(tools)
        , m_folder(folder)
        , m_context(context)
        , m_parts(plan.slots.size())
    {
    }
    Result<Outcome<Mixdown>> run();

private:
    Status open();
    Status openPart(std::size_t index);
    Status createFiles();
    Status warmUp();
    Status playSlab(std::int64_t first, std::size_t frames);
    Status playPart(std::size_t index, std::int64_t first, std::size_t frames);
    Status forEachPart(const std::function<Status(std::size_t)>& task);
    Status sumSlab(std::int64_t first, std::size_t frames);
    void report(std::int64_t frame);
    [[nodiscard]] bool loops() const { return m_request.loop == LoopMode::On; }

    const RenderRequest& m_request;
    const RenderPlan& m_plan;
    const MixdownTools& m_tools;
    const std::filesystem::path& m_folder;
    JobContext& m_context;
    std::vector<Part> m_parts;
    std::vector<float> m_sum;
    MixMeter m_meter;
    Mixdown m_result;
};

/// Tasks of a slab run side by side; the first failure in slot order is the one told.
Status MixdownPass::forEachPart(const std::function<Status(std::size_t)>& task)
{
    m_tools.pool.run(m_parts.size(),
        [&](std::size_t i) { m_parts[i].status = m_context.cancelled() ? Status {} : task(i); });
    for (const Part& part : m_parts) {
        if (!part.status) {
            return part.status;
        }
    }
    return {};
}

Status MixdownPass::openPart(std::size_t index)
{
    const Slot slot = m_plan.slots[index];
    const DryRequest request { m_request.score, slot, m_request.loop, m_tools.humanise,
        m_plan.frames, m_tools.soundFont };
    auto dry = DryStem::open(request, m_tools.cache, [this] { return m_context.cancelled(); });
    if (!dry) {
        return tl::unexpected(dry.error());
    }
    m_parts[index].dry = std::move(*dry);
    m_parts[index].strip.emplace(m_request.mix.strips[slotIndex(slot)]);
    return {};
}

Status MixdownPass::createFiles()
{
    auto mix = FrameFile::create(m_folder / "mix.wav", FrameFormat::FloatWav);
    if (!mix) {
        return tl::unexpected(mix.error());
    }
    m_result.mix = std::move(*mix);
    for (const Slot slot : m_plan.slots) {
        if (!m_request.stems) {
            break;
        }
        auto stem = FrameFile::create(m_folder / (stemName(slot) + ".wav"), FrameFormat::FloatWav);
        if (!stem) {
            return tl::unexpected(stem.error());
        }
        m_result.stems.push_back(std::move(*stem));
    }
    return {};
}

Status MixdownPass::open()
{
    m_context.report({ "loading the instruments", 0, 1 });
    if (Status opened = forEachPart([this](std::size_t i) { return openPart(i); }); !opened) {
        return opened;
    }
    return createFiles();
}

Status MixdownPass::playPart(std::size_t index, std::int64_t first, std::size_t frames)
{
    Part& part = m_parts[index];
    part.buffer.resize(2 * frames);
    if (Status played = part.dry->next(part.buffer); !played) {
        return played;
    }
    part.strip->process(part.buffer);
    return m_result.stems.empty() || first < 0 ? Status {}
                                               : m_result.stems[index].write(first, part.buffer);
}

Status MixdownPass::warmUp()
{
    const std::int64_t rounds = (kWarmUpFrames + m_plan.frames - 1) / m_plan.frames;
    for (Part& part : m_parts) {
        part.dry->seek(rounds * m_plan.frames - kWarmUpFrames);
    }
    for (std::int64_t at = -kWarmUpFrames; at < 0 && !m_context.cancelled();) {
        const std::size_t frames
            = std::min<std::size_t>(kSlabFrames, static_cast<std::size_t>(-at));
        const Status played = forEachPart([&](std::size_t i) { return playPart(i, at, frames); });
        if (!played) {
            return played;
        }
        at += static_cast<std::int64_t>(frames);
    }
    return {};
}

Status MixdownPass::sumSlab(std::int64_t first, std::size_t frames)
{
    m_sum.assign(2 * frames, 0.0f);
    for (const Part& part : m_parts) {
        std::transform(
            m_sum.begin(), m_sum.end(), part.buffer.begin(), m_sum.begin(), std::plus<>());
    }
    m_meter.add(m_sum);
    m_context.preview(AudioBlock { first, m_sum });
    return m_result.mix.write(first, m_sum);
}

Status MixdownPass::playSlab(std::int64_t first, std::size_t frames)
{
    const Status played = forEachPart([&](std::size_t i) { return playPart(i, first, frames); });
    return !played || m_context.cancelled() ? played : sumSlab(first, frames);
}

void MixdownPass::report(std::int64_t frame)
{
    const double done = static_cast<double>(frame) / static_cast<double>(m_plan.frames);
    m_context.report({ "playing " + clockText(frame) + " of " + clockText(m_plan.frames),
        kMixdownShare * done, 1 });
}

Result<Outcome<Mixdown>> MixdownPass::run()
{
    Status status = open();
    if (status && loops() && !m_context.cancelled()) {
        status = warmUp();
    }
    for (std::int64_t at = 0; status && at < m_plan.frames && !m_context.cancelled();) {
        const auto left = static_cast<std::size_t>(m_plan.frames - at);
        const std::size_t frames = std::min(kSlabFrames, left);
        status = playSlab(at, frames);
        at += static_cast<std::int64_t>(frames);
        report(at);
    }
    if (!status) {
        return tl::unexpected(status.error());
    }
    if (m_context.cancelled()) {
        return Cancelled {};
    }
    for (Part& part : m_parts) {
        if (Status closed = part.dry->close(m_tools.cache); !closed) {
            return tl::unexpected(closed.error());
        }
        m_result.stolenVoices += part.dry->stolenVoices();
    }
    m_result.levels = m_meter.finish();
    return std::move(m_result);
}

} // namespace

std::string stemName(Slot slot)
{
    char number[8];
    std::snprintf(number, sizeof number, "%02d", static_cast<int>(slotIndex(slot)) + 1);
    return std::string(number) + "-" + std::string(slotName(slot));
}

Result<Outcome<Mixdown>> mixDown(const RenderRequest& request, const RenderPlan& plan,
    const MixdownTools& tools, const std::filesystem::path& folder, JobContext& context)
{
    return MixdownPass(request, plan, tools, folder, context).run();
}

} // namespace pieria::audio
