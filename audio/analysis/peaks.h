// The peak pyramid behind every waveform: smallest, largest and RMS of ever longer stretches, so
// that any zoom is drawn from a few cells a pixel. Grows with the audio.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pieria::audio {

struct PeakCell
{
    float low = 0;
    float high = 0;
    float rms = 0;
    bool operator==(const PeakCell&) const = default;
};

class PeakPyramid
{
public:
    static constexpr std::int64_t kCellFrames = 128; ///< of the finest level
    static constexpr std::int64_t kFactor = 4; ///< cells of a level in one of the next

    explicit PeakPyramid(int channels = 2);
    /// The next frames, interleaved.
    void add(std::span<const float> interleaved);
    [[nodiscard]] int channels() const { return m_channels; }
    [[nodiscard]] std::int64_t frames() const { return m_frames; }

    /// `count` neighbouring columns of `framesPerColumn` (> 0) from `firstFrame` on, of one
    /// channel. Edges are rounded out to cells, so no peak is missed; empty where there is no
    /// audio. Below kCellFrames a column shows its whole cell: draw the samples themselves there.
    [[nodiscard]] std::vector<PeakCell> columns(
        int channel, double firstFrame, double framesPerColumn, int count) const;

    /// Little-endian bytes with a version.
    [[nodiscard]] std::string save() const;
    [[nodiscard]] static Result<PeakPyramid> load(std::string_view bytes);
    bool operator==(const PeakPyramid&) const = default;

private:
    /// Cells of all channels side by side: cell i of channel c at i * channels + c.
    using Level = std::vector<PeakCell>;

    void closeCell();
    void mergeUp();
    [[nodiscard]] PeakCell summary(int channel, std::int64_t first, std::int64_t end) const;

    int m_channels;
    std::int64_t m_frames = 0;
    std::vector<Level> m_levels;
    std::vector<PeakCell> m_open; ///< the unfinished cell, with the sum of squares in `rms`
};

} // namespace pieria::audio
