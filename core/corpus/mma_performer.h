// From an arrangement to notes: mma plays it in a child process, its MIDI is read back.
#pragma once

#include "core/base/result.h"
#include "core/corpus/arrangement.h"
#include "core/corpus/slot_assignment.h"

#include <filesystem>

namespace pieria {

/// The accompaniment as a score on the 96-tick grid, its first bar at tick 0: tracks with slots,
/// sections, chords, key, metre and tempo filled, `length` exact. Same arrangement, same score.
[[nodiscard]] Result<Score> performArrangement(const std::string& mma,
    const std::filesystem::path& scratch, const Arrangement& arrangement, AssignmentLoss* loss);

} // namespace pieria
