// `pieria` without arguments.
#pragma once

namespace pieria::app {

/// Opens the window; with no display, composes an example into the current folder and says where.
/// Returns the exit code.
[[nodiscard]] int runStudio(int count, char** arguments);

} // namespace pieria::app
