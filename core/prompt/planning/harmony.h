// The chords of a piece: progressions of the table laid over the form, with a cadence at the end or
// a turn back to the start.
#pragma once

#include "core/corpus/progressions.h"
#include "core/prompt/music_planner.h"
#include "core/prompt/planning/form.h"
#include "core/prompt/planning/wanted.h"

#include <array>

namespace pieria::prompt {

/// Progressions for the sections A, B and C, of the key's mode, drawn by style and mood from the
/// streams "chords" 0, 1, 2. They differ where the table allows it.
[[nodiscard]] std::array<Progression, 3> chooseProgressions(const std::vector<Progression>& table,
    const StylePrior& style, const Wanted& wanted, Mode mode, std::uint64_t seed);

enum class LastBar : std::uint8_t {
    Closes, ///< dominant, then tonic
    LeadsBack ///< a loop, or a part that goes on: the last bar wants the first
};

/// Absolute chords, the first at tick 0, at bars or half bars; equal neighbours are one chord.
[[nodiscard]] std::vector<Chord> planChords(const std::vector<FormSection>& form,
    const std::array<Progression, 3>& progressions, Key key, Metre metre, LastBar last);

} // namespace pieria::prompt
