#include "audio/synth/master.h"

#include <algorithm>
#include <cmath>

namespace pieria::audio {

namespace {

constexpr double kChunkSeconds = static_cast<double>(kChunkFrames) / 48000;
constexpr std::size_t kLookAhead = 3; ///< chunks: 2 ms
constexpr double kReleaseSeconds = 0.09;
constexpr double kCompressorAttack = 0.015;
constexpr double kCompressorRelease = 0.2;
constexpr double kCompressorRatio = 2;
constexpr double kCompressorKnee = 6; ///< dB
/// Over the target loudness: only what stands out is held back.
constexpr double kCompressorThreshold = 5;
constexpr double kDefaultLoudness = -14;
/// dB kept from the ceiling: the limiter's meter has 12 taps a phase, and the gain moves.
constexpr double kMargin = 0.15;
constexpr double kFloor = -70;

double decibelsOfPower(double power)
{
    return -0.691 + 10 * std::log10(std::max(power, 1e-12));
}

double linear(double decibels)
{
    return std::pow(10.0, decibels / 20);
}

double smoothing(double seconds)
{
    return 1 - std::exp(-kChunkSeconds / seconds);
}

/// Reduction in dB (<= 0) of a soft-kneed compressor.
double compression(double over)
{
    constexpr double slope = 1 - 1 / kCompressorRatio;
    if (over <= -kCompressorKnee / 2) {
        return 0;
    }
    if (over >= kCompressorKnee / 2) {
        return -slope * over;
    }
    const double x = over + kCompressorKnee / 2;
    return -slope * x * x / (2 * kCompressorKnee);
}

class Attempt
{
public:
    Attempt(const ChunkLevels& levels, const MasterSettings& settings, double gain)
        : m_levels(levels)
        , m_settings(settings)
        , m_gain(gain)
        , m_count(levels.peak.size())
    {
        compress();
        limit();
    }
    [[nodiscard]] double loudness() const { return integratedLoudness(m_levels.power, m_total); }
    [[nodiscard]] double limiting() const { return m_limiting; }
    [[nodiscard]] GainCurve curve() const;

private:
    void compress();
    void limit();
    [[nodiscard]] std::vector<float> lowestAhead(const std::vector<float>& needed) const;
    [[nodiscard]] bool isCircular() const { return m_settings.seam == Seam::Circular; }

    const ChunkLevels& m_levels;
    const MasterSettings& m_settings;
    double m_gain;
    std::size_t m_count;
    std::vector<float> m_total; ///< make-up gain and compressor, then the limiter too
    double m_limiting = 0;
};

void Attempt::compress()
{
    const double target = m_settings.loudness.value_or(kDefaultLoudness);
    const double attack = smoothing(kCompressorAttack);
    const double release = smoothing(kCompressorRelease);
    const double makeUp = linear(m_gain);
    m_total.resize(m_count);
    double envelope = 0;
    // A circular piece is run through twice: the second time starts from where the first ended.
    for (int round = isCircular() ? 0 : 1; round < 2; ++round) {
        for (std::size_t k = 0; k < m_count; ++k) {
            const double power = m_levels.power[k];
            envelope += (power > envelope ? attack : release) * (power - envelope);
            const double over = decibelsOfPower(envelope) + m_gain - target - kCompressorThreshold;
            const double reduction = compression(over);
            m_total[k] = static_cast<float>(
                reduction == 0 ? makeUp : makeUp * std::pow(10.0, reduction / 20));
        }
    }
}

/// The smallest gain needed within the look-ahead of each chunk, not seen through a barrier.
std::vector<float> Attempt::lowestAhead(const std::vector<float>& needed) const
{
    std::vector<float> lowest(m_count);
    auto barrier = m_settings.barriers.begin();
    for (std::size_t k = 0; k < m_count; ++k) {
        while (barrier != m_settings.barriers.end() && *barrier <= k) {
            ++barrier;
        }
        const bool stops = !isCircular() && barrier != m_settings.barriers.end();
        float least = needed[k];
        for (std::size_t j = k + 1; j <= k + kLookAhead; ++j) {
            if (stops && j >= *barrier) {
                break;
            }
            if (j >= m_count && !isCircular()) {
                break;
            }
            least = std::min(least, needed[j % m_count]);
        }
        lowest[k] = least;
    }
    return lowest;
}

void Attempt::limit()
{
    if (m_count == 0) {
        return;
    }
    const double threshold = linear(m_settings.ceiling - kMargin);
    std::vector<float> needed(m_count);
    for (std::size_t k = 0; k < m_count; ++k) {
        const double peak = static_cast<double>(m_levels.peak[k]) * m_total[k];
        needed[k] = static_cast<float>(peak > threshold ? threshold / peak : 1.0);
    }
    const std::vector<float> lowest = lowestAhead(needed);
    const double release = smoothing(kReleaseSeconds);
    std::vector<float> held(m_count);
    double state = 1;
    for (int round = isCircular() ? 0 : 1; round < 2; ++round) {
        for (std::size_t k = 0; k < m_count; ++k) {
            state = std::min<double>(lowest[k], state + release * (1 - state));
            held[k] = static_cast<float>(state);
        }
    }
    float least = 1;
    for (std::size_t k = 0; k < m_count; ++k) {
        double sum = 0;
        for (std::size_t back = 0; back <= kLookAhead; ++back) {
            const bool before = back > k;
            sum += !before     ? held[k - back]
                : isCircular() ? held[(k + m_count * kLookAhead - back) % m_count]
                               : 1.0f;
        }
        const auto gain
            = std::min(static_cast<float>(sum / static_cast<double>(kLookAhead + 1)), needed[k]);
        least = std::min(least, gain);
        m_total[k] *= gain;
    }
    m_limiting = -20 * std::log10(static_cast<double>(least));
}

/// Both ends of a chunk are at most the chunk's own gain, so the curve is never above it. Chunks
/// meet at the smaller of their gains, except at a barrier, where the curve may step.
GainCurve Attempt::curve() const
{
    GainCurve curve;
    curve.from = m_total;
    curve.to = m_total;
    auto barrier = m_settings.barriers.begin();
    for (std::size_t k = 0; k + 1 < m_count; ++k) {
        while (barrier != m_settings.barriers.end() && *barrier <= k) {
            ++barrier;
        }
        if (!isCircular() && barrier != m_settings.barriers.end() && *barrier == k + 1) {
            curve.from[k + 1] = std::min(m_total[k], m_total[k + 1]);
            continue;
        }
        curve.to[k] = curve.from[k + 1] = std::min(m_total[k], m_total[k + 1]);
    }
    if (isCircular() && m_count > 0) {
        curve.to.back() = curve.from.front() = std::min(m_total.back(), m_total.front());
    }
    return curve;
}

Mastered finished(const Attempt& attempt, double gain)
{
    return { attempt.curve(), gain, attempt.loudness(), attempt.limiting(), true };
}

/// The largest gain for which `fits` holds, by bisection; `fits` falls once as the gain rises.
template <class Fits> double largestGain(double low, double high, Fits fits)
{
    while (high - low > 0.01) {
        const double middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

Mastered towards(double target, const ChunkLevels& levels, const MasterSettings& settings)
{
    constexpr double kMostGain = 60;
    const std::vector<float> unity(levels.power.size(), 1.0f);
    const double plain = integratedLoudness(levels.power, unity);
    if (plain <= kFloor) {
        return finished(Attempt(levels, settings, 0), 0);
    }
    const double low = std::max(target - plain - 1, -kMostGain);
    const double high = std::clamp(target - plain + 12, low, kMostGain);
    const double gain = largestGain(low, high, [&](double g) {
        const Attempt attempt(levels, settings, g);
        return attempt.limiting() <= settings.mostLimiting && attempt.loudness() <= target;
    });
    Mastered result = finished(Attempt(levels, settings, gain), gain);
    if (result.limiting > settings.mostLimiting) {
        // Even the low end limits too much: there is no need to search below it in small steps.
        const double less = largestGain(-kMostGain, low, [&](double g) {
            return Attempt(levels, settings, g).limiting() <= settings.mostLimiting;
        });
        result = finished(Attempt(levels, settings, less), less);
    }
    result.reachedTarget = std::fabs(result.loudness - target) <= 0.5;
    return result;
}

} // namespace

void GainCurve::apply(std::int64_t firstFrame, std::span<float> interleaved) const
{
    for (std::size_t i = 0; i + 1 < interleaved.size(); i += 2) {
        const std::int64_t frame = firstFrame + static_cast<std::int64_t>(i / 2);
        const auto chunk = static_cast<std::size_t>(frame / kChunkFrames);
        if (chunk >= from.size()) {
            interleaved[i] = interleaved[i + 1] = 0;
            continue;
        }
        const float t = static_cast<float>(frame % kChunkFrames) / static_cast<float>(kChunkFrames);
        const float gain = from[chunk] + t * (to[chunk] - from[chunk]);
        interleaved[i] *= gain;
        interleaved[i + 1] *= gain;
    }
}

Mastered master(const ChunkLevels& levels, const MasterSettings& settings)
{
    if (settings.fixedGain) {
        return finished(Attempt(levels, settings, *settings.fixedGain), *settings.fixedGain);
    }
    if (!settings.loudness) {
        return finished(Attempt(levels, settings, 0), 0);
    }
    return towards(*settings.loudness, levels, settings);
}

double integratedLoudness(std::span<const float> power, std::span<const float> gain)
{
    constexpr std::size_t kHop = 150;
    std::vector<double> hops;
    for (std::size_t k = 0; k + kHop <= power.size(); k += kHop) {
        double sum = 0;
        for (std::size_t j = k; j < k + kHop; ++j) {
            sum += static_cast<double>(power[j]) * gain[j] * gain[j];
        }
        hops.push_back(sum / kHop);
    }
    std::vector<double> blocks;
    for (std::size_t i = 0; i + 4 <= hops.size(); ++i) {
        blocks.push_back((hops[i] + hops[i + 1] + hops[i + 2] + hops[i + 3]) / 4);
    }
    const auto meanAbove = [&](double gate) {
        double sum = 0;
        std::size_t count = 0;
        for (const double block : blocks) {
            if (decibelsOfPower(block) > gate) {
                sum += block;
                ++count;
            }
        }
        return count ? decibelsOfPower(sum / static_cast<double>(count)) : kFloor;
    };
    const double ungated = meanAbove(kFloor);
    return ungated <= kFloor ? kFloor : meanAbove(ungated - 10);
}

} // namespace pieria::audio
