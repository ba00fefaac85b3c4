// What the master needs to know of a mix, at control rate: a summary of every 32 frames, measured
// while the mix is made, so that levels can be tried without reading the audio again.
#pragma once

#include "audio/synth/biquad.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pieria::audio {

inline constexpr std::int64_t kChunkFrames = 32; ///< divides 4800 (100 ms) and 64 (a synth block)

struct ChunkLevels
{
    /// Largest of |sample| and of the three values between samples (4x oversampling) that are known
    /// by the end of the chunk: one between samples up to 6 frames before the chunk's start counts
    /// here. So a chunk's level never depends on what comes after it.
    std::vector<float> peak;
    /// K-weighted mean square, both channels added (BS.1770-4).
    std::vector<float> power;
};

class MixMeter
{
public:
    MixMeter();
    /// Interleaved stereo, any number of frames.
    void add(std::span<const float> interleaved);
    /// Closes a last, partial chunk.
    [[nodiscard]] ChunkLevels finish();

private:
    void measure(std::span<const float> chunk);

    static constexpr std::size_t kTaps = 12;
    std::array<StereoBiquad, 2> m_weighting;
    std::array<std::array<float, kTaps - 1>, 2> m_history {};
    std::vector<float> m_pending;
    ChunkLevels m_levels;
};

} // namespace pieria::audio
