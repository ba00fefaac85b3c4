// Tempo lives here and nowhere else: notes are in ticks.
#pragma once

#include "core/base/units.h"
#include "core/score/music_types.h"

#include <vector>

namespace pieria {

struct TempoChange
{
    Tick tick = 0;
    double bpm = 120; ///< quarter notes per minute, 10 to 1000
    bool operator==(const TempoChange&) const = default;
};

/// Piecewise-constant tempo. Always has a change at tick 0.
class TempoMap
{
public:
    TempoMap() = default;
    explicit TempoMap(double bpm);
    /// Sorts by tick; of several at one tick the last wins; adds one at tick 0 where missing;
    /// clamps bpm.
    explicit TempoMap(std::vector<TempoChange> changes);
    [[nodiscard]] const std::vector<TempoChange>& changes() const { return m_changes; }
    [[nodiscard]] double bpmAt(Tick tick) const;
    [[nodiscard]] Seconds secondsAt(Tick tick) const;
    [[nodiscard]] Tick tickAt(Seconds time) const; ///< rounded down
    bool operator==(const TempoMap&) const = default;

private:
    std::vector<TempoChange> m_changes { TempoChange {} };
};

} // namespace pieria
