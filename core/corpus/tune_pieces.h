// Pieces from real tunes: a lead sheet over a matching groove, or over a folk backing of our own.
#pragma once

#include "core/corpus/groove_pieces.h"
#include "core/corpus/lead_sheet.h"

namespace pieria {

/// Both collections below `data`, shuffled; every third one is a song, though there are far fewer.
[[nodiscard]] Result<std::vector<LeadSheet>> readTunes(
    const std::filesystem::path& data, std::uint64_t seed);

/// The `index`-th tune piece of a seed. Only grooves of training files accompany tunes, so that a
/// tune's own split decides. An empty answer: this tune has no groove in its metre.
[[nodiscard]] Result<std::vector<MadePiece>> makeTunePiece(const MakerTools& tools,
    const std::vector<LeadSheet>& sheets, std::uint64_t index, AssignmentLoss& loss);

} // namespace pieria
