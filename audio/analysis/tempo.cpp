#include "audio/analysis/tempo.h"

#include "audio/analysis/spectrum.h"

#include <algorithm>
#include <cmath>

namespace pieria::audio {

namespace {

constexpr std::size_t kFftSize = 2048;
constexpr std::size_t kHop = 256;
constexpr int kBands = 60;
constexpr double kLowestHertz = 30;
constexpr double kHighestHertz = 15000;
constexpr double kLocalMeanSeconds = 0.5;
constexpr double kWindowSeconds = 10;
constexpr double kSlowest = 30;
constexpr double kFastest = 300;
constexpr double kTempoStep = 1.002;

double mel(double hertz)
{
    return 2595 * std::log10(1 + hertz / 700);
}

double hertzOfMel(double value)
{
    return 700 * (std::pow(10.0, value / 2595) - 1);
}

/// Sums of bins under triangles, one weight list per band.
class MelBank
{
public:
    explicit MelBank(double sampleRate)
    {
        const double low = mel(kLowestHertz);
        const double step = (mel(std::min(kHighestHertz, sampleRate / 2)) - low) / (kBands + 1);
        const double binsPerHertz = kFftSize / sampleRate;
        for (int band = 0; band < kBands; ++band) {
            const double first = hertzOfMel(low + step * band) * binsPerHertz;
            const double centre = hertzOfMel(low + step * (band + 1)) * binsPerHertz;
            const double last = hertzOfMel(low + step * (band + 2)) * binsPerHertz;
            Band weights;
            weights.first = static_cast<std::size_t>(std::floor(first));
            for (auto bin = weights.first; bin <= kFftSize / 2; ++bin) {
                const double x = static_cast<double>(bin);
                if (x > last) {
                    break;
                }
                const double rise = (x - first) / std::max(centre - first, 1.0);
                const double fall = (last - x) / std::max(last - centre, 1.0);
                weights.values.push_back(
                    static_cast<float>(std::clamp(std::min(rise, fall), 0.0, 1.0)));
            }
            m_bands.push_back(std::move(weights));
        }
    }
    void apply(std::span<const float> magnitudes, std::vector<float>& logMel) const
    {
        logMel.clear();
        for (const Band& band : m_bands) {
            float sum = 0;
            for (std::size_t i = 0; i < band.values.size(); ++i) {
                sum += band.values[i] * magnitudes[band.first + i];
            }
            logMel.push_back(std::log1p(100 * sum));
        }
    }

private:
    struct Band
    {
        std::size_t first = 0;
        std::vector<float> values;
    };
    std::vector<Band> m_bands;
};

void subtractLocalMean(std::vector<float>& values, std::size_t radius)
{
    std::vector<double> sums(values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        sums[i + 1] = sums[i] + values[i];
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t first = i > radius ? i - radius : 0;
        const std::size_t last = std::min(i + radius + 1, values.size());
        const double mean = (sums[last] - sums[first]) / static_cast<double>(last - first);
        values[i] = std::max(values[i] - static_cast<float>(mean), 0.0f);
    }
}

/// Autocorrelation at lags 0 .. most, each window divided by its energy, averaged over half
/// overlapping windows.
std::vector<double> tempogramMean(const OnsetStrength& onsets, std::size_t most)
{
    const auto& x = onsets.values;
    const auto window = std::min(static_cast<std::size_t>(kWindowSeconds * onsets.rate), x.size());
    std::vector<double> mean(most + 1);
    int count = 0;
    for (std::size_t start = 0; start + window <= x.size(); start += window / 2) {
        double energy = 0;
        for (std::size_t i = start; i < start + window; ++i) {
            energy += static_cast<double>(x[i]) * x[i];
        }
        if (energy <= 0) {
            continue;
        }
        ++count;
        for (std::size_t lag = 0; lag <= most && lag < window; ++lag) {
            double sum = 0;
            for (std::size_t i = start; i + lag < start + window; ++i) {
                sum += static_cast<double>(x[i]) * x[i + lag];
            }
            const double part = static_cast<double>(window) / static_cast<double>(window - lag);
            mean[lag] += sum / energy * std::min(part, 3.0);
        }
    }
    for (double& value : mean) {
        value /= std::max(count, 1);
    }
    return mean;
}

/// Between the two nearest lags.
double near(const std::vector<double>& correlation, double lag)
{
    const auto below = static_cast<std::size_t>(lag);
    if (below + 1 >= correlation.size()) {
        return 0;
    }
    const double t = lag - static_cast<double>(below);
    return correlation[below] + t * (correlation[below + 1] - correlation[below]);
}

/// A beat shows at its own lag and at its multiples.
double beatScore(const std::vector<double>& correlation, double lag)
{
    double sum = 0;
    double weight = 0;
    for (int multiple = 1; multiple <= 4; ++multiple) {
        const double at = lag * multiple;
        if (at + 1 >= static_cast<double>(correlation.size())) {
            break;
        }
        sum += near(correlation, at) / multiple;
        weight += 1.0 / multiple;
    }
    return weight > 0 ? sum / weight : 0;
}

} // namespace

OnsetStrength onsetStrength(std::span<const float> mono, double sampleRate)
{
    OnsetStrength result;
    result.rate = sampleRate / kHop;
    Spectrum spectrum(kFftSize);
    const MelBank bank(sampleRate);
    std::vector<float> before;
    std::vector<float> now;
    forEachBlock(mono, spectrum, kHop, [&](std::size_t column, std::span<const float> bins) {
        bank.apply(bins, now);
        float rise = 0;
        for (std::size_t band = 0; column > 0 && band < now.size(); ++band) {
            rise += std::max(now[band] - before[band], 0.0f);
        }
        result.values.push_back(rise);
        before.swap(now);
    });
    subtractLocalMean(result.values, static_cast<std::size_t>(kLocalMeanSeconds / 2 * result.rate));
    return result;
}

std::optional<TempoEstimate> estimateTempo(const OnsetStrength& onsets, const TempoPrior& prior)
{
    if (static_cast<double>(onsets.values.size()) < 3 * onsets.rate) {
        return std::nullopt;
    }
    const auto longest = static_cast<std::size_t>(4 * 60 * onsets.rate / kSlowest);
    const auto correlation = tempogramMean(onsets, std::min(longest, onsets.values.size() * 2 / 3));
    if (correlation[0] <= 0) {
        return std::nullopt;
    }
    TempoEstimate best;
    double bestScore = -1;
    for (double bpm = kSlowest; bpm <= kFastest; bpm *= kTempoStep) {
        const double lag = 60 * onsets.rate / bpm;
        const double octaves = std::log2(bpm / prior.centre) / prior.octaves;
        const double score = beatScore(correlation, lag) * std::exp(-0.5 * octaves * octaves);
        if (score > bestScore) {
            bestScore = score;
            best = { bpm, std::clamp(near(correlation, lag), 0.0, 1.0) };
        }
    }
    return best;
}

} // namespace pieria::audio
