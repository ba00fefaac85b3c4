#include "ui/roll/time_view.h"

#include "ui/player/time_text.h"

#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr double kRoomForLines = 7; ///< pixels between lines below which they are left out

} // namespace

TimeView::TimeView(RollState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    const auto repaint = [this] { update(); };
    connect(&m_state, &RollState::axisChanged, this, repaint);
    connect(&m_state, &RollState::scoreChanged, this, repaint);
    connect(&m_state, &RollState::trackChanged, this, repaint);
    connect(&m_state, &RollState::settingsChanged, this, repaint);
    connect(&theme(), &Theme::changed, this, repaint);
    connect(&m_state.player(), &Player::positionChanged, this, &TimeView::movePlayhead);
}

double TimeView::xAt(Tick tick) const
{
    return m_state.axis().xAt(static_cast<double>(tick));
}

double TimeView::tickAt(double x) const
{
    return m_state.axis().tickAt(x);
}

double TimeView::playheadX() const
{
    return xAt(m_state.player().positionTick());
}

void TimeView::movePlayhead()
{
    const double x = playheadX();
    for (const double at : { m_lastPlayhead, x }) {
        if (at > -8 && at < width() + 8) {
            update(static_cast<int>(at) - 6, 0, 13, height());
        }
    }
    m_lastPlayhead = x;
}

void forEachGridLine(const Score& score, Tick from, Tick to, Tick step, bool beats,
    const std::function<void(Tick, int)>& visit)
{
    for (BarSpan bar = barSpanAt(score, from); bar.begin <= to; bar = barSpanAt(score, bar.end)) {
        visit(bar.begin, 0);
        const Tick beat = beats ? beatTicksAt(score, bar.begin) : bar.end - bar.begin;
        for (Tick tick = bar.begin + beat; beats && tick < bar.end; tick += beat) {
            visit(tick, 1);
        }
        for (Tick tick = bar.begin + step; step > 0 && tick < bar.end; tick += step) {
            if ((tick - bar.begin) % beat != 0) {
                visit(tick, 2);
            }
        }
    }
}

void TimeView::drawGrid(QPainter& painter, const QRect& area, GridDetail detail) const
{
    const Score& score = m_state.score();
    if (score.length <= 0) {
        return;
    }
    const StageColors c = stageColors();
    const double scale = m_state.axis().pixelsPerTick;
    const auto from = std::max<Tick>(0, static_cast<Tick>(tickAt(area.left() - 1)));
    const auto to = std::min<Tick>(static_cast<Tick>(tickAt(area.right() + 1)), score.length);
    const Tick beat = beatTicksAt(score, from);
    const bool beats
        = detail != GridDetail::Bars && static_cast<double>(beat) * scale >= kRoomForLines;
    Tick step = detail == GridDetail::Snap && beats ? m_state.gridStep() : 0;
    if (static_cast<double>(step) * scale < kRoomForLines || step >= beat) {
        step = 0;
    }
    const Tick bar = std::max<Tick>(1, score.metre().ticksPerBar());
    const int every = std::max(1,
        static_cast<int>(std::exp2(
            std::ceil(std::log2(std::max(1.0, 3.0 / (static_cast<double>(bar) * scale)))))));
    const QColor inks[] = { c.gridBar, c.gridBeat, c.gridFine };
    int count = 0;
    forEachGridLine(score, from, to, step, beats, [&](Tick tick, int kind) {
        if (kind == 0 && count++ % every != 0) {
            return;
        }
        painter.fillRect(QRectF(std::floor(xAt(tick)), area.top(), 1, area.height()), inks[kind]);
    });
}

void TimeView::drawEnd(QPainter& painter, const QRect& area) const
{
    const StageColors c = stageColors();
    const double end = xAt(m_state.score().length);
    if (end < area.right() + 1) {
        QColor shade = c.panel;
        shade.setAlphaF(0.75F);
        painter.fillRect(QRectF(end, area.top(), area.right() + 1 - end, area.height()), shade);
    }
    if (const auto& preview = m_state.player().preview()) {
        const double final = xAt(preview->finishedUntil);
        if (final < area.right() + 1) {
            QColor shade = c.panel;
            shade.setAlphaF(0.45F);
            painter.fillRect(
                QRectF(final, area.top(), area.right() + 1 - final, area.height()), shade);
        }
    }
}

void TimeView::drawPlayhead(QPainter& painter) const
{
    const double x = playheadX();
    if (x >= -1 && x <= width() + 1) {
        painter.fillRect(QRectF(std::floor(x), 0, 1.5, height()), stageColors().playhead);
    }
}

void TimeView::scrollVertically(double pixels)
{
    m_state.scrollBy(-pixels);
}

void TimeView::zoomVertically(double factor)
{
    m_state.zoom(factor, width() / 2.0);
}

void TimeView::wheelEvent(QWheelEvent* event)
{
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() : event->pixelDelta();
    const auto keys = event->modifiers();
    // Alt turns the wheel sideways on some platforms.
    const int turn = pixels.y() != 0 ? pixels.y() : pixels.x();
    if (keys.testFlag(Qt::ControlModifier)) {
        const double factor = std::exp2(turn / 360.0);
        if (keys.testFlag(Qt::ShiftModifier) || keys.testFlag(Qt::AltModifier)) {
            zoomVertically(factor);
        } else {
            m_state.zoom(factor, event->position().x());
        }
    } else if (keys.testFlag(Qt::ShiftModifier)) {
        m_state.scrollBy(-turn);
    } else {
        if (pixels.x() != 0) {
            m_state.scrollBy(-pixels.x());
        }
        if (pixels.y() != 0) {
            scrollVertically(pixels.y());
        }
    }
    event->accept();
}

} // namespace pieria::ui
