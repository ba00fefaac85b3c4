// How the program ends, as shells see it.
#pragma once

namespace pieria::app {

inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kCancelled = 130; ///< as after SIGINT

} // namespace pieria::app
