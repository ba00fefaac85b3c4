#include "ui/player/glyph_button.h"

#include "ui/player/stage_colors.h"

#include <QPainter>
#include <QPainterPath>

namespace pieria::ui {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath lines(std::initializer_list<std::pair<QPointF, QPointF>> pairs)
{
    QPainterPath path;
    for (const auto& [from, to] : pairs) {
        path.moveTo(from);
        path.lineTo(to);
    }
    return path;
}

QPainterPath loopPath()
{
    QPainterPath path;
    path.moveTo(11, 3.5);
    path.lineTo(5, 3.5);
    path.arcTo(QRectF(1.5, 3.5, 7, 9), 90, 180);
    path.lineTo(11, 12.5);
    path.arcTo(QRectF(7.5, 3.5, 7, 9), 270, 125);
    path.moveTo(8.6, 1);
    path.lineTo(11.2, 3.5);
    path.lineTo(8.6, 6);
    return path;
}

QPainterPath comparePath()
{
    QPainterPath path = lines({ { { 2, 13 }, { 4.75, 3 } }, { { 4.75, 3 }, { 7.5, 13 } },
        { { 3, 9.5 }, { 6.5, 9.5 } }, { { 10, 3 }, { 10, 13 } } });
    path.moveTo(10, 3);
    path.cubicTo(14.5, 2.6, 14.5, 8, 10, 7.8);
    path.cubicTo(15.6, 7.6, 15.6, 13.4, 10, 13);
    return path;
}

QPainterPath magnetPath()
{
    QPainterPath path;
    path.moveTo(3.5, 2.5);
    path.lineTo(3.5, 8.5);
    path.arcTo(QRectF(3.5, 4, 9, 9), 180, 180);
    path.lineTo(12.5, 2.5);
    path.moveTo(2, 5.5);
    path.lineTo(5, 5.5);
    path.moveTo(11, 5.5);
    path.lineTo(14, 5.5);
    return path;
}

QPainterPath dicePath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(2.5, 2.5, 11, 11), 2, 2);
    for (const QPointF& dot : { QPointF(5.5, 5.5), QPointF(8, 8), QPointF(10.5, 10.5) }) {
        path.addEllipse(dot, 0.5, 0.5);
    }
    return path;
}

} // namespace

bool isStroked(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Play:
    case Glyph::Pause:
    case Glyph::Stop:
    case Glyph::ToStart:
    case Glyph::Pointer:
        return false;
    default:
        return true;
    }
}

QPainterPath glyphPath(Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::ToStart:
        path.addRect(3, 3, 2, 10);
        path.addPath(polygon({ { 13, 3 }, { 13, 13 }, { 6, 8 } }));
        return path;
    case Glyph::Play:
        return polygon({ { 4, 2.5 }, { 13.5, 8 }, { 4, 13.5 } });
    case Glyph::Pause:
        path.addRect(4, 3, 3, 10);
        path.addRect(9, 3, 3, 10);
        return path;
    case Glyph::Stop:
        path.addRect(3.5, 3.5, 9, 9);
        return path;
    case Glyph::Loop:
        return loopPath();
    case Glyph::Compare:
        return comparePath();
    case Glyph::Plus:
        return lines({ { { 8, 3.5 }, { 8, 12.5 } }, { { 3.5, 8 }, { 12.5, 8 } } });
    case Glyph::Minus:
        return lines({ { { 3.5, 8 }, { 12.5, 8 } } });
    case Glyph::Fit:
        return lines(
            { { { 2, 3 }, { 2, 13 } }, { { 14, 3 }, { 14, 13 } }, { { 4.5, 8 }, { 11.5, 8 } },
                { { 4.5, 8 }, { 6.8, 5.7 } }, { { 4.5, 8 }, { 6.8, 10.3 } },
                { { 11.5, 8 }, { 9.2, 5.7 } }, { { 11.5, 8 }, { 9.2, 10.3 } } });
    case Glyph::Pointer:
        return polygon({ { 4, 2 }, { 4, 13 }, { 6.8, 10.4 }, { 8.7, 14.4 }, { 10.6, 13.5 },
            { 8.8, 9.7 }, { 12.4, 9.4 } });
    case Glyph::Pencil:
        return lines({ { { 3, 13 }, { 3.8, 9.8 } }, { { 3.8, 9.8 }, { 10.8, 2.8 } },
            { { 10.8, 2.8 }, { 13.2, 5.2 } }, { { 13.2, 5.2 }, { 6.2, 12.2 } },
            { { 6.2, 12.2 }, { 3, 13 } } });
    case Glyph::Magnet:
        return magnetPath();
    case Glyph::Dice:
        return dicePath();
    case Glyph::Follow:
        return lines({ { { 4, 2.5 }, { 4, 13.5 } }, { { 7, 8 }, { 13, 8 } },
            { { 10.2, 5.2 }, { 13, 8 } }, { { 10.2, 10.8 }, { 13, 8 } } });
    case Glyph::Fold:
        return lines({ { { 4, 6 }, { 8, 10 } }, { { 8, 10 }, { 12, 6 } } });
    case Glyph::Unfold:
        return lines({ { { 6, 4 }, { 10, 8 } }, { { 10, 8 }, { 6, 12 } } });
    }
    return path;
}

GlyphButton::GlyphButton(Glyph glyph, const QString& name, QWidget* parent)
    : QToolButton(parent)
    , m_glyph(glyph)
{
    setGlyph(glyph, name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void GlyphButton::setGlyph(Glyph glyph, const QString& name)
{
    m_glyph = glyph;
    setToolTip(name);
    setAccessibleName(name);
    update();
}

QSize GlyphButton::sizeHint() const
{
    const int side = std::max(24, fontMetrics().height() + 8);
    return { side + 4, side };
}

void GlyphButton::paintEvent(QPaintEvent*)
{
    const StageColors c = stageColors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool lit = isChecked();
    if (isDown() || lit || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(lit ? mixed(c.panel, c.accent, 0.22) : c.raised);
        painter.drawRoundedRect(frame, 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, 4, 4);
    }
    const QColor ink = !isEnabled() ? mixed(c.panel, c.muted, 0.45) : lit ? c.accentText : c.text;
    painter.translate(rect().center() + QPoint(1, 1));
    painter.translate(-8, -8);
    if (isStroked(m_glyph)) {
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
    }
    painter.drawPath(glyphPath(m_glyph));
}

} // namespace pieria::ui
