// `pieria` without a verb.
#pragma once

#include <string>
#include <vector>

namespace pieria::app {

/// The arguments, where all of them name files the window can open (.pieria, .pieriaz, .take,
/// .mid); otherwise none.
[[nodiscard]] std::vector<std::string> filesToOpen(int count, char** arguments);

/// Opens the window with `files`; with no display, composes an example into the current folder and
/// says where. Returns the exit code.
[[nodiscard]] int runStudio(int count, char** arguments, const std::vector<std::string>& files);

} // namespace pieria::app
