#include "audio/analysis/peaks.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace pieria::audio {

namespace {

constexpr std::string_view kMagic = "PPK1";
constexpr int kMostChannels = 32;
constexpr std::int64_t kMostFrames = std::int64_t { 1 } << 40;

/// Cells of equal length become one.
class Merger
{
public:
    void add(const PeakCell& cell, double weight = 1)
    {
        m_cell.low = m_weight > 0 ? std::min(m_cell.low, cell.low) : cell.low;
        m_cell.high = m_weight > 0 ? std::max(m_cell.high, cell.high) : cell.high;
        m_square += weight * static_cast<double>(cell.rms) * cell.rms;
        m_weight += weight;
    }
    [[nodiscard]] PeakCell result() const
    {
        PeakCell cell = m_cell;
        cell.rms = m_weight > 0 ? static_cast<float>(std::sqrt(m_square / m_weight)) : 0.0f;
        return cell;
    }

private:
    PeakCell m_cell;
    double m_square = 0;
    double m_weight = 0;
};

class ByteWriter
{
public:
    void number(std::uint64_t value, int size)
    {
        for (int i = 0; i < size; ++i) {
            bytes.push_back(static_cast<char>(value >> (8 * i) & 0xffu));
        }
    }
    void real(float value) { number(std::bit_cast<std::uint32_t>(value), 4); }
    std::string bytes;
};

class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }
    std::uint64_t number(std::size_t size)
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size && i < m_bytes.size(); ++i) {
            value |= std::uint64_t { static_cast<unsigned char>(m_bytes[i]) } << (8 * i);
        }
        m_bytes.remove_prefix(std::min(size, m_bytes.size()));
        return value;
    }
    float real() { return std::bit_cast<float>(static_cast<std::uint32_t>(number(4))); }

private:
    std::string_view m_bytes;
};

} // namespace

PeakPyramid::PeakPyramid(int channels)
    : m_channels(std::clamp(channels, 1, kMostChannels))
    , m_levels(1)
    , m_open(static_cast<std::size_t>(m_channels))
{
}

void PeakPyramid::add(std::span<const float> interleaved)
{
    const auto channels = static_cast<std::size_t>(m_channels);
    for (std::size_t i = 0; i + channels <= interleaved.size(); i += channels) {
        const bool first = m_frames % kCellFrames == 0;
        for (std::size_t c = 0; c < channels; ++c) {
            const float x = std::isfinite(interleaved[i + c]) ? interleaved[i + c] : 0.0f;
            PeakCell& cell = m_open[c];
            cell.low = first ? x : std::min(cell.low, x);
            cell.high = first ? x : std::max(cell.high, x);
            cell.rms = first ? x * x : cell.rms + x * x;
        }
        if (++m_frames % kCellFrames == 0) {
            closeCell();
        }
    }
}

void PeakPyramid::closeCell()
{
    for (PeakCell cell : m_open) {
        cell.rms = std::sqrt(cell.rms / static_cast<float>(kCellFrames));
        m_levels[0].push_back(cell);
    }
    mergeUp();
}

/// After a cell was closed: makes the coarser cells that are now complete.
void PeakPyramid::mergeUp()
{
    const auto channels = static_cast<std::size_t>(m_channels);
    constexpr auto factor = static_cast<std::size_t>(kFactor);
    for (std::size_t level = 0;; ++level) {
        const std::size_t cells = m_levels[level].size() / channels;
        if (cells % factor != 0) {
            return;
        }
        if (level + 1 == m_levels.size()) {
            m_levels.emplace_back();
        }
        for (std::size_t c = 0; c < channels; ++c) {
            Merger merger;
            for (std::size_t i = cells - factor; i < cells; ++i) {
                merger.add(m_levels[level][i * channels + c]);
            }
            m_levels[level + 1].push_back(merger.result());
        }
    }
}

/// Of the finest cells first .. end - 1, climbing to coarser levels where whole ones fit.
PeakCell PeakPyramid::summary(int channel, std::int64_t first, std::int64_t end) const
{
    const auto c = static_cast<std::size_t>(channel);
    const auto channels = static_cast<std::size_t>(m_channels);
    Merger merger;
    while (first < end) {
        std::size_t level = 0;
        std::int64_t size = 1;
        while (level + 1 < m_levels.size() && first % (size * kFactor) == 0
            && first + size * kFactor <= end) {
            size *= kFactor;
            ++level;
        }
        const auto index = static_cast<std::size_t>(first / size) * channels + c;
        if (index < m_levels[level].size()) {
            merger.add(m_levels[level][index], static_cast<double>(size));
        } else if (level == 0) {
            // The cell that is still being filled.
            PeakCell open = m_open[c];
            const auto filled = static_cast<float>(m_frames % kCellFrames);
            open.rms = std::sqrt(open.rms / std::max(filled, 1.0f));
            merger.add(open, static_cast<double>(filled) / kCellFrames);
        }
        first += size;
    }
    return merger.result();
}

std::vector<PeakCell> PeakPyramid::columns(
    int channel, double firstFrame, double framesPerColumn, int count) const
{
    std::vector<PeakCell> result(static_cast<std::size_t>(std::max(count, 0)));
    if (channel < 0 || channel >= m_channels || !(framesPerColumn > 0)) {
        return result;
    }
    const std::int64_t cells = (m_frames + kCellFrames - 1) / kCellFrames;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double start = firstFrame + static_cast<double>(i) * framesPerColumn;
        const double end = start + framesPerColumn;
        if (end <= 0 || start >= static_cast<double>(m_frames)) {
            continue;
        }
        const auto first = static_cast<std::int64_t>(std::max(start, 0.0) / kCellFrames);
        const auto last = static_cast<std::int64_t>(
            std::ceil(std::min(end, static_cast<double>(m_frames)) / kCellFrames));
        result[i] = summary(channel, first, std::min(std::max(last, first + 1), cells));
    }
    return result;
}

std::string PeakPyramid::save() const
{
    ByteWriter writer;
    writer.bytes = kMagic;
    writer.number(static_cast<std::uint64_t>(m_channels), 4);
    writer.number(static_cast<std::uint64_t>(m_frames), 8);
    const auto put = [&](const PeakCell& cell) {
        writer.real(cell.low);
        writer.real(cell.high);
        writer.real(cell.rms);
    };
    std::for_each(m_levels[0].begin(), m_levels[0].end(), put);
    std::for_each(m_open.begin(), m_open.end(), put);
    return std::move(writer.bytes);
}

Result<PeakPyramid> PeakPyramid::load(std::string_view bytes)
{
    const auto corrupt
        = fail(ErrorCode::Corrupt, "The waveform's peaks are damaged: make them again.");
    if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 12) {
        return corrupt;
    }
    ByteReader reader(bytes.substr(kMagic.size()));
    const auto channels = static_cast<std::int64_t>(reader.number(4));
    const auto frames = static_cast<std::int64_t>(reader.number(8));
    if (channels < 1 || channels > kMostChannels || frames < 0 || frames > kMostFrames) {
        return corrupt;
    }
    const std::int64_t cells = (frames / kCellFrames + 1) * channels;
    if (std::cmp_not_equal(reader.left(), cells * 12)) {
        return corrupt;
    }
    PeakPyramid pyramid(static_cast<int>(channels));
    const auto next = [&] {
        const float low = reader.real();
        const float high = reader.real();
        return PeakCell { low, high, reader.real() };
    };
    // Coarser levels are rebuilt: merging finished cells needs no samples.
    for (std::int64_t done = kCellFrames; done <= frames; done += kCellFrames) {
        for (PeakCell& cell : pyramid.m_open) {
            cell = next();
            pyramid.m_levels[0].push_back(cell);
        }
        pyramid.mergeUp();
    }
    for (PeakCell& cell : pyramid.m_open) {
        cell = next();
    }
    pyramid.m_frames = frames;
    return pyramid;
}

} // namespace pieria::audio
