// Own electronic styles by rule: house, techno, trance, drum and bass, lo-fi, hip hop, trap,
// synthwave and ambient, with builds, drops and breakdowns.
#pragma once

#include "core/corpus/groove_pieces.h"

namespace pieria {

/// The `index`-th electronic piece of a seed; styles take turns. Of the sub-patterns (style, kick
/// and bass) one in sixteen tests and one validates.
[[nodiscard]] std::vector<MadePiece> makeElectronicPiece(
    const MakerTools& tools, std::uint64_t index);

} // namespace pieria
