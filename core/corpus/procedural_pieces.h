// Styles by rule that mma's library hardly has: electronic ones with builds, drops and breakdowns,
// and a few bands and orchestras.
#pragma once

#include "core/corpus/groove_pieces.h"

namespace pieria {

/// The `index`-th piece of a seed; styles take turns. Of the sub-patterns (style, kick
/// and bass) one in sixteen tests and one validates.
[[nodiscard]] std::vector<MadePiece> makeProceduralPiece(
    const MakerTools& tools, std::uint64_t index);

} // namespace pieria
