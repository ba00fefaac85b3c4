// Colours for levels: lightness rises evenly in CIE L*a*b*, the hue turns from violet over red to
// yellow, so that equal steps of level look like equal steps and grey-scale prints stay true.
#pragma once

#include <QColor>
#include <QList>

namespace pieria::ui {

/// `level` from 0 (almost black) to 1 (almost white).
[[nodiscard]] QColor spectrumColor(double level);
/// 256 steps, as a colour table.
[[nodiscard]] const QList<QRgb>& spectrumColors();
/// CIE lightness L*, 0 to 100, of an sRGB colour.
[[nodiscard]] double lightnessOf(const QColor& color);

} // namespace pieria::ui
