#include "audio/analysis/spectrogram.h"

#include "audio/analysis/spectrum.h"

#include <algorithm>
#include <cmath>

namespace pieria::audio {

namespace {

double octavesPerBand(const SpectrogramSettings& settings)
{
    return std::log2(settings.highest / settings.lowest) / std::max(settings.bands - 1, 1);
}

/// Bins from `first` to `last` (fractions allowed): the largest of them where a band is wider than
/// a bin, between the two nearest where it is narrower.
float levelBetween(std::span<const float> magnitudes, double first, double last)
{
    const double top = static_cast<double>(magnitudes.size() - 1);
    const auto low = static_cast<std::size_t>(std::clamp(std::ceil(first), 0.0, top));
    const auto high = static_cast<std::size_t>(std::clamp(std::floor(last), 0.0, top));
    if (low < high) {
        return *std::max_element(magnitudes.begin() + static_cast<std::ptrdiff_t>(low),
            magnitudes.begin() + static_cast<std::ptrdiff_t>(high) + 1);
    }
    const double middle = std::clamp((first + last) / 2, 0.0, top - 1);
    const auto below = static_cast<std::size_t>(middle);
    const auto t = static_cast<float>(middle - static_cast<double>(below));
    return magnitudes[below] + t * (magnitudes[below + 1] - magnitudes[below]);
}

} // namespace

double bandFrequency(double band, const SpectrogramSettings& settings)
{
    return settings.lowest * std::exp2(band * octavesPerBand(settings));
}

double bandOfFrequency(double hertz, const SpectrogramSettings& settings)
{
    return std::log2(hertz / settings.lowest) / octavesPerBand(settings);
}

Spectrogram spectrogram(std::span<const float> mono, const SpectrogramSettings& settings)
{
    Spectrogram result;
    result.bands = std::max(settings.bands, 1);
    result.columns = blockCount(mono.size(), settings.hop);
    result.levels.resize(result.columns * static_cast<std::size_t>(result.bands));
    const double binsPerHertz = static_cast<double>(settings.fftSize) / settings.sampleRate;
    std::vector<double> edges;
    for (int band = 0; band <= result.bands; ++band) {
        edges.push_back(bandFrequency(band - 0.5, settings) * binsPerHertz);
    }
    Spectrum spectrum(settings.fftSize);
    auto cell = result.levels.begin();
    forEachBlock(mono, spectrum, settings.hop, [&](std::size_t, std::span<const float> bins) {
        for (std::size_t band = 0; band + 1 < edges.size(); ++band) {
            const double level = std::max(levelBetween(bins, edges[band], edges[band + 1]), 1e-9f);
            const double shown = 1 - 20 * std::log10(level) / settings.floor;
            *cell++ = static_cast<std::uint8_t>(std::lround(255 * std::clamp(shown, 0.0, 1.0)));
        }
    });
    return result;
}

} // namespace pieria::audio
