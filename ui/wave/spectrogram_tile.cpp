#include "ui/wave/spectrogram_tile.h"

#include "core/engine/score_renderer.h"
#include "ui/wave/color_map.h"
#include "ui/wave/fft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pieria::ui {

namespace {

constexpr std::size_t kWindow = 4096;

const std::vector<float>& hann()
{
    static const std::vector<float> kShape = [] {
        std::vector<float> shape(kWindow);
        for (std::size_t i = 0; i < kWindow; ++i) {
            const double at = static_cast<double>(i) / kWindow;
            shape[i] = static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * at));
        }
        return shape;
    }();
    return kShape;
}

/// The bins that a row gathers: [first, last], both ends interpolated below one bin.
struct RowBins
{
    double centre;
    std::size_t first;
    std::size_t last;
};

const std::array<RowBins, kTileRows>& rowBins()
{
    static const auto kRows = [] {
        std::array<RowBins, kTileRows> rows {};
        const double perBin = double(kSampleRate) / kWindow;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double low = hertzAt(static_cast<double>(r) / kTileRows) / perBin;
            const double high = hertzAt(static_cast<double>(r + 1) / kTileRows) / perBin;
            rows[r] = { (low + high) / 2, static_cast<std::size_t>(std::ceil(low)),
                static_cast<std::size_t>(std::floor(high)) };
        }
        return rows;
    }();
    return kRows;
}

float powerOf(const std::vector<float>& power, const RowBins& row)
{
    if (row.last > row.first) {
        return *std::max_element(power.begin() + static_cast<std::ptrdiff_t>(row.first),
            power.begin() + static_cast<std::ptrdiff_t>(row.last) + 1);
    }
    const auto below = static_cast<std::size_t>(row.centre);
    const auto part = static_cast<float>(row.centre - static_cast<double>(below));
    return power[below] * (1 - part) + power[below + 1] * part;
}

void writeColumn(QImage& image, int column, const std::vector<float>& power)
{
    for (int r = 0; r < kTileRows; ++r) {
        const float p = powerOf(power, rowBins()[static_cast<std::size_t>(r)]);
        const double decibels = 10 * std::log10(std::max(1e-12F, p));
        const double level = std::clamp(1 - decibels / kFloorDecibels, 0.0, 1.0);
        image.scanLine(kTileRows - 1 - r)[column] = static_cast<uchar>(std::lround(level * 255));
    }
}

} // namespace

double hertzAt(double height)
{
    return kLowestHertz * std::pow(kHighestHertz / kLowestHertz, height);
}

double heightOf(double hertz)
{
    return std::log(hertz / kLowestHertz) / std::log(kHighestHertz / kLowestHertz);
}

QImage makeSpectrogramTile(FrameReader& reader, std::int64_t index)
{
    QImage image(kTileColumns, kTileRows, QImage::Format_Indexed8);
    image.setColorTable(spectrumColors());
    image.fill(0);
    const std::int64_t begin = index * kTileFrames;
    // Windows are centred on their columns, so the first reaches back into the tile before.
    const auto half = static_cast<std::int64_t>(kWindow / 2);
    const std::int64_t from = begin - half;
    std::vector<float> frames(static_cast<std::size_t>(kTileFrames + 2 * half) * 2, 0.0F);
    const std::int64_t skip = std::max<std::int64_t>(0, -from);
    reader.read(from + skip, std::span(frames).subspan(static_cast<std::size_t>(skip) * 2));
    std::vector<std::complex<float>> data(kWindow);
    std::vector<float> power(kWindow / 2 + 1);
    const std::int64_t known = reader.available() - begin;
    // A full-scale sine has the magnitude of half the window's sum.
    const float scale = 1.0F / (static_cast<float>(kWindow) * 0.25F);
    for (int column = 0; column < kTileColumns && column * kTileHop < known; ++column) {
        const auto start = static_cast<std::size_t>(column * kTileHop);
        for (std::size_t i = 0; i < kWindow; ++i) {
            const float mono = (frames[(start + i) * 2] + frames[(start + i) * 2 + 1]) / 2;
            data[i] = mono * hann()[i];
        }
        transform(data);
        for (std::size_t k = 0; k < power.size(); ++k) {
            power[k] = std::norm(data[k] * scale);
        }
        writeColumn(image, column, power);
    }
    return image;
}

} // namespace pieria::ui
