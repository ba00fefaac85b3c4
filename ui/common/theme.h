// The look of the window: palette, fonts and metrics of the theme in use, applied to the whole
// application as QPalette and one stylesheet. Painters ask theme() and repaint on changed().
#pragma once

#include "ui/common/palette.h"

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace pieria::ui {

enum class IconTone { Text, Muted, Accent, OnAccent, Bad };

class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] ThemeName name() const { return m_name; }
    [[nodiscard]] const Palette& colors() const { return paletteOf(m_name); }
    /// Text and metrics grow with it; 0.75 to 2.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    /// Live: restyles every window and emits changed().
    void apply(ThemeName name, double scale, bool reducedMotion);

    /// `steps` of the 4-px grid, scaled: grid(2) is a gutter.
    [[nodiscard]] int grid(double steps) const;
    [[nodiscard]] QFont bodyFont() const; ///< 13 px at scale 1
    [[nodiscard]] QFont smallFont() const; ///< 11 px: captions, rulers
    [[nodiscard]] QFont headingFont() const; ///< 11 px, semi-bold, spaced: panel titles
    [[nodiscard]] QFont figureFont() const; ///< equal digit widths: times and values
    [[nodiscard]] QFont largeFigureFont() const; ///< the clock of the transport bar
    /// 0 when motion is reduced, else at most 120.
    [[nodiscard]] int easeMilliseconds() const { return m_reducedMotion ? 0 : 120; }

    /// An icon of resources/icons, drawn in the theme's colours at any size; follows theme changes.
    [[nodiscard]] static QIcon icon(const QString& name, IconTone tone = IconTone::Text);
    [[nodiscard]] QColor toneColor(IconTone tone) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QFont fontOfSize(double pixels) const;
    ThemeName m_name = ThemeName::Dark;
    double m_scale = 1;
    bool m_reducedMotion = false;
};

/// The one theme of the process.
[[nodiscard]] Theme& theme();

} // namespace pieria::ui
