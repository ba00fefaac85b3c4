// Pieces over mma's grooves: form, chords, accompaniment and, over half of them, a melody of our
// own.
#pragma once

#include "core/corpus/groove_library.h"
#include "core/corpus/held_out.h"
#include "core/corpus/made_piece.h"
#include "core/corpus/mma_performer.h"
#include "core/corpus/progressions.h"

#include <filesystem>

namespace pieria {

/// What the makers share. References must outlive the makers.
struct MakerTools
{
    std::uint64_t seed = 1;
    MmaRunner mma;
    const std::vector<GrooveFile>& grooves;
    const std::vector<Progression>& progressions;
    const HeldOut& heldOut;
};

/// The `index`-th groove piece of a seed (or its parts): files take turns, everything else is drawn
/// from a stream of its own.
[[nodiscard]] Result<std::vector<MadePiece>> makeGroovePiece(
    const MakerTools& tools, std::uint64_t index, AssignmentLoss& loss);

} // namespace pieria
