#include "ui/common/theme.h"

#include "ui/common/style_sheet.h"
#include "ui/common/svg_icon.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr double kPointsPerPixel = 0.75; // at 96 dpi

QPalette qtPalette(const Palette& p)
{
    QPalette q;
    q.setColor(QPalette::Window, p.panel);
    q.setColor(QPalette::WindowText, p.text);
    q.setColor(QPalette::Base, p.raised);
    q.setColor(QPalette::AlternateBase, p.panel);
    q.setColor(QPalette::Text, p.text);
    q.setColor(QPalette::PlaceholderText, p.muted);
    q.setColor(QPalette::Button, p.raised);
    q.setColor(QPalette::ButtonText, p.text);
    q.setColor(QPalette::BrightText, p.bad);
    q.setColor(QPalette::Highlight, p.accent);
    q.setColor(QPalette::HighlightedText, p.onAccent);
    q.setColor(QPalette::Link, p.info);
    q.setColor(QPalette::LinkVisited, p.info);
    q.setColor(QPalette::ToolTipBase, p.raised);
    q.setColor(QPalette::ToolTipText, p.text);
    q.setColor(QPalette::Light, p.line);
    q.setColor(QPalette::Midlight, p.line);
    q.setColor(QPalette::Mid, p.line);
    q.setColor(QPalette::Dark, p.background);
    q.setColor(QPalette::Shadow, p.background);
    const QColor faint = mixed(p.panel, p.text, 0.38);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText }) {
        q.setColor(QPalette::Disabled, role, faint);
    }
    return q;
}

QStringList families()
{
    static const QStringList list { QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
        QStringLiteral("DejaVu Sans") };
    return list;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent)
{
}

void Theme::apply(ThemeName name, double scale, bool reducedMotion)
{
    m_name = name;
    m_scale = std::clamp(scale, 0.75, 2.0);
    m_reducedMotion = reducedMotion;
    if (qApp->property("pieriaStyle").isNull()) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        qApp->setProperty("pieriaStyle", true);
    }
    QApplication::setPalette(qtPalette(colors()));
    QApplication::setFont(bodyFont());
    qApp->setStyleSheet(buildStyleSheet(*this));
    Q_EMIT changed();
}

int Theme::grid(double steps) const
{
    return static_cast<int>(std::lround(4 * steps * m_scale));
}

QFont Theme::fontOfSize(double pixels) const
{
    QFont font;
    font.setFamilies(families());
    font.setPointSizeF(pixels * kPointsPerPixel * m_scale);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::bodyFont() const
{
    return fontOfSize(13);
}

QFont Theme::smallFont() const
{
    return fontOfSize(11);
}

QFont Theme::headingFont() const
{
    QFont font = fontOfSize(11);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    return font;
}

QFont Theme::figureFont() const
{
    QFont font = fontOfSize(12);
    font.setFamilies({ QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
        QStringLiteral("monospace") });
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont Theme::largeFigureFont() const
{
    QFont font = figureFont();
    font.setPointSizeF(18 * kPointsPerPixel * m_scale);
    return font;
}

QIcon Theme::icon(const QString& name, IconTone tone)
{
    return makeSvgIcon(name, tone);
}

QColor Theme::toneColor(IconTone tone) const
{
    switch (tone) {
    case IconTone::Muted:
        return colors().muted;
    case IconTone::Accent:
        return colors().accentText;
    case IconTone::OnAccent:
        return colors().onAccent;
    case IconTone::Bad:
        return colors().bad;
    case IconTone::Text:
        break;
    }
    return colors().text;
}

Theme& theme()
{
    static Theme instance;
    return instance;
}

} // namespace pieria::ui
