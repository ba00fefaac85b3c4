// Learning rate over a run: a linear warm-up, then a cosine down to a share of the peak.
#pragma once

#include <cstdint>

namespace pieria::models {

struct LearningRate
{
    double peak = 1e-4;
    std::int64_t warmUp = 0; ///< steps from peak / warmUp to peak
    std::int64_t total = 1; ///< steps of the whole run
    double floor = 0.1; ///< share of the peak that is left at `total` and after
};

/// Rate of step 0, 1, ...
[[nodiscard]] double rateAt(const LearningRate& schedule, std::int64_t step);

} // namespace pieria::models
