#include "ui/mixer/value_control.h"

#include "ui/mixer/level_meter.h"
#include "ui/player/stage_colors.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::ui {

ValueControl::ValueControl(const QString& name, ValueRange range, QWidget* parent)
    : QWidget(parent)
    , m_range(std::move(range))
    , m_value(m_range.initial)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    describe();
}

void ValueControl::describe()
{
    const QString text = QLocale().toString(m_value, 'f', m_range.decimals) + m_range.unit;
    setAccessibleDescription(text);
    setToolTip(tr("%1: %2 (double-click resets, Shift is fine)").arg(accessibleName(), text));
}

void ValueControl::setValue(double value)
{
    if (!m_dragging && value != m_value) {
        m_value = value;
        describe();
        update();
    }
}

double ValueControl::positionOf(double value) const
{
    return (value - m_range.least) / (m_range.most - m_range.least);
}

double ValueControl::valueAt(double position) const
{
    return m_range.least + position * (m_range.most - m_range.least);
}

void ValueControl::change(double value)
{
    const double unit = std::pow(10.0, -m_range.decimals);
    value = std::clamp(std::round(value / unit) * unit, m_range.least, m_range.most);
    if (value != m_value) {
        m_value = value;
        describe();
        update();
        Q_EMIT changed(value);
    }
}

void ValueControl::enter(double value)
{
    Q_EMIT begun();
    change(value);
}

void ValueControl::step(double steps)
{
    enter(m_value + steps * m_range.step);
}

void ValueControl::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    m_dragging = true;
    m_grabbed = positionOf(m_value);
    m_lastAt = isHorizontal() ? event->position().x() : -event->position().y();
    Q_EMIT begun();
}

void ValueControl::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        return;
    }
    const double at = isHorizontal() ? event->position().x() : -event->position().y();
    const double fine = event->modifiers().testFlag(Qt::ShiftModifier) ? 0.15 : 1;
    m_grabbed += (at - m_lastAt) * travel() * fine;
    m_lastAt = at;
    change(valueAt(std::clamp(m_grabbed, 0.0, 1.0)));
}

void ValueControl::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    update();
}

void ValueControl::mouseDoubleClickEvent(QMouseEvent*)
{
    m_dragging = false;
    enter(m_range.initial);
}

void ValueControl::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    step(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void ValueControl::keyPressEvent(QKeyEvent* event)
{
    const double big = event->modifiers().testFlag(Qt::ShiftModifier) ? 6 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Right:
        step(big);
        return;
    case Qt::Key_Down:
    case Qt::Key_Left:
        step(-big);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        enter(m_range.initial);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

// The fader.

Fader::Fader(const QString& name, const ValueRange& range, QWidget* parent)
    : ValueControl(name, range, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize Fader::sizeHint() const
{
    return { theme().grid(10), theme().grid(24) };
}

QRectF Fader::track() const
{
    const double cap = theme().grid(3.5);
    return { theme().grid(2.5) - 1.5, cap / 2, 3, height() - cap };
}

double Fader::positionOf(double value) const
{
    return scaleOf(value);
}

double Fader::valueAt(double position) const
{
    return decibelsAt(position);
}

double Fader::travel() const
{
    return 1.0 / std::max(1.0, track().height());
}

void Fader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF line = track();
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(c.background, c.text, 0.10));
    painter.drawRoundedRect(line, 1.5, 1.5);
    QFont font = theme().smallFont();
    font.setPointSizeF(font.pointSizeF() * 0.82);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    double lastY = -100;
    for (const int mark : { 12, 6, 0, -6, -12, -18, -30, -60 }) {
        const double y = line.bottom() - scaleOf(mark) * line.height();
        painter.fillRect(QRectF(line.right() + 4, y - 0.5, mark == 0 ? 5 : 3, 1),
            mark == 0 ? c.text : c.gridBar);
        if (y - lastY > metrics.height() - 2) {
            painter.setPen(mark == 0 ? c.text : c.muted);
            painter.drawText(QRectF(line.right() + 11, y - 8, 30, 16),
                Qt::AlignVCenter | Qt::AlignLeft,
                mark == -60 ? QString(QChar(0x221e)) : QString::number(std::abs(mark)));
            lastY = y;
        }
    }
    const double y = line.bottom() - positionOf(value()) * line.height();
    const double high = theme().grid(3);
    const QRectF cap(line.center().x() - theme().grid(2), y - high / 2, theme().grid(4), high);
    const bool hot = underMouse() || isDragging();
    painter.setPen(QPen(hasFocus() ? c.focus : mixed(c.panel, c.text, 0.35), 1));
    painter.setBrush(mixed(c.raised, c.text, hot ? 0.30 : 0.18));
    painter.drawRoundedRect(cap, 2.5, 2.5);
    painter.fillRect(
        QRectF(cap.left() + 2, y - 0.75, cap.width() - 4, 1.5), isEnabled() ? c.text : c.muted);
}

// The bar.

MiniBar::MiniBar(const QString& name, const ValueRange& range, QWidget* parent)
    : ValueControl(name, range, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SizeHorCursor);
}

QSize MiniBar::sizeHint() const
{
    return { theme().grid(11), theme().grid(3) };
}

double MiniBar::travel() const
{
    return 1.0 / std::max(1, width());
}

void MiniBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    painter.setPen(QPen(hasFocus() ? c.focus : underMouse() ? c.muted : c.line, 1));
    painter.setBrush(mixed(c.background, c.text, 0.06));
    painter.drawRoundedRect(frame, 2, 2);
    // From the middle for values with two sides, else from the left.
    const double from = range().least < 0 && range().most > 0 ? positionOf(0) : 0.0;
    const double to = positionOf(value());
    const double left = frame.left() + 1 + std::min(from, to) * (frame.width() - 2);
    const double right = frame.left() + 1 + std::max(from, to) * (frame.width() - 2);
    painter.fillRect(QRectF(left, frame.top() + 1, std::max(1.5, right - left), frame.height() - 2),
        isEnabled() ? mixed(c.panel, c.accent, 0.8) : c.muted);
}

} // namespace pieria::ui
