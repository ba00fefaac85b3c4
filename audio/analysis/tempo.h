// Tempo from audio: spectral flux of a log-mel spectrum, windowed autocorrelation (a tempogram, P.
// Grosche and M. Mueller, "Extracting predominant local pulse information from music recordings",
// 2011), log-normal prior.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace pieria::audio {

struct OnsetStrength
{
    double rate = 0; ///< values a second
    std::vector<float> values; ///< >= 0
};

/// Half-wave rectified rise of 60 log-mel bands (log(1 + 100 M)), summed, minus its local mean.
[[nodiscard]] OnsetStrength onsetStrength(std::span<const float> mono, double sampleRate = 48000);

struct TempoPrior
{
    double centre = 120; ///< BPM; to verify a request, the requested tempo
    double octaves = 0.9; ///< standard deviation
};

struct TempoEstimate
{
    double bpm = 0;
    /// Mean normalised autocorrelation at the beat, 0 to 1: below about 0.1 there is no beat.
    double clarity = 0;
};

/// None where the audio is shorter than 3 s or has no onsets. Looks from 30 to 300 BPM.
[[nodiscard]] std::optional<TempoEstimate> estimateTempo(
    const OnsetStrength& onsets, const TempoPrior& prior = {});

} // namespace pieria::audio
