// How much of a sound is silence.
#pragma once

#include <span>

namespace pieria::audio {

/// Share of 50-ms blocks whose RMS is below `threshold` dBFS; 1 for no audio. Interleaved or mono.
[[nodiscard]] double silenceRatio(std::span<const float> samples, int channels = 2,
    double threshold = -60, double sampleRate = 48000);

} // namespace pieria::audio
