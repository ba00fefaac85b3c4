// The second pass: the master's gain curve and the fade at the end, on the mix and on each stem.
#pragma once

#include "audio/synth/master.h"
#include "audio/synth/mixdown.h"

namespace pieria::audio {

struct Finished
{
    std::int64_t frames = 0;
    double loudness = 0; ///< LUFS of the finished mix, measured by libebur128; -70 for silence
    double truePeak = 0; ///< dBTP, likewise; -120 for silence
    double trim = 0; ///< dB taken off afterwards to keep the ceiling; 0 or below
};

/// Frames worth keeping: all of the score, and the tail as long as it can be heard.
[[nodiscard]] std::int64_t audibleFrames(
    const RenderPlan& plan, const ChunkLevels& levels, const GainCurve& curve);

/// Rewrites the files in place and gives them their length.
[[nodiscard]] Result<Outcome<Finished>> finishMixdown(Mixdown& mixdown,
    const RenderRequest& request, const RenderPlan& plan, const GainCurve& curve, TaskPool& pool,
    JobContext& context);

} // namespace pieria::audio
