// Reader of styles.json: bounds-checked, one sentence when it is damaged.
#pragma once

#include "core/prompt/music_planner.h"

#include <string_view>

namespace pieria::prompt {

[[nodiscard]] Result<std::map<std::string, StylePrior>> readStyles(std::string_view json);

} // namespace pieria::prompt
