// The studio's window with its engines.
#pragma once

#include <string>
#include <vector>

namespace pieria::app {

/// Opens the window, and in it the given projects, takes and MIDI files. Runs until it is closed;
/// returns the exit code.
[[nodiscard]] int openWindow(int count, char** arguments, const std::vector<std::string>& files);

} // namespace pieria::app
