#include "audio/synth/mix_meter.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace pieria::audio {

namespace {

constexpr std::size_t kFrames = static_cast<std::size_t>(kChunkFrames);
constexpr std::size_t kTapCount = 12;
constexpr std::size_t kPhases = 3;

using Phase = std::array<float, kTapCount>;

/// Values a quarter, a half and three quarters of the way between the sixth and the seventh sample:
/// sinc under a Hann window, each phase normalised to unit gain at 0 Hz.
std::array<Phase, kPhases> makePhases()
{
    std::array<Phase, kPhases> phases {};
    for (std::size_t p = 0; p < kPhases; ++p) {
        const double offset = 5.0 + static_cast<double>(p + 1) / 4.0;
        double sum = 0;
        std::array<double, kTapCount> taps {};
        for (std::size_t k = 0; k < kTapCount; ++k) {
            const double x = std::numbers::pi * (static_cast<double>(k) - offset);
            taps[k] = std::sin(x) / x * (0.5 + 0.5 * std::cos(x / 6.25));
            sum += taps[k];
        }
        for (std::size_t k = 0; k < kTapCount; ++k) {
            phases[p][k] = static_cast<float>(taps[k] / sum);
        }
    }
    return phases;
}

/// `x` holds the history before the chunk's frames.
float peakBetween(const std::array<float, kTapCount - 1 + kFrames>& x)
{
    static const std::array<Phase, kPhases> kFilters = makePhases();
    float peak = 0;
    for (const Phase& filter : kFilters) {
        std::array<float, kFrames> sum {};
        for (std::size_t k = 0; k < kTapCount; ++k) {
            for (std::size_t n = 0; n < kFrames; ++n) {
                sum[n] += filter[k] * x[n + k];
            }
        }
        for (const float value : sum) {
            peak = std::max(peak, std::fabs(value));
        }
    }
    return peak;
}

} // namespace

MixMeter::MixMeter()
{
    const auto stages = kWeighting();
    m_weighting = { StereoBiquad(stages[0]), StereoBiquad(stages[1]) };
}

void MixMeter::add(std::span<const float> interleaved)
{
    constexpr std::size_t kChunkFloats = 2 * kFrames;
    while (!interleaved.empty()) {
        if (m_pending.empty() && interleaved.size() >= kChunkFloats) {
            measure(interleaved.first(kChunkFloats));
            interleaved = interleaved.subspan(kChunkFloats);
            continue;
        }
        const std::size_t take = std::min(kChunkFloats - m_pending.size(), interleaved.size());
        m_pending.insert(m_pending.end(), interleaved.begin(),
            interleaved.begin() + static_cast<std::ptrdiff_t>(take));
        interleaved = interleaved.subspan(take);
        if (m_pending.size() == kChunkFloats) {
            measure(m_pending);
            m_pending.clear();
        }
    }
}

void MixMeter::measure(std::span<const float> chunk)
{
    const std::size_t frames = chunk.size() / 2;
    float peak = 0;
    for (std::size_t c = 0; c < 2; ++c) {
        std::array<float, kTapCount - 1 + kFrames> x {};
        std::copy(m_history[c].begin(), m_history[c].end(), x.begin());
        for (std::size_t i = 0; i < frames; ++i) {
            x[kTapCount - 1 + i] = chunk[2 * i + c];
            peak = std::max(peak, std::fabs(chunk[2 * i + c]));
        }
        peak = std::max(peak, peakBetween(x));
        const auto end = x.begin() + static_cast<std::ptrdiff_t>(frames);
        std::copy(end, end + (kTapCount - 1), m_history[c].begin());
    }
    double power = 0;
    for (std::size_t i = 0; i < frames; ++i) {
        const auto y = m_weighting[1].step(m_weighting[0].step({ chunk[2 * i], chunk[2 * i + 1] }));
        power += y[0] * y[0] + y[1] * y[1];
    }
    m_levels.peak.push_back(peak);
    m_levels.power.push_back(static_cast<float>(power / static_cast<double>(frames)));
}

ChunkLevels MixMeter::finish()
{
    if (!m_pending.empty()) {
        measure(m_pending);
        m_pending.clear();
    }
    return std::exchange(m_levels, {});
}

} // namespace pieria::audio
