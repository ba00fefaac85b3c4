// A picture of the sound: level over time and pitch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pieria::audio {

struct SpectrogramSettings
{
    double sampleRate = 48000;
    std::size_t fftSize = 4096;
    std::size_t hop = 1024;
    int bands = 192; ///< evenly spaced in the logarithm of the frequency
    double lowest = 30; ///< Hz, the middle of band 0
    double highest = 18000; ///< Hz, the middle of the last band
    double floor = -90; ///< dB below a full-scale sine that is shown as nothing
};

struct Spectrogram
{
    int bands = 0;
    std::size_t columns = 0;
    std::vector<std::uint8_t> levels; ///< [columns, bands]; 0 the floor, 255 full scale
    [[nodiscard]] std::uint8_t at(std::size_t column, int band) const
    {
        return levels[column * static_cast<std::size_t>(bands) + static_cast<std::size_t>(band)];
    }
};

/// Of mono audio; column i is centred on sample i * hop. Long audio can be done in stretches.
[[nodiscard]] Spectrogram spectrogram(
    std::span<const float> mono, const SpectrogramSettings& settings);
[[nodiscard]] double bandFrequency(double band, const SpectrogramSettings& settings);
[[nodiscard]] double bandOfFrequency(double hertz, const SpectrogramSettings& settings);

} // namespace pieria::audio
