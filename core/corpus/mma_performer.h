// From an arrangement to notes: mma plays it in a child process, its MIDI is read back.
#pragma once

#include "core/base/result.h"
#include "core/corpus/arrangement.h"
#include "core/corpus/slot_assignment.h"

#include <filesystem>

namespace pieria {

/// Where and how mma runs.
struct MmaRunner
{
    std::string program = "mma";
    std::filesystem::path scratch; ///< a private folder
    std::filesystem::path
        cache; ///< what it played before, by the hash of what it read; may be empty
};

/// The accompaniment as a score on the 96-tick grid, its first bar at tick 0: tracks with slots,
/// sections, chords, key, metre and tempo filled, `length` exact. Same arrangement, same score.
[[nodiscard]] Result<Score> performArrangement(
    const MmaRunner& mma, const Arrangement& arrangement, AssignmentLoss* loss);

} // namespace pieria
