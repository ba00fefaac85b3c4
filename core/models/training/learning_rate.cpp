#include "core/models/training/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pieria::models {

double rateAt(const LearningRate& schedule, std::int64_t step)
{
    if (step < schedule.warmUp) {
        return schedule.peak * static_cast<double>(step + 1) / static_cast<double>(schedule.warmUp);
    }
    const auto length
        = static_cast<double>(std::max<std::int64_t>(schedule.total - schedule.warmUp, 1));
    const double done = std::min(static_cast<double>(step - schedule.warmUp) / length, 1.0);
    const double cosine = (1 + std::cos(std::numbers::pi * done)) / 2;
    return schedule.peak * (schedule.floor + (1 - schedule.floor) * cosine);
}

} // namespace pieria::models
