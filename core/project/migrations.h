// Old project files load for ever: a chain of steps, each from one format to the next. Every format
// has a fixture in tests/data/projects. For .cpp files of this room.
#pragma once

#include "core/project/json_fields.h"

#include <span>

namespace pieria {

/// Changes a document of format n into one of format n + 1; the number itself is raised by the
/// chain.
using Migration = Status (*)(Json& document);

/// Element n - 1 leads from format n to n + 1. Its size + 1 is the current format.
[[nodiscard]] std::span<const Migration> projectMigrations();

/// The document in the newest format the chain leads to. Refuses newer ones and such without a
/// number.
[[nodiscard]] Result<Json> migrated(Json document, std::span<const Migration> chain);

} // namespace pieria
