// Rendering as a step of a job: one renderer, one user at a time, sound as soon as it is final.
#pragma once

#include "audio/engine/audio_engine.h"
#include "core/engine/score_renderer.h"
#include "core/engine/take.h"
#include "core/project/asset_store.h"

#include <filesystem>
#include <memory>
#include <mutex>

namespace pieria::ui {

/// The renderer with the lock that lets the lanes share it.
struct SharedRenderer
{
    ScoreRenderer& renderer;
    std::timed_mutex mutex {};
};

struct RenderedTake
{
    std::optional<AssetId> audio;
    double loudness = 0;
    std::vector<std::string> notes;
};

/// Renders the mix, feeding `growing` as blocks become final, and stores it. `growing` is finished
/// when this returns, whatever happened. Cancelled while waiting for the renderer, too.
[[nodiscard]] Result<Outcome<RenderedTake>> renderTake(const Take& take, SharedRenderer& shared,
    const AssetStore& assets, audio::GrowingSource& growing, JobContext& context);

/// Sent as a preview when there is something to hear.
struct AudioPreview
{
    std::shared_ptr<audio::GrowingSource> source;
};

} // namespace pieria::ui
