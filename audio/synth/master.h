// The master: make-up gain, a gentle compressor and a look-ahead true-peak limiter, as one gain
// curve computed on the mix. The same curve multiplies every stem, so stems sum to the mix.
#pragma once

#include "audio/synth/mix_meter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace pieria::audio {

/// Whether the piece starts over at its end: then the curve runs through the seam.
enum class Seam { Open, Circular };

struct MasterSettings
{
    std::optional<double> loudness; ///< target LUFS; none: gain 0 dB
    double ceiling = -1; ///< dBTP
    double mostLimiting = 6; ///< dB the limiter may take to reach the target
    /// Gain in dB to use as it is, instead of one measured for the target.
    std::optional<double> fixedGain;
    Seam seam = Seam::Open;
    /// Chunk indices, rising, over which the limiter does not look ahead (bar lines): what is
    /// before one depends on nothing after it.
    std::vector<std::size_t> barriers;
};

/// Gain per frame, linear between nodes.
class GainCurve
{
public:
    /// Multiplies interleaved stereo that starts at `firstFrame`.
    void apply(std::int64_t firstFrame, std::span<float> interleaved) const;

    std::vector<float> from; ///< at each chunk's start
    std::vector<float> to; ///< at each chunk's end
};

struct Mastered
{
    GainCurve curve;
    double gain = 0; ///< dB, before compressor and limiter
    double loudness = 0; ///< LUFS expected
    double limiting = 0; ///< largest reduction by the limiter, dB
    bool reachedTarget = true; ///< false: more limiting than allowed would be needed
};

[[nodiscard]] Mastered master(const ChunkLevels& levels, const MasterSettings& settings);

/// Integrated loudness (BS.1770-4 gating: 400 ms blocks every 100 ms, -70 LUFS, then -10 LU) of
/// `power` times the square of `gain`, one value each per chunk of 32 frames at 48 kHz.
/// -70 where nothing passes the gate.
[[nodiscard]] double integratedLoudness(std::span<const float> power, std::span<const float> gain);

} // namespace pieria::audio
