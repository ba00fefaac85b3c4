#include "ui/common/palette.h"

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

Palette makeDark()
{
    Palette p;
    p.background = QColor(0x16, 0x18, 0x1d);
    p.panel = QColor(0x1d, 0x20, 0x27);
    p.raised = QColor(0x26, 0x2a, 0x33);
    p.line = QColor(0x34, 0x3a, 0x46);
    p.text = QColor(0xe6, 0xe8, 0xee);
    p.muted = QColor(0x9a, 0xa3, 0xb2);
    p.accent = QColor(0xf2, 0xa3, 0x3c);
    p.onAccent = QColor(0x1d, 0x15, 0x08);
    p.accentText = p.accent;
    p.info = QColor(0x5a, 0xa9, 0xe6);
    p.good = QColor(0x5c, 0xc2, 0x8a);
    p.warn = QColor(0xe6, 0xc3, 0x5a);
    p.bad = QColor(0xf0, 0x77, 0x80);
    p.focus = p.accent;
    p.tracks = { QColor(0xe8, 0x9b, 0x4b), QColor(0x6c, 0xa6, 0xe8), QColor(0x4f, 0xc1, 0xa0),
        QColor(0xd9, 0xcf, 0x5f), QColor(0xe0, 0x7a, 0x5f), QColor(0xc7, 0x8f, 0xd6),
        QColor(0x7f, 0xc9, 0xe6), QColor(0xa9, 0xb0, 0xbd) };
    return p;
}

Palette makeLight()
{
    Palette p;
    p.background = QColor(0xec, 0xec, 0xe9);
    p.panel = QColor(0xf6, 0xf6, 0xf4);
    p.raised = QColor(0xff, 0xff, 0xff);
    p.line = QColor(0xcd, 0xce, 0xca);
    p.text = QColor(0x1f, 0x22, 0x29);
    p.muted = QColor(0x58, 0x5f, 0x6b);
    p.accent = QColor(0xf2, 0xa3, 0x3c);
    p.onAccent = QColor(0x1d, 0x15, 0x08);
    p.accentText = QColor(0x8c, 0x50, 0x00);
    p.info = QColor(0x1b, 0x62, 0x9e);
    p.good = QColor(0x1a, 0x6d, 0x3f);
    p.warn = QColor(0x74, 0x58, 0x00);
    p.bad = QColor(0xb0, 0x22, 0x2f);
    p.focus = QColor(0xb3, 0x68, 0x00);
    p.tracks = { QColor(0xc8, 0x6a, 0x0a), QColor(0x1f, 0x6f, 0xbf), QColor(0x0b, 0x86, 0x66),
        QColor(0x93, 0x82, 0x00), QColor(0xbd, 0x42, 0x24), QColor(0x96, 0x4f, 0xb0),
        QColor(0x2a, 0x89, 0xad), QColor(0x63, 0x6b, 0x78) };
    return p;
}

Palette makeHighContrast()
{
    Palette p;
    p.background = QColor(0, 0, 0);
    p.panel = QColor(0, 0, 0);
    p.raised = QColor(0x1a, 0x1a, 0x1a);
    p.line = QColor(0xff, 0xff, 0xff);
    p.text = QColor(0xff, 0xff, 0xff);
    p.muted = QColor(0xe0, 0xe0, 0xe0);
    p.accent = QColor(0xff, 0xe6, 0x00);
    p.onAccent = QColor(0, 0, 0);
    p.accentText = p.accent;
    p.info = QColor(0x7c, 0xd0, 0xff);
    p.good = QColor(0x6e, 0xf5, 0xa0);
    p.warn = QColor(0xff, 0xe6, 0x00);
    p.bad = QColor(0xff, 0x8a, 0x8a);
    p.focus = p.accent;
    p.tracks = { QColor(0xff, 0xb0, 0x4a), QColor(0x7c, 0xc0, 0xff), QColor(0x55, 0xe6, 0xb8),
        QColor(0xff, 0xf2, 0x66), QColor(0xff, 0x8c, 0x6b), QColor(0xe6, 0xa8, 0xff),
        QColor(0x9a, 0xe6, 0xff), QColor(0xe0, 0xe0, 0xe0) };
    return p;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

} // namespace

const Palette& paletteOf(ThemeName name)
{
    static const Palette dark = makeDark();
    static const Palette light = makeLight();
    static const Palette highContrast = makeHighContrast();
    switch (name) {
    case ThemeName::Light:
        return light;
    case ThemeName::HighContrast:
        return highContrast;
    case ThemeName::Dark:
        break;
    }
    return dark;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& under, const QColor& over, double amount)
{
    const auto blend = [amount](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * amount));
    };
    return { blend(under.red(), over.red()), blend(under.green(), over.green()),
        blend(under.blue(), over.blue()) };
}

QString themeId(ThemeName name)
{
    switch (name) {
    case ThemeName::Light:
        return QStringLiteral("light");
    case ThemeName::HighContrast:
        return QStringLiteral("high-contrast");
    case ThemeName::Dark:
        break;
    }
    return QStringLiteral("dark");
}

std::optional<ThemeName> themeFromId(const QString& id)
{
    for (const ThemeName name : { ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast }) {
        if (themeId(name) == id) {
            return name;
        }
    }
    return std::nullopt;
}

} // namespace pieria::ui
