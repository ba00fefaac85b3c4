#include "ui/mixer/drag_number.h"

#include "ui/player/stage_colors.h"
#include "ui/roll/inline_edit.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::ui {

namespace {

constexpr double kPixelsPerStep = 3;

} // namespace

DragNumber::DragNumber(const QString& name, ValueRange range, QWidget* parent)
    : QWidget(parent)
    , m_range(std::move(range))
    , m_value(m_range.initial)
{
    setAccessibleName(name);
    setToolTip(name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeVerCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleDescription(text());
}

QString DragNumber::text() const
{
    return QLocale().toString(m_value, 'f', m_range.decimals) + m_range.unit;
}

double DragNumber::clamped(double value) const
{
    return std::clamp(value, m_range.least, m_range.most);
}

void DragNumber::setValue(double value)
{
    if (value != m_value && !m_dragging) {
        m_value = value;
        setAccessibleDescription(text());
        update();
    }
}

void DragNumber::setPlain(bool plain)
{
    m_plain = plain;
    updateGeometry();
    update();
}

QSize DragNumber::sizeHint() const
{
    const QFontMetrics metrics(theme().figureFont());
    const auto widest = [&](double value) {
        return metrics.horizontalAdvance(
            QLocale().toString(value, 'f', m_range.decimals) + m_range.unit);
    };
    const int wide = std::max(widest(m_range.least), widest(m_range.most));
    return { wide + theme().grid(m_plain ? 1.5 : 4), theme().grid(m_plain ? 4.5 : 6.5) };
}

void DragNumber::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StageColors c = stageColors();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hot = isEnabled() && (underMouse() || m_dragging);
    if (!m_plain || hot || hasFocus()) {
        painter.setPen(hasFocus() ? c.focus : hot ? mixed(c.line, c.text, 0.28) : c.line);
        painter.setBrush(m_plain && !hot ? Qt::NoBrush : QBrush(c.raised));
        painter.drawRoundedRect(frame, 4, 4);
    }
    painter.setFont(theme().figureFont());
    painter.setPen(!isEnabled() ? mixed(c.panel, c.text, 0.4) : m_dragging ? c.accentText : c.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void DragNumber::commit(double value)
{
    value = clamped(value);
    if (value == m_value && !m_dragging) {
        return;
    }
    m_dragging = false;
    m_value = value;
    setAccessibleDescription(text());
    update();
    Q_EMIT committed(value);
}

void DragNumber::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = true;
        m_start = m_value;
        m_pressY = event->position().y();
    }
}

void DragNumber::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        return;
    }
    const double up = m_pressY - event->position().y();
    if (!m_dragging && std::abs(up) < 3) {
        return;
    }
    m_dragging = true;
    const bool fine = event->modifiers().testFlag(Qt::ShiftModifier);
    const double step = m_range.step * (fine ? 0.1 : 1);
    const double raw = m_start + up / kPixelsPerStep * step;
    const double unit = std::pow(10.0, -m_range.decimals);
    const double value = clamped(std::round(raw / unit) * unit);
    if (value != m_value) {
        m_value = value;
        update();
        Q_EMIT changing(value);
    }
}

void DragNumber::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressed, false)) {
        return;
    }
    if (m_dragging) {
        commit(m_value);
    } else if (rect().contains(event->position().toPoint())) {
        setFocus(Qt::MouseFocusReason);
    }
}

void DragNumber::mouseDoubleClickEvent(QMouseEvent*)
{
    m_pressed = false;
    commit(m_range.initial);
}

void DragNumber::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore(); // scrolling past must not change values
        return;
    }
    commit(m_value + (event->angleDelta().y() > 0 ? 1 : -1) * m_range.step);
}

void DragNumber::openEditor()
{
    new InlineEdit(this, rect(), accessibleName(),
        QLocale().toString(m_value, 'f', m_range.decimals), tr("Type a number."),
        [this](const QString& typed) {
            QString number = typed.trimmed();
            number.remove(m_range.unit.trimmed());
            bool ok = false;
            double value = QLocale().toDouble(number.trimmed(), &ok);
            if (!ok) {
                value = number.trimmed().toDouble(&ok);
            }
            if (ok && std::isfinite(value)) {
                commit(value);
            }
            return ok;
        });
}

void DragNumber::keyPressEvent(QKeyEvent* event)
{
    const double big = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        commit(m_value + m_range.step * big);
        return;
    case Qt::Key_Down:
        commit(m_value - m_range.step * big);
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        commit(m_range.initial);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        openEditor();
        return;
    default:
        break;
    }
    if (!event->text().isEmpty() && QStringLiteral("0123456789-+.,").contains(event->text())) {
        openEditor();
        if (auto* editor = findChild<QLineEdit*>()) {
            editor->setText(event->text());
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace pieria::ui
