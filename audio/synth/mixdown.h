// The first pass: stems are played, shaped by their strips and summed, a slab at a time.
#pragma once

#include "audio/synth/dry_stem.h"
#include "audio/synth/mix_meter.h"
#include "audio/synth/render_plan.h"
#include "audio/synth/score_synth.h"
#include "audio/synth/task_pool.h"
#include "core/job/job.h"

#include <filesystem>
#include <vector>

namespace pieria::audio {

/// The mix and the stems before the master, as float WAVs without their final length.
struct Mixdown
{
    FrameFile mix;
    std::vector<FrameFile> stems; ///< as RenderPlan::slots; empty when they are not kept
    ChunkLevels levels;
    int stolenVoices = 0;
};

struct MixdownTools
{
    const std::filesystem::path& soundFont;
    const StemCache& cache;
    Humanise humanise;
    TaskPool& pool;
};

/// Writes into `folder`. Reports 0 to kMixdownShare of the whole; sends AudioBlocks.
[[nodiscard]] Result<Outcome<Mixdown>> mixDown(const RenderRequest& request, const RenderPlan& plan,
    const MixdownTools& tools, const std::filesystem::path& folder, JobContext& context);

inline constexpr double kMixdownShare = 0.85;
inline constexpr std::size_t kSlabFrames = 4800; ///< 100 ms: whole chunks and synthesiser blocks

/// "01-drums": the stem's file name without extension.
[[nodiscard]] std::string stemName(Slot slot);

} // namespace pieria::audio
