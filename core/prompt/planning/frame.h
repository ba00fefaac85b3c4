// Metre, key, tempo and the number of bars.
#pragma once

#include "core/prompt/music_planner.h"
#include "core/prompt/planning/wanted.h"

namespace pieria::prompt {

[[nodiscard]] Metre planMetre(
    const MusicPlanner& planner, const StylePrior& style, const Wanted& wanted, std::uint64_t seed);
[[nodiscard]] Key planKey(const StylePrior& style, const Wanted& wanted, std::uint64_t seed);
[[nodiscard]] double planTempo(const StylePrior& style, const Wanted& wanted, std::uint64_t seed);
/// At least 1, at most kMostPlannedBars (with a note).
[[nodiscard]] int planBars(const Wanted& wanted, double bpm, Metre metre, bool twelveBars,
    std::vector<std::string>& notes);

} // namespace pieria::prompt
