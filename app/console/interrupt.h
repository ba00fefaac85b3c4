// Ctrl+C as a wish to cancel: the first one is noted, a second one ends the program at once.
#pragma once

namespace pieria::app {

/// For SIGINT and SIGTERM.
void watchInterrupts();
[[nodiscard]] bool interrupted();

} // namespace pieria::app
