// What `pieria --version` says.
#pragma once

#include <string>

namespace pieria::app {

/// The program, then the libraries that were loaded: LibTorch, BLAS, Qt.
[[nodiscard]] std::string versionText();

} // namespace pieria::app
