#include "ui/roll/velocity_lane.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr double kReach = 5; ///< pixels around a stem
constexpr double kTop = 6;

} // namespace

VelocityLane::VelocityLane(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setAccessibleName(tr("Velocities"));
    setToolTip(tr("Drag to change how hard notes are played"));
    setMouseTracking(true);
    connect(&m_state, &RollState::selectionChanged, this, [this] { update(); });
    connect(&m_state, &RollState::draftChanged, this, [this] { update(); });
}

QSize VelocityLane::sizeHint() const
{
    return { 400, theme().grid(15) };
}

double VelocityLane::yAt(int velocity) const
{
    return height() - 1 - (height() - 1 - kTop) * velocity / 127.0;
}

int VelocityLane::velocityAt(double y) const
{
    const double value = (height() - 1 - y) / (height() - 1 - kTop) * 127;
    return std::clamp(static_cast<int>(std::lround(value)), 1, 127);
}

void VelocityLane::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const QRect area = event->rect();
    painter.fillRect(area, c.background);
    drawGrid(painter, area, GridDetail::Beats);
    painter.fillRect(QRectF(area.left(), yAt(64), area.width(), 1), c.gridFine);
    const Track* track = m_state.currentTrack();
    if (track != nullptr) {
        const QColor color = trackColor(track->slot);
        const auto& selection = m_state.shownSelection();
        const bool some = !selection.empty();
        const auto& notes = m_state.shownNotes();
        const auto from = static_cast<Tick>(tickAt(area.left() - 8));
        const auto to = static_cast<Tick>(tickAt(area.right() + 8));
        auto note = std::lower_bound(notes.begin(), notes.end(), from,
            [](const Note& n, Tick tick) { return n.onset < tick; });
        painter.setRenderHint(QPainter::Antialiasing);
        for (; note != notes.end() && note->onset <= to; ++note) {
            const bool selected = some && selection.contains(keyOf(*note));
            const QColor ink = selected ? mixed(color, c.text, 0.6)
                                        : mixed(c.background, color, some ? 0.4 : 0.85);
            const double x = std::floor(xAt(note->onset)) + 1;
            const double y = yAt(note->velocity);
            painter.fillRect(QRectF(x, y, 1.5, height() - y), ink);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(QPointF(x + 0.75, y), 2.75, 2.75);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    drawEnd(painter, area);
    drawPlayhead(painter);
    painter.fillRect(area.left(), 0, area.width(), 1, c.line);
}

const Note* VelocityLane::stemAt(const QPointF& at) const
{
    const Note* best = nullptr;
    double distance = kReach + 1;
    for (const Note& note : m_state.shownNotes()) {
        const double x = std::abs(xAt(note.onset) + 1 - at.x());
        if (x > kReach) {
            continue;
        }
        // Of notes that start together the one whose head is nearest.
        const double d = x + std::abs(yAt(note.velocity) - at.y()) / 100;
        if (d < distance) {
            distance = d;
            best = &note;
        }
    }
    return best;
}

void VelocityLane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_state.isEditable()
        || m_state.currentTrack() == nullptr) {
        return;
    }
    m_dragging = true;
    m_last = event->position();
    m_notes = m_state.currentTrack()->notes;
    const Note* stem = stemAt(m_last);
    m_relative = stem != nullptr && m_state.selection().contains(keyOf(*stem));
    m_grabbed = stem == nullptr ? 0 : stem->velocity;
    mouseMoveEvent(event);
}

void VelocityLane::drawThrough(const QPointF& from, const QPointF& to)
{
    const double low = std::min(from.x(), to.x()) - kReach;
    const double high = std::max(from.x(), to.x()) + kReach;
    const auto& selection = m_state.selection();
    for (Note& note : m_notes) {
        const double x = xAt(note.onset) + 1;
        if (x < low || x > high || (!selection.empty() && !selection.contains(keyOf(note)))) {
            continue;
        }
        const double wide = to.x() - from.x();
        const double t = std::abs(wide) < 1 ? 1 : std::clamp((x - from.x()) / wide, 0.0, 1.0);
        note.velocity = static_cast<std::uint8_t>(velocityAt(from.y() + (to.y() - from.y()) * t));
    }
}

void VelocityLane::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (!m_dragging) {
        setCursor(stemAt(at) != nullptr ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return;
    }
    if (m_relative) {
        const int by = velocityAt(at.y()) - m_grabbed;
        m_notes = changeVelocities(
            m_state.currentTrack()->notes, m_state.selection(), [by](const Note& note) {
                return note.velocity + by;
            }).notes;
    } else {
        drawThrough(m_last, at);
    }
    m_last = at;
    m_state.setDraft(NotesEdit { m_notes, m_state.selection() });
    QToolTip::showText(event->globalPosition().toPoint() + QPoint(12, -12),
        tr("velocity %1").arg(velocityAt(at.y())), this);
}

void VelocityLane::mouseReleaseEvent(QMouseEvent*)
{
    if (std::exchange(m_dragging, false)) {
        m_state.commitNotes({ m_notes, m_state.selection() }, tr("Change Velocity"));
    }
}

} // namespace pieria::ui
