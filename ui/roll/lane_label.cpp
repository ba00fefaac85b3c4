#include "ui/roll/lane_label.h"

#include "ui/player/stage_colors.h"

#include <QPainter>

namespace pieria::ui {

LaneLabel::LaneLabel(const QString& text, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_hint(hint)
{
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

void LaneLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), c.panel);
    painter.setFont(theme().smallFont());
    const QRect inside = rect().adjusted(theme().grid(3), 0, -theme().grid(2), 0);
    const bool low = height() < theme().grid(8);
    const int line = theme().grid(5.5);
    painter.setPen(c.muted);
    painter.drawText(low ? inside : QRect(inside.left(), 0, inside.width(), line),
        Qt::AlignVCenter | Qt::AlignLeft, m_text);
    if (!low && !m_hint.isEmpty()) {
        painter.setPen(mixed(c.panel, c.muted, 0.7));
        painter.drawText(QRect(inside.left(), line - 4, inside.width(), line),
            Qt::AlignVCenter | Qt::AlignLeft, m_hint);
    }
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
    painter.fillRect(0, height() - 1, width(), 1, mixed(c.panel, c.line, 0.6));
}

} // namespace pieria::ui
