// How strong each bar should be.
#pragma once

#include "core/prompt/music_planner.h"
#include "core/prompt/planning/form.h"
#include "core/prompt/planning/wanted.h"

namespace pieria::prompt {

/// One value a bar, 0 to 1: the style's level or the words', the section's, and the curve.
[[nodiscard]] std::vector<float> planEnergy(
    const std::vector<FormSection>& form, const StylePrior& style, const Wanted& wanted);

} // namespace pieria::prompt
