#include "audio/analysis/silence.h"

#include <algorithm>
#include <cmath>

namespace pieria::audio {

double silenceRatio(
    std::span<const float> samples, int channels, double threshold, double sampleRate)
{
    const auto block = static_cast<std::size_t>(std::max(0.05 * sampleRate, 1.0))
        * static_cast<std::size_t>(std::max(channels, 1));
    const double least = std::pow(10.0, threshold / 10);
    std::size_t blocks = 0;
    std::size_t silent = 0;
    for (std::size_t at = 0; at < samples.size(); at += block) {
        const auto part = samples.subspan(at, std::min(block, samples.size() - at));
        double square = 0;
        for (const float x : part) {
            square += static_cast<double>(x) * x;
        }
        ++blocks;
        silent += square / static_cast<double>(part.size()) < least ? 1 : 0;
    }
    return blocks ? static_cast<double>(silent) / static_cast<double>(blocks) : 1.0;
}

} // namespace pieria::audio
