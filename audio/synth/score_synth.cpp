#include "audio/synth/score_synth.h"

#include "audio/synth/finishing.h"
#include "audio/synth/soundfont.h"
#include "core/base/id.h"
#include "core/base/paths.h"

#include <cmath>
#include <cstdio>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

namespace pieria::audio {

namespace {

namespace fs = std::filesystem;

std::string oneDecimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

/// A folder beside the results that is gone when the rendering is over, however it ends.
class WorkFolder
{
public:
    explicit WorkFolder(const fs::path& parent)
        : m_path(parent / (".render-" + makeUuid()))
    {
        fs::create_directories(m_path, m_error);
    }
    ~WorkFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }
    [[nodiscard]] const std::error_code& error() const { return m_error; }

private:
    fs::path m_path;
    std::error_code m_error;
};

Result<RenderedFile> putInPlace(
    const FrameFile& file, const fs::path& folder, std::string name, std::optional<Slot> slot)
{
    RenderedFile rendered { folder / file.path().filename(), std::move(name), slot };
    std::error_code error;
    fs::rename(file.path(), rendered.path, error);
    if (error) {
        return fail(ErrorCode::Io,
            "Could not put in place " + rendered.path.string() + ": " + error.message() + ".");
    }
    return rendered;
}

MasterSettings masterSettings(const RenderRequest& request, const RenderPlan& plan)
{
    MasterSettings settings;
    settings.loudness = request.mix.loudness;
    settings.ceiling = request.mix.ceiling;
    settings.fixedGain = request.gain;
    settings.seam = request.loop == LoopMode::On ? Seam::Circular : Seam::Open;
    settings.barriers = plan.barriers;
    return settings;
}

std::vector<std::string> sentences(const RenderRequest& request, const Finished& finished)
{
    std::vector<std::string> notes;
    if (finished.loudness <= -70) {
        notes.emplace_back("There is nothing to hear: no instrument plays, or all are muted.");
    } else if (!request.gain && request.mix.loudness
        && std::fabs(finished.loudness - *request.mix.loudness) > 0.5) {
        notes.push_back("Left at " + oneDecimal(finished.loudness) + " LUFS: reaching "
            + oneDecimal(*request.mix.loudness)
            + " LUFS would need more than 6 dB of limiting. Make the peaks softer or the mix "
              "denser.");
    }
    if (finished.trim < 0) {
        notes.push_back("Turned down by " + oneDecimal(-finished.trim) + " dB to keep peaks below "
            + oneDecimal(request.mix.ceiling) + " dBTP.");
    }
    return notes;
}

class FluidScoreRenderer final : public ScoreRenderer
{
public:
    explicit FluidScoreRenderer(SynthOptions options)
        : m_options(std::move(options))
    {
    }
    Result<Outcome<RenderOutcome>> render(
        const RenderRequest& request, JobContext& context) override
    {
        try {
            return renderUnguarded(request, context);
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory,
                "There is not enough memory to render the piece: close something and try again.");
        } catch (const std::exception& error) {
            return fail(
                ErrorCode::Internal, "The piece could not be rendered: try again.", error.what());
        }
    }

private:
    Result<Outcome<RenderOutcome>> renderUnguarded(
        const RenderRequest& request, JobContext& context) const;
    Result<fs::path> soundFont() const
    {
        return m_options.soundFont.empty() ? findSoundFont()
                                           : Result<fs::path>(m_options.soundFont);
    }
    /// A cache that cannot be had is no reason not to render.
    Result<StemCache> cache(const fs::path& work) const
    {
        const fs::path folder = m_options.cache.empty() ? cacheFolder() / "stems" : m_options.cache;
        auto cache = StemCache::open(folder, m_options.cacheBytes);
        return cache ? cache : StemCache::open(work / "stems", m_options.cacheBytes);
    }

    SynthOptions m_options;
};

Result<RenderOutcome> publish(Mixdown& mixdown, const RenderPlan& plan, const fs::path& folder)
{
    RenderOutcome outcome;
    for (std::size_t i = 0; i < mixdown.stems.size(); ++i) {
        const Slot slot = plan.slots[i];
        auto stem = putInPlace(mixdown.stems[i], folder, stemName(slot), slot);
        if (!stem) {
            return tl::unexpected(stem.error());
        }
        outcome.stems.push_back(std::move(*stem));
    }
    auto mix = putInPlace(mixdown.mix, folder, "mix", std::nullopt);
    if (!mix) {
        return tl::unexpected(mix.error());
    }
    outcome.mix = std::move(*mix);
    return outcome;
}

Result<Outcome<RenderOutcome>> FluidScoreRenderer::renderUnguarded(
    const RenderRequest& request, JobContext& context) const
{
    const auto plan = planRendering(request);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const auto font = soundFont();
    if (!font) {
        return tl::unexpected(font.error());
    }
    const WorkFolder work(request.folder);
    if (work.error()) {
        return fail(ErrorCode::Io,
            "Could not write into " + request.folder.string() + ": " + work.error().message()
                + ".");
    }
    const auto stems = cache(work.path());
    if (!stems) {
        return tl::unexpected(stems.error());
    }
    TaskPool pool(m_options.threads);
    auto mixed = mixDown(
        request, *plan, { *font, *stems, m_options.humanise, pool }, work.path(), context);
    if (!mixed) {
        return tl::unexpected(mixed.error());
    }
    if (std::holds_alternative<Cancelled>(*mixed)) {
        return Cancelled {};
    }
    auto& mixdown = std::get<Mixdown>(*mixed);
    stems->trim();
    const Mastered mastered = master(mixdown.levels, masterSettings(request, *plan));
    const auto finished = finishMixdown(mixdown, request, *plan, mastered.curve, pool, context);
    if (!finished) {
        return tl::unexpected(finished.error());
    }
    if (std::holds_alternative<Cancelled>(*finished)) {
        return Cancelled {};
    }
    const auto& levels = std::get<Finished>(*finished);
    auto outcome = publish(mixdown, *plan, request.folder);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    outcome->frames = levels.frames;
    outcome->loudness = levels.loudness;
    outcome->truePeak = levels.truePeak;
    outcome->limiting = mastered.limiting;
    outcome->gain = mastered.gain;
    outcome->stolenVoices = mixdown.stolenVoices;
    outcome->notes = sentences(request, levels);
    return std::move(*outcome);
}

} // namespace

std::unique_ptr<ScoreRenderer> makeScoreRenderer(SynthOptions options)
{
    return std::make_unique<FluidScoreRenderer>(std::move(options));
}

} // namespace pieria::audio
