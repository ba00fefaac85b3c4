// How long a piece can be.
#pragma once

#include <string>

namespace pieria::prompt {

inline constexpr int kMostBars = 1024; ///< of a piece

[[nodiscard]] std::string lengthText(double seconds); ///< "45 s", "1:30 min"

} // namespace pieria::prompt
