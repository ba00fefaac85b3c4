// Who plays what: named instruments find their slots, the style fills the rest.
#pragma once

#include "core/base/result.h"
#include "core/prompt/music_planner.h"
#include "core/prompt/planning/wanted.h"

namespace pieria::prompt {

/// Fails when everything that could play has been taken away. A note says which named instruments
/// found no slot (more than eight were named).
[[nodiscard]] Result<std::array<SlotPlan, kSlotCount>> planInstruments(const StylePrior& style,
    const Wanted& wanted, std::uint64_t seed, std::vector<std::string>& notes);

} // namespace pieria::prompt
