#include "ui/common/widgets.h"

#include <QFrame>
#include <QStyle>
#include <QVariant>

#include <cmath>

namespace pieria::ui {

QLabel* makeLabel(const QString& text, const char* tone, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    if (tone != nullptr) {
        label->setProperty("tone", tone);
    }
    return label;
}

QToolButton* makeIconButton(
    const QString& icon, const QString& name, QWidget* parent, IconTone tone)
{
    auto* button = new QToolButton(parent);
    button->setProperty("kind", "flat");
    button->setIcon(Theme::icon(icon, tone));
    button->setIconSize(QSize(theme().grid(4), theme().grid(4)));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QPushButton* makeButton(const QString& text, const QString& icon, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    if (!icon.isEmpty()) {
        button->setIcon(Theme::icon(icon));
    }
    button->setAccessibleName(text);
    return button;
}

QPushButton* makeLinkButton(const QString& text, QWidget* parent)
{
    QPushButton* button = makeButton(text, {}, parent);
    button->setProperty("kind", "link");
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("kind", "line");
    line->setFixedHeight(1);
    return line;
}

void setGrid(QLayout& layout, double margin, double spacing)
{
    const int m = theme().grid(margin);
    layout.setContentsMargins(m, m, m, m);
    layout.setSpacing(theme().grid(spacing));
}

void setStyleProperty(QWidget& widget, const char* name, const QVariant& value)
{
    if (widget.property(name) == value) {
        return;
    }
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

QString toQt(const std::string& text)
{
    return QString::fromStdString(text);
}

std::string fromQt(const QString& text)
{
    return text.toStdString();
}

QString clockText(double seconds)
{
    const auto whole = static_cast<qint64>(std::floor(std::max(0.0, seconds)));
    const auto two
        = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QChar('0')); };
    if (whole >= 3600) {
        return QStringLiteral("%1:%2:%3")
            .arg(whole / 3600)
            .arg(two(whole / 60 % 60), two(whole % 60));
    }
    return two(whole / 60) + QLatin1Char(':') + two(whole % 60);
}

} // namespace pieria::ui
