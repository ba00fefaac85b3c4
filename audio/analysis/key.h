// Key from audio or from notes: a chroma vector against the profiles of Krumhansl and Kessler (C.
// Krumhansl, "Cognitive Foundations of Musical Pitch", 1990).
#pragma once

#include "core/score/score.h"

#include <array>
#include <span>

namespace pieria::audio {

using Chroma = std::array<double, 12>; ///< C first; only ratios matter

/// Energy per pitch class from A0 to C8, tuning-corrected and log-compressed.
[[nodiscard]] Chroma chromaOf(std::span<const float> mono, double sampleRate = 48000);
/// Sounding time per pitch class, drums left out.
[[nodiscard]] Chroma chromaOf(const Score& score);

struct KeyEstimate
{
    Key key; ///< major or minor
    double correlation = 0; ///< of the best profile, -1 to 1
    double margin = 0; ///< over the second best
};

[[nodiscard]] KeyEstimate estimateKey(const Chroma& chroma);

} // namespace pieria::audio
