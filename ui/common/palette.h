// The colours of the window as tokens: one set for each theme, pure values.
#pragma once

#include <QColor>
#include <QString>

#include <array>
#include <optional>

namespace pieria::ui {

enum class ThemeName { Dark, Light, HighContrast };

struct Palette
{
    QColor background; ///< behind the panels, and the stage
    QColor panel;
    QColor raised; ///< fields, buttons, rows under the pointer
    QColor line; ///< borders and grid lines
    QColor text;
    QColor muted; ///< secondary text, still readable (>= 4.5:1)
    QColor accent; ///< fills: the big button, the playhead, selections
    QColor onAccent; ///< text on accent
    QColor accentText; ///< accent as text or thin line on background and panel
    QColor info;
    QColor good;
    QColor warn;
    QColor bad;
    QColor focus; ///< the focus ring
    /// Tracks and objects, by slot; distinguishable with the common colour-vision deficiencies
    /// (after Okabe and Ito, "Color Universal Design", 2008, lightened or darkened to the theme).
    std::array<QColor, 8> tracks;
};

[[nodiscard]] const Palette& paletteOf(ThemeName name);
/// WCAG 2.1 contrast ratio, 1 to 21; alpha is ignored.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `amount` of `over` on `under`, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double amount);

[[nodiscard]] QString themeId(ThemeName name); ///< "dark", "light", "high-contrast"
[[nodiscard]] std::optional<ThemeName> themeFromId(const QString& id);

} // namespace pieria::ui
