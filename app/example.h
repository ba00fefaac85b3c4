// The piece that is composed where there is no display to open a window on.
#pragma once

namespace pieria::app {

/// Writes pieria-example.wav into the current folder and says so. Returns the exit code.
[[nodiscard]] int composeExample();

} // namespace pieria::app
