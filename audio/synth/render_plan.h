// How long a rendering is, who plays in it, and where its bars begin.
#pragma once

#include "core/engine/score_renderer.h"

#include <cstdint>
#include <vector>

namespace pieria::audio {

struct RenderPlan
{
    std::int64_t scoreFrames = 0; ///< to the end of the last bar
    /// With the longest tail; in a loop the same as scoreFrames.
    std::int64_t frames = 0;
    std::vector<Slot> slots; ///< heard, in order
    std::vector<std::size_t> barriers; ///< chunks at which bars begin (see MasterSettings)
};

[[nodiscard]] Result<RenderPlan> planRendering(const RenderRequest& request);

} // namespace pieria::audio
