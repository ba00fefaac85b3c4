// Brings a piece of printed music onto the models' grid.
#pragma once

#include "core/corpus/slot_assignment.h"
#include "core/score/score.h"

#include <optional>
#include <string>
#include <vector>

namespace pieria {

/// What an index line says of a file.
struct PrintedPiece
{
    std::string id;
    std::string title;
    std::string composer;
    std::string source; ///< pieces of one source share a split
    std::string style; ///< the collection's word: "Baroque"
    std::string instruments;
    std::vector<int> hintPrograms; ///< what the header's instruments suggest
    std::vector<int> filePrograms;
    std::string key; ///< may be empty
    std::string keyEstimate;
    double keyMargin = 0;
    std::string metre; ///< first time signature, "3/8"
    double bpm = 0; ///< 0 when the source gives none
    std::string tempoText;
};

/// A printed metre in ours: 3/8 bars doubled to 3/4, 12/8 as two bars of 6/8, and so on.
struct MetreReading
{
    Metre metre;
    double scale = 1; ///< of all ticks
};
[[nodiscard]] std::optional<MetreReading> readMetre(const std::string& printed);

/// One metre, one tempo, one key; bar lines found for pickups; slots one a track; chords estimated;
/// whole bars. Nothing when the piece has more than seven pitched parts.
[[nodiscard]] std::optional<Score> gridScore(const Score& read, const PrintedPiece& piece,
    const MetreReading& reading, double bpm, AssignmentLoss& loss);

} // namespace pieria
