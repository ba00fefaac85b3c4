#include "ui/prompt/render_steps.h"

#include "core/base/paths.h"
#include "ui/prompt/audio_asset.h"
#include "ui/prompt/sub_context.h"

#include <system_error>
#include <utility>

namespace pieria::ui {

namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes away with the render.
class ScratchFolder
{
public:
    ScratchFolder()
        : m_path(cacheFolder() / "renders" / makeUuid())
    {
    }
    ~ScratchFolder()
    {
        std::error_code error;
        fs::remove_all(m_path, error);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

struct FinishAtEnd
{
    audio::GrowingSource& source;
    ~FinishAtEnd() { source.finish(); }
};

} // namespace

Result<Outcome<RenderedTake>> renderTake(const Take& take, SharedRenderer& shared,
    const AssetStore& assets, audio::GrowingSource& growing, JobContext& context)
{
    const FinishAtEnd finish { growing };
    std::unique_lock lock(shared.mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(50))) {
        if (context.cancelled()) {
            return Outcome<RenderedTake>(Cancelled {});
        }
    }
    const ScratchFolder scratch;
    RenderRequest request;
    request.score = take.score;
    request.mix = take.mix;
    request.loop = take.plan.loop ? LoopMode::On : LoopMode::Off;
    request.folder = scratch.path();
    request.stems = false;
    SubContext rendering(context, 0.0, 0.95, [&](const std::any& value) {
        if (const auto* block = std::any_cast<AudioBlock>(&value)) {
            growing.append(block->interleaved);
        } else {
            context.preview(value);
        }
    });
    auto rendered = shared.renderer.render(request, rendering);
    lock.unlock();
    if (!rendered) {
        return tl::make_unexpected(rendered.error());
    }
    if (std::holds_alternative<Cancelled>(*rendered)) {
        return Outcome<RenderedTake>(Cancelled {});
    }
    const auto& outcome = std::get<RenderOutcome>(*rendered);
    SubContext storing(context, 0.95, 1.0);
    auto stored = storeAudio(outcome.mix.path, assets, storing);
    if (!stored) {
        return tl::make_unexpected(stored.error());
    }
    if (std::holds_alternative<Cancelled>(*stored)) {
        return Outcome<RenderedTake>(Cancelled {});
    }
    return Outcome<RenderedTake>(
        RenderedTake { std::get<AssetId>(*stored), outcome.loudness, outcome.notes });
}

} // namespace pieria::ui
