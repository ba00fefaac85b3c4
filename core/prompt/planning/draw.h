// Weighted draws from one number of a noise stream.
#pragma once

#include <cstddef>
#include <span>

namespace pieria::prompt {

/// Index of the weight in which `uniform` (0 to 1) of the sum falls; 0 when the sum is 0.
[[nodiscard]] inline std::size_t drawIndex(std::span<const double> weights, double uniform)
{
    double sum = 0;
    for (const double weight : weights) {
        sum += weight;
    }
    double left = uniform * sum;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) {
            return i;
        }
    }
    return 0;
}

} // namespace pieria::prompt
