// Where things are: what ships with the program, what belongs to the user.
#pragma once

#include <filesystem>

namespace pieria {

/// The shipped resources: $PIERIA_RESOURCES, else share/pieria beside an installed program, else
/// the source tree.
[[nodiscard]] std::filesystem::path resourcesFolder();
/// The user's data ($XDG_DATA_HOME/pieria): imported models, styles, recovery files.
[[nodiscard]] std::filesystem::path userDataFolder();
/// Regenerable files ($XDG_CACHE_HOME/pieria): peaks, renders.
[[nodiscard]] std::filesystem::path cacheFolder();

} // namespace pieria
