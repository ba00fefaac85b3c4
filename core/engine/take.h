// One finished piece: the request that made it, the plan, the latents, the notes and the mix.
#pragma once

#include "core/base/id.h"
#include "core/engine/mix.h"
#include "core/engine/music_request.h"
#include "core/score/plan.h"

#include <string>
#include <vector>

namespace pieria {

/// What the diffusion model made: [bars, slots, channels] row-major. Empty for imported or
/// hand-made takes.
struct ScoreLatents
{
    int bars = 0;
    int channels = 0; ///< per bar and slot
    std::vector<float> values;
    bool operator==(const ScoreLatents&) const = default;
};

struct Take
{
    TakeId id;
    std::string title;
    MusicRequest request;
    MusicPlan plan;
    ScoreLatents latents;
    Score score;
    Mix mix;
    std::vector<std::string>
        notes; ///< sentences for people: what was understood, what could not be done
    bool operator==(const Take&) const = default;
};

} // namespace pieria
