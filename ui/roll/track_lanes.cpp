#include "ui/roll/track_lanes.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace pieria::ui {

TrackLanes::TrackLanes(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setAccessibleName(tr("Overview of the tracks"));
    connect(&m_state.document(), &Document::mixChanged, this, [this] { update(); });
    connect(&m_state, &RollState::draftChanged, this, [this] { update(); });
}

void TrackLanes::setRows(int rowHeight, int offset)
{
    m_rowHeight = rowHeight;
    m_offset = offset;
    update();
}

void TrackLanes::scrollVertically(double pixels)
{
    Q_EMIT verticalWheel(static_cast<int>(pixels));
}

/// Muted, or not soloed while others are.
bool TrackLanes::isSilent(Slot slot) const
{
    const ProjectTake* take = m_state.document().currentTake();
    if (take == nullptr || !m_state.isEditable()) {
        return false;
    }
    const auto& strips = take->take.mix.strips;
    const bool anySolo
        = std::any_of(strips.begin(), strips.end(), [](const Strip& s) { return s.solo; });
    const Strip& strip = strips[slotIndex(slot)];
    return strip.mute || (anySolo && !strip.solo);
}

void TrackLanes::paintLane(QPainter& painter, const QRect& area, std::size_t track) const
{
    const Track& value = m_state.score().tracks[track];
    const bool current = m_state.track() == track;
    const auto& notes = current ? m_state.shownNotes() : value.notes;
    if (notes.empty()) {
        return;
    }
    const StageColors c = stageColors();
    const int top = static_cast<int>(track) * m_rowHeight - m_offset;
    const auto [lowest, highest] = std::minmax_element(
        notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.pitch < b.pitch; });
    // At least an octave and a half, so that two notes do not fill the lane.
    const double span = std::max(18, highest->pitch - lowest->pitch + 1);
    const double low = (highest->pitch + lowest->pitch + 1 - span) / 2;
    const double room = m_rowHeight - 7;
    const double thick = std::clamp(room / span, 1.5, 3.0);
    const QColor color = isSilent(value.slot)
        ? mixed(c.background, c.muted, 0.35)
        : mixed(c.background, trackColor(value.slot), current ? 1.0 : 0.8);
    const auto from = static_cast<Tick>(tickAt(area.left() - 1));
    const auto to = static_cast<Tick>(tickAt(area.right() + 1));
    const double scale = m_state.axis().pixelsPerTick;
    double lastX = -1e9;
    int lastPitch = -1;
    for (const Note& note : notes) {
        if (note.onset > to) {
            break;
        }
        if (note.onset + note.duration < from) {
            continue;
        }
        const double x = xAt(note.onset);
        // Notes that fall on one pixel of one row are one stroke.
        if (note.pitch == lastPitch && x - lastX < 0.5) {
            continue;
        }
        lastX = x;
        lastPitch = note.pitch;
        const double y = top + 3 + (1 - (note.pitch - low + 1) / span) * room;
        painter.fillRect(
            QRectF(x, y, std::max(1.5, static_cast<double>(note.duration) * scale - 0.5), thick),
            color);
    }
}

void TrackLanes::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    const QRect area = event->rect();
    painter.fillRect(area, c.background);
    const auto& tracks = m_state.score().tracks;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const QRect lane(
            area.left(), static_cast<int>(i) * m_rowHeight - m_offset, area.width(), m_rowHeight);
        if (m_state.track() == i) {
            painter.fillRect(lane, mixed(c.background, trackColor(tracks[i].slot), 0.10));
        }
        painter.fillRect(lane.left(), lane.bottom(), lane.width(), 1, c.gridFine);
    }
    drawGrid(painter, area, GridDetail::Bars);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const int top = static_cast<int>(i) * m_rowHeight - m_offset;
        if (top + m_rowHeight >= area.top() && top <= area.bottom()) {
            paintLane(painter, area, i);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawEnd(painter, area);
    drawPlayhead(painter);
}

void TrackLanes::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>((event->position().y() + m_offset) / m_rowHeight);
    if (row >= 0) {
        m_state.setTrack(static_cast<std::size_t>(row));
    }
}

void TrackLanes::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_state.player().seekTick(std::max<Tick>(0, m_state.snapped(tickAt(event->position().x()))));
}

} // namespace pieria::ui
