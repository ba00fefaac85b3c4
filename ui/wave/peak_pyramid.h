// Least, greatest and RMS of stereo audio in bins that double from level to level, so that any
// stretch of any length is drawn from a handful of bins a pixel. Grows at the end.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pieria::ui {

struct PeakBin
{
    std::array<float, 2> low {};
    std::array<float, 2> high {};
    std::array<float, 2> power {}; ///< mean square
};

class PeakPyramid
{
public:
    static constexpr std::int64_t kBaseFrames = 128; ///< frames a bin on level 0

    /// Whole bins from interleaved stereo; `frames` a multiple of kBaseFrames unless these are the
    /// last. Pure: may run on any thread.
    [[nodiscard]] static std::vector<PeakBin> binsOf(std::span<const float> interleaved);
    void append(std::span<const PeakBin> bins, std::int64_t frames);
    void clear();
    [[nodiscard]] std::int64_t frames() const { return m_frames; }
    /// Over [from, to), taken from the coarsest level that is fine enough. Zeros outside.
    [[nodiscard]] PeakBin range(std::int64_t from, std::int64_t to) const;

private:
    std::vector<std::vector<PeakBin>> m_levels;
    std::int64_t m_frames = 0;
};

} // namespace pieria::ui
