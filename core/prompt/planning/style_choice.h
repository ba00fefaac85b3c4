// Which style family a piece belongs to.
#pragma once

#include "core/prompt/music_planner.h"
#include "core/prompt/planning/wanted.h"

namespace pieria::prompt {

/// The named style, else the suggested one, else the one that suits moods, tempo, metre, mode and
/// instruments best (drawn from the stream "style"). Never fails: `styles` is not empty.
[[nodiscard]] const StylePrior& chooseStyle(const MusicPlanner& planner, const Wanted& wanted,
    const std::optional<std::string>& suggested, std::uint64_t seed);

/// The mood's row in the lexicon; null when there is none.
[[nodiscard]] const struct MoodRow* moodRow(std::string_view name);

} // namespace pieria::prompt
