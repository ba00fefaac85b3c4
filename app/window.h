// The studio's window with its engines.
#pragma once

namespace pieria::app {

/// Runs until the window is closed; returns the exit code.
[[nodiscard]] int openWindow(int count, char** arguments);

} // namespace pieria::app
