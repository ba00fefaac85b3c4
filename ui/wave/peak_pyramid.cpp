#include "ui/wave/peak_pyramid.h"

#include <algorithm>

namespace pieria::ui {

namespace {

PeakBin united(const PeakBin& a, const PeakBin& b)
{
    PeakBin bin;
    for (std::size_t c = 0; c < 2; ++c) {
        bin.low[c] = std::min(a.low[c], b.low[c]);
        bin.high[c] = std::max(a.high[c], b.high[c]);
        bin.power[c] = (a.power[c] + b.power[c]) / 2;
    }
    return bin;
}

} // namespace

std::vector<PeakBin> PeakPyramid::binsOf(std::span<const float> interleaved)
{
    const std::size_t frames = interleaved.size() / 2;
    const auto base = static_cast<std::size_t>(kBaseFrames);
    std::vector<PeakBin> bins((frames + base - 1) / base);
    for (std::size_t b = 0; b < bins.size(); ++b) {
        const std::size_t begin = b * base;
        const std::size_t end = std::min(frames, begin + base);
        PeakBin& bin = bins[b];
        for (std::size_t c = 0; c < 2; ++c) {
            float low = interleaved[begin * 2 + c];
            float high = low;
            float power = 0;
            for (std::size_t f = begin; f < end; ++f) {
                const float v = interleaved[f * 2 + c];
                low = std::min(low, v);
                high = std::max(high, v);
                power += v * v;
            }
            bin.low[c] = low;
            bin.high[c] = high;
            bin.power[c] = power / static_cast<float>(end - begin);
        }
    }
    return bins;
}

void PeakPyramid::append(std::span<const PeakBin> bins, std::int64_t frames)
{
    if (m_levels.empty()) {
        m_levels.emplace_back();
    }
    m_levels[0].insert(m_levels[0].end(), bins.begin(), bins.end());
    m_frames += frames;
    for (std::size_t level = 0; m_levels[level].size() >= 2; ++level) {
        if (level + 1 == m_levels.size()) {
            m_levels.emplace_back();
        }
        const auto& fine = m_levels[level];
        auto& coarse = m_levels[level + 1];
        while ((coarse.size() + 1) * 2 <= fine.size()) {
            coarse.push_back(united(fine[coarse.size() * 2], fine[coarse.size() * 2 + 1]));
        }
    }
}

void PeakPyramid::clear()
{
    m_levels.clear();
    m_frames = 0;
}

PeakBin PeakPyramid::range(std::int64_t from, std::int64_t to) const
{
    from = std::max<std::int64_t>(0, from);
    to = std::min(to, m_frames);
    if (to <= from || m_levels.empty()) {
        return {};
    }
    // Fine enough: at least four bins in the range, unless the finest level has fewer.
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && (kBaseFrames << (level + 1)) * 4 <= to - from) {
        ++level;
    }
    const std::int64_t size = kBaseFrames << level;
    const auto& bins = m_levels[level];
    const auto begin = static_cast<std::size_t>(from / size);
    auto end = static_cast<std::size_t>((to + size - 1) / size);
    PeakBin sum;
    bool first = true;
    float power[2] = { 0, 0 };
    std::size_t count = 0;
    const auto add = [&](const PeakBin& bin) {
        if (first) {
            sum = bin;
            first = false;
        } else {
            sum = united(sum, bin);
        }
        power[0] += bin.power[0];
        power[1] += bin.power[1];
        ++count;
    };
    for (std::size_t i = begin; i < std::min(end, bins.size()); ++i) {
        add(bins[i]);
    }
    // The youngest frames are on the finest level only.
    const auto covered = static_cast<std::int64_t>(bins.size()) * size;
    if (level > 0 && to > covered) {
        const auto tail = static_cast<std::size_t>(std::max(covered, from) / kBaseFrames);
        for (std::size_t i = tail; i < m_levels[0].size(); ++i) {
            add(m_levels[0][i]);
        }
    }
    for (std::size_t c = 0; c < 2 && count > 0; ++c) {
        sum.power[c] = power[c] / static_cast<float>(count);
    }
    return sum;
}

} // namespace pieria::ui
