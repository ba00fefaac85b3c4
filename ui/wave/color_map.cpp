#include "ui/wave/color_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pieria::ui {

namespace {

constexpr std::array<double, 3> kWhite { 0.95047, 1.0, 1.08883 }; // D65

double toLinear(double v)
{
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double fromLinear(double v)
{
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

double labInverse(double t)
{
    return t > 6.0 / 29 ? t * t * t : 3 * std::pow(6.0 / 29, 2) * (t - 4.0 / 29);
}

/// CIE L*a*b* to linear sRGB; may leave [0, 1].
std::array<double, 3> linearOf(double lightness, double a, double b)
{
    const double fy = (lightness + 16) / 116;
    const double x = kWhite[0] * labInverse(fy + a / 500);
    const double y = kWhite[1] * labInverse(fy);
    const double z = kWhite[2] * labInverse(fy - b / 200);
    return { 3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z };
}

bool isInside(const std::array<double, 3>& rgb)
{
    return std::all_of(rgb.begin(), rgb.end(), [](double v) { return v >= 0 && v <= 1; });
}

} // namespace

QColor spectrumColor(double level)
{
    level = std::clamp(level, 0.0, 1.0);
    const double lightness = 3 + 93 * level;
    const double hue = (285 + 170 * level) * std::numbers::pi / 180; // to 95 degrees: yellow
    double chroma = 78 * std::pow(std::sin(std::numbers::pi * (0.06 + 0.84 * level)), 0.8);
    auto rgb = linearOf(lightness, chroma * std::cos(hue), chroma * std::sin(hue));
    // Less colour where sRGB has none at this lightness; the lightness stays.
    while (!isInside(rgb) && chroma > 0.5) {
        chroma *= 0.97;
        rgb = linearOf(lightness, chroma * std::cos(hue), chroma * std::sin(hue));
    }
    const auto byte = [](double v) {
        return static_cast<int>(std::lround(fromLinear(std::clamp(v, 0.0, 1.0)) * 255));
    };
    return { byte(rgb[0]), byte(rgb[1]), byte(rgb[2]) };
}

const QList<QRgb>& spectrumColors()
{
    static const QList<QRgb> kTable = [] {
        QList<QRgb> table;
        for (int i = 0; i < 256; ++i) {
            table.append(spectrumColor(i / 255.0).rgb());
        }
        return table;
    }();
    return kTable;
}

double lightnessOf(const QColor& color)
{
    const double y = 0.2126 * toLinear(color.redF()) + 0.7152 * toLinear(color.greenF())
        + 0.0722 * toLinear(color.blueF());
    return y > std::pow(6.0 / 29, 3) ? 116 * std::cbrt(y) - 16 : y * std::pow(29.0 / 3, 3);
}

} // namespace pieria::ui
