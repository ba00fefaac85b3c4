// How far a job is, and how long it may still take.
#pragma once

#include "core/base/units.h"

#include <optional>
#include <string>

namespace pieria {

struct Progress
{
    std::string stage; ///< "writing bars 9-16 of 32"
    double done = 0; ///< in [0, total]
    double total = 1;
    [[nodiscard]] double fraction() const { return total > 0 ? done / total : 0; }
};

/// Remaining time from an exponential average of the pace. Silent until 5 % or 3 s, whichever is
/// first.
class EtaEstimator
{
public:
    /// `now` is any clock that only rises; `fraction` in [0, 1].
    void update(Seconds now, double fraction);
    [[nodiscard]] std::optional<Seconds> remaining() const;

private:
    bool m_started = false;
    double m_start = 0;
    double m_lastTime = 0;
    double m_lastFraction = 0;
    double m_pace = 0; ///< fraction per second
    double m_now = 0;
};

} // namespace pieria
