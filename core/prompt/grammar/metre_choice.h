// Any metre that was asked for, and the one the piece will have.
#pragma once

#include "core/prompt/grammar/draft.h"

namespace pieria::prompt {

/// The nearest of the five metres the studio composes in.
[[nodiscard]] Metre nearestMetre(Metre metre);
/// Sets the metre unless one is set, with a chip; with a sentence when another one has to do.
void chooseMetre(Draft& draft, Metre asked, std::size_t first, std::size_t last);

} // namespace pieria::prompt
