// A request is a value with everything needed to make the result again.
#pragma once

#include "core/base/units.h"
#include "core/score/music_types.h"
#include "core/score/slot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pieria {

/// A taught style by name and how much of it.
struct StyleUse
{
    std::string name;
    double strength = 1; ///< -1 to 1.5
    bool operator==(const StyleUse&) const = default;
};

enum class MusicTask : std::uint8_t {
    Compose, ///< from nothing (or, with an empty prompt, unconditionally)
    Extend, ///< append `extendBars` to the source take
    Inpaint, ///< make bars [firstBar, lastBar] of the source take again
    RemakeSlot ///< make one slot of the source take again, all others kept
};

struct MusicRequest
{
    std::string prompt;
    std::string negative;
    std::uint64_t seed = 0;
    std::string model; ///< id in the ModelRegistry; empty: the shipped one
    std::vector<StyleUse> styles;
    /// Explicit fields win over what the prompt says.
    std::optional<int> bars;
    std::optional<Seconds> length;
    std::optional<double> bpm;
    std::optional<Key> key;
    std::optional<Metre> metre;
    std::optional<std::vector<std::string>> instruments; ///< names as the prompt grammar knows them
    bool loop = false;
    int steps = 20; ///< sampler steps, 1 to 200
    double guidance = 3; ///< classifier-free guidance scale, 0 to 20; 1: off

    MusicTask task = MusicTask::Compose;
    int extendBars = 0;
    int firstBar = 0; ///< from 1, inclusive
    int lastBar = 0;
    Slot slot = Slot::Lead;
    std::string sourceTake; ///< id of the take a task starts from; empty for Compose

    bool operator==(const MusicRequest&) const = default;
};

} // namespace pieria
