// The face of the music models. No torch here; implemented in core/engine/music_generator.cpp.
#pragma once

#include "core/base/result.h"
#include "core/engine/take.h"
#include "core/job/job.h"

#include <filesystem>
#include <memory>

namespace pieria {

struct EngineSettings
{
    std::filesystem::path models; ///< folder of the shipped models, resources/models
    int threads = 2; ///< tasks that run at once; never changes a result
    std::string device = "cpu"; ///< "cpu" or "cuda"
};

/// Sent through JobContext::preview while a piece is being made.
struct ScoreDraft
{
    Score score; ///< notes so far
    Tick finishedUntil = 0; ///< everything before this tick is final: it can be rendered and played
};

class MusicGenerator
{
public:
    virtual ~MusicGenerator() = default;
    /// `source` is the take that `request.sourceTake` names; null for Compose. Same request (and
    /// source), same score and latents. The mix is the source's, or the plain one. The take's id is
    /// fresh.
    [[nodiscard]] virtual Result<Outcome<Take>> generate(
        const MusicRequest& request, const Take* source, JobContext& context)
        = 0;
};

/// Loads lazily: the first generate pays for it. Fails when a model is missing or corrupt.
[[nodiscard]] Result<std::unique_ptr<MusicGenerator>> makeMusicGenerator(
    const EngineSettings& settings);

} // namespace pieria
