#include "ui/roll/ruler_view.h"

#include "ui/player/time_text.h"
#include "ui/roll/inline_edit.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr double kEdge = 6; ///< pixels to either side of a draggable edge

} // namespace

RulerView::RulerView(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Ruler with sections and loop"));
    setToolTip(tr("Click to go there; drag the strip in the middle to loop; double-click a "
                  "section to name it"));
    connect(&m_state.player(), &Player::loopChanged, this, [this] { update(); });
}

QSize RulerView::sizeHint() const
{
    return { 400, theme().grid(14) };
}

QRect RulerView::sectionRow() const
{
    return { 0, 0, width(), theme().grid(5.5) };
}

QRect RulerView::loopRow() const
{
    return { 0, sectionRow().bottom() + 1, width(), theme().grid(3) };
}

QRect RulerView::barRow() const
{
    const int top = loopRow().bottom() + 1;
    return { 0, top, width(), height() - top };
}

// Painting.

void RulerView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(event->rect(), c.panel);
    painter.setFont(theme().smallFont());
    paintSections(painter, event->rect());
    paintBars(painter, event->rect());
    paintLoop(painter);
    painter.fillRect(0, height() - 1, width(), 1, c.line);
    const double x = playheadX();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.playhead);
    const double top = barRow().top() + barRow().height() * 0.45;
    const QPointF head[] = { { x - 5, top }, { x + 6, top }, { x + 0.5, height() - 1.0 } };
    painter.drawPolygon(head, 3);
}

std::pair<Tick, Tick> RulerView::sectionSpan(int index) const
{
    const Score& score = m_state.score();
    const auto i = static_cast<std::size_t>(index);
    Tick begin = score.sections[i].onset;
    if (m_drag == Drag::Section && m_section == index) {
        begin = m_sectionDraft;
    }
    Tick end = score.length;
    if (i + 1 < score.sections.size()) {
        const bool nextDragged = m_drag == Drag::Section && m_section == index + 1;
        end = nextDragged ? m_sectionDraft : score.sections[i + 1].onset;
    }
    return { begin, end };
}

void RulerView::paintSections(QPainter& painter, const QRect& area) const
{
    const StageColors c = stageColors();
    const Score& score = m_state.score();
    const QRect row = sectionRow();
    for (int i = 0; i < static_cast<int>(score.sections.size()); ++i) {
        const auto [begin, end] = sectionSpan(i);
        const QRectF box(
            xAt(begin) + 1, row.top() + 2, xAt(end) - xAt(begin) - 2, row.height() - 4);
        if (box.right() < area.left() || box.left() > area.right() || box.width() < 1) {
            continue;
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(c.raised, c.text, i % 2 == 0 ? 0.04 : 0.10));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(c.text);
        QRectF inside = box.adjusted(6, 0, -4, 0);
        // The name stays in view while its section is scrolled.
        inside.setLeft(std::max(inside.left(), 6.0));
        const QString label
            = QString::fromStdString(score.sections[static_cast<std::size_t>(i)].label);
        if (inside.width() > 8) {
            painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                painter.fontMetrics().elidedText(
                    label, Qt::ElideRight, static_cast<int>(inside.width())));
        }
    }
}

void RulerView::paintLoop(QPainter& painter) const
{
    const StageColors c = stageColors();
    const QRect row = loopRow();
    painter.fillRect(row.adjusted(0, 0, 0, 0), mixed(c.panel, c.background, 0.6));
    const auto& loop = m_loopDraft ? m_loopDraft : m_state.player().loop();
    if (!loop) {
        return;
    }
    const QRectF brace(
        xAt(loop->begin), row.top() + 1, xAt(loop->end) - xAt(loop->begin), row.height() - 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor fill = loop->enabled ? c.accent : mixed(c.panel, c.muted, 0.45);
    painter.setBrush(fill);
    painter.drawRoundedRect(brace, 3, 3);
    painter.setPen(QPen(loop->enabled ? c.onAccent : c.panel, 1.5));
    for (const double x : { brace.left() + 4, brace.right() - 4 }) {
        painter.drawLine(QPointF(x, brace.top() + 3), QPointF(x, brace.bottom() - 3));
    }
}

void RulerView::paintBars(QPainter& painter, const QRect& area) const
{
    const StageColors c = stageColors();
    const Score& score = m_state.score();
    const QRect row = barRow();
    if (score.length <= 0) {
        return;
    }
    const double scale = m_state.axis().pixelsPerTick;
    const double barWidth = static_cast<double>(score.metre().ticksPerBar()) * scale;
    const double room = painter.fontMetrics().horizontalAdvance(QStringLiteral("0000")) + 8.0;
    int every = 1;
    while (barWidth * every < room) {
        every *= 2;
    }
    const bool beats = barWidth / std::max(1, score.metre().numerator) > room;
    const auto from = std::max<Tick>(0, static_cast<Tick>(tickAt(area.left() - room)));
    const auto to = std::min<Tick>(score.length, static_cast<Tick>(tickAt(area.right() + 1)));
    forEachGridLine(score, from, to, 0, true, [&](Tick tick, int kind) {
        const BarBeat at = barBeatAt(score, tick);
        const double x = std::floor(xAt(tick));
        const bool named = kind == 0 && (at.bar - 1) % every == 0;
        if (kind == 0 && tick < score.length) {
            painter.fillRect(QRectF(x, named ? row.top() + 3 : row.bottom() - 5, 1, row.height()),
                named ? c.gridBar : c.gridBeat);
        }
        if (named && tick < score.length) {
            painter.setPen(c.muted);
            painter.drawText(QRectF(x + 4, row.top(), 60, row.height()), Qt::AlignVCenter,
                QString::number(at.bar));
        } else if (kind == 1 && beats) {
            painter.fillRect(QRectF(x, row.bottom() - 6, 1, 6), c.gridBeat);
            painter.setPen(mixed(c.panel, c.muted, 0.7));
            painter.drawText(QRectF(x + 4, row.top(), 60, row.height()), Qt::AlignVCenter,
                QStringLiteral("%1.%2").arg(at.bar).arg(at.beat));
        }
    });
}

// Where things are.

int RulerView::sectionAt(double x) const
{
    const auto tick = static_cast<Tick>(tickAt(x));
    for (int i = 0; i < static_cast<int>(m_state.score().sections.size()); ++i) {
        const auto [begin, end] = sectionSpan(i);
        if (tick >= begin && tick < end) {
            return i;
        }
    }
    return -1;
}

int RulerView::sectionEdgeAt(double x) const
{
    const auto& sections = m_state.score().sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].onset > 0 && std::abs(xAt(sections[i].onset) - x) <= kEdge) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

RulerView::Drag RulerView::loopPartAt(double x) const
{
    const auto& loop = m_state.player().loop();
    if (!loop) {
        return Drag::LoopNew;
    }
    const double begin = xAt(loop->begin);
    const double end = xAt(loop->end);
    if (std::abs(x - begin) <= kEdge) {
        return Drag::LoopBegin;
    }
    if (std::abs(x - end) <= kEdge) {
        return Drag::LoopEnd;
    }
    return x > begin && x < end ? Drag::LoopMove : Drag::LoopNew;
}

Tick RulerView::barLineNear(double x) const
{
    const Score& score = m_state.score();
    const auto tick = std::clamp<Tick>(static_cast<Tick>(tickAt(x)), 0, score.length);
    const BarSpan bar = barSpanAt(score, tick);
    return tick - bar.begin < bar.end - tick ? bar.begin : std::min(bar.end, score.length);
}

// Mouse.

void RulerView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_state.score().length <= 0) {
        return;
    }
    const QPoint at = event->position().toPoint();
    m_pressX = event->position().x();
    if (sectionRow().contains(at)) {
        m_section = sectionEdgeAt(m_pressX);
        if (m_section >= 0 && m_state.isEditable()) {
            m_drag = Drag::Section;
            m_sectionDraft = m_state.score().sections[static_cast<std::size_t>(m_section)].onset;
        } else if (const int section = sectionAt(m_pressX); section >= 0) {
            m_state.player().seekTick(sectionSpan(section).first);
        }
    } else if (loopRow().contains(at)) {
        m_drag = loopPartAt(m_pressX);
        m_loopBefore = m_state.player().loop().value_or(LoopRegion {});
    } else {
        m_drag = Drag::Seek;
        m_state.player().seekTick(std::max<Tick>(0, std::llround(tickAt(m_pressX))));
    }
}

void RulerView::dragLoop(double x)
{
    const Tick length = m_state.score().length;
    LoopRegion loop = m_loopBefore;
    const Tick here = std::clamp<Tick>(m_state.snapped(tickAt(x)), 0, length);
    if (m_drag == Drag::LoopNew) {
        const Tick from = std::clamp<Tick>(m_state.snapped(tickAt(m_pressX)), 0, length);
        loop = { std::min(from, here), std::max(from, here), true };
    } else if (m_drag == Drag::LoopBegin) {
        loop.begin = std::min(here, loop.end - 1);
    } else if (m_drag == Drag::LoopEnd) {
        loop.end = std::max(here, loop.begin + 1);
    } else {
        const Tick span = loop.end - loop.begin;
        const Tick by = m_state.snapped(tickAt(x) - tickAt(m_pressX));
        loop.begin = std::clamp<Tick>(loop.begin + by, 0, std::max<Tick>(0, length - span));
        loop.end = loop.begin + span;
    }
    m_loopDraft = loop;
    update();
}

void RulerView::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    switch (m_drag) {
    case Drag::None:
        updateCursor(event->position());
        return;
    case Drag::Seek:
        m_state.player().seekTick(std::max<Tick>(0, std::llround(tickAt(x))));
        return;
    case Drag::Section: {
        const auto& sections = m_state.score().sections;
        const auto i = static_cast<std::size_t>(m_section);
        const Tick low = sections[i - 1].onset + 1;
        const Tick high
            = i + 1 < sections.size() ? sections[i + 1].onset - 1 : m_state.score().length - 1;
        const Tick line = barLineNear(x);
        if (line >= low && line <= high) {
            m_sectionDraft = line;
            update();
        }
        return;
    }
    default:
        // A click must not leave a loop of no length.
        if (m_loopDraft || std::abs(x - m_pressX) > 3) {
            dragLoop(x);
        }
    }
}

void RulerView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const auto loop = std::exchange(m_loopDraft, std::nullopt);
    if (drag == Drag::Section) {
        m_state.commitScore(
            withSectionAt(m_state.score(), static_cast<std::size_t>(m_section), m_sectionDraft),
            tr("Move Section"));
    } else if (loop && loop->end > loop->begin) {
        m_state.player().setLoop(loop);
    } else if (drag == Drag::LoopMove) {
        m_state.player().setLoopEnabled(!m_state.player().loop()->enabled);
    }
    update();
    updateCursor(event->position());
}

void RulerView::updateCursor(const QPointF& at)
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (sectionRow().contains(at.toPoint())) {
        shape = sectionEdgeAt(at.x()) >= 0 ? Qt::SplitHCursor : Qt::ArrowCursor;
    } else if (loopRow().contains(at.toPoint())) {
        const Drag part = loopPartAt(at.x());
        shape = part == Drag::LoopBegin || part == Drag::LoopEnd ? Qt::SizeHorCursor
            : part == Drag::LoopMove                             ? Qt::OpenHandCursor
                                                                 : Qt::ArrowCursor;
    }
    setCursor(shape);
}

// Sections.

void RulerView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (sectionRow().contains(event->position().toPoint())) {
        m_drag = Drag::None;
        const int section = sectionAt(event->position().x());
        if (section >= 0) {
            renameSection(section);
        } else if (m_state.isEditable()) {
            m_state.commitScore(
                withNewSection(m_state.score(), barLineNear(event->position().x()), "A"),
                tr("Add Section"));
        }
    }
}

void RulerView::renameSection(int index)
{
    if (!m_state.isEditable()) {
        return;
    }
    const auto [begin, end] = sectionSpan(index);
    const double left = std::max(1.0, xAt(begin) + 1);
    const QRect row = sectionRow();
    const QRect place(static_cast<int>(left), row.top() + 1,
        static_cast<int>(std::min(xAt(end) - left, 160.0)), row.height() - 2);
    const auto i = static_cast<std::size_t>(index);
    new InlineEdit(this, place, tr("Section name"),
        QString::fromStdString(m_state.score().sections[i].label), tr("Give the section a name."),
        [this, i](const QString& text) {
            if (text.trimmed().isEmpty()) {
                return false;
            }
            m_state.commitScore(withSectionLabel(m_state.score(), i, text.trimmed().toStdString()),
                tr("Rename Section"));
            return true;
        });
}

void RulerView::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_state.score().length <= 0) {
        return;
    }
    const double x = event->pos().x();
    const int section = sectionAt(x);
    QMenu menu(this);
    const bool editable = m_state.isEditable();
    if (section >= 0) {
        const auto [begin, end] = sectionSpan(section);
        menu.addAction(tr("Rename section..."), this, [this, section] { renameSection(section); })
            ->setEnabled(editable);
        menu.addAction(tr("Delete section"), this,
                [this, section] {
                    m_state.commitScore(
                        withoutSection(m_state.score(), static_cast<std::size_t>(section)),
                        tr("Delete Section"));
                })
            ->setEnabled(editable);
        menu.addAction(tr("Loop this section"), this,
            [this, from = begin, to = end] { m_state.player().setLoop(LoopRegion { from, to }); });
        menu.addAction(tr("Make these bars again"), this,
                [this, from = begin, to = end] {
                    const Score& score = m_state.score();
                    Q_EMIT remakeBarsRequested(
                        barBeatAt(score, from).bar, barBeatAt(score, to - 1).bar);
                })
            ->setEnabled(editable);
        menu.addSeparator();
    }
    menu.addAction(tr("New section here"), this,
            [this, x] {
                m_state.commitScore(
                    withNewSection(m_state.score(), barLineNear(x), "A"), tr("Add Section"));
            })
        ->setEnabled(editable);
    if (const auto& loop = m_state.player().loop()) {
        menu.addSeparator();
        menu.addAction(loop->enabled ? tr("Loop off") : tr("Loop on"), this,
            [this, on = loop->enabled] { m_state.player().setLoopEnabled(!on); });
        menu.addAction(tr("Make the looped bars again"), this,
                [this, region = *loop] {
                    const Score& score = m_state.score();
                    Q_EMIT remakeBarsRequested(
                        barBeatAt(score, region.begin).bar, barBeatAt(score, region.end - 1).bar);
                })
            ->setEnabled(editable);
    }
    menu.exec(event->globalPos());
}

void RulerView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_state.player().nudge(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    TimeView::keyPressEvent(event);
}

} // namespace pieria::ui
