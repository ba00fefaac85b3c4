#include "ui/roll/note_grid.h"

#include "core/score/gm.h"
#include "ui/player/time_text.h"
#include "ui/roll/pitch_name.h"

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace pieria::ui {

namespace {

constexpr double kMinRow = 4;
constexpr double kMaxRow = 40;
constexpr double kNamedRow = 14; ///< rows high enough for names inside notes

bool isBlackKey(int pitch)
{
    return ((0x54a >> (pitch % 12)) & 1) != 0; // C# D# F# G# A#
}

/// Notes of a sorted list that may be seen between two ticks.
template <class Visit>
void forEachVisible(const std::vector<Note>& notes, Tick from, Tick to, const Visit& visit)
{
    const auto last = std::upper_bound(notes.begin(), notes.end(), to,
        [](Tick tick, const Note& note) { return tick < note.onset; });
    for (auto note = notes.begin(); note != last; ++note) {
        if (note->onset + note->duration >= from) {
            visit(*note);
        }
    }
}

/// The middle of the `rows` rows that hold the most notes; of the range when it fits.
double busiestPitch(const std::vector<Note>& notes, int rows)
{
    std::array<int, 128> count {};
    for (const Note& note : notes) {
        ++count[note.pitch & 127];
    }
    const auto used = [](int n) { return n > 0; };
    const auto low
        = static_cast<int>(std::find_if(count.begin(), count.end(), used) - count.begin());
    const auto high
        = static_cast<int>(count.rend() - std::find_if(count.rbegin(), count.rend(), used) - 1);
    if (high - low < rows) {
        return (low + high) / 2.0;
    }
    int best = low;
    int most = -1;
    for (int first = low; first + rows - 1 <= high; ++first) {
        const int sum = std::accumulate(count.begin() + first, count.begin() + first + rows, 0);
        if (sum > most) {
            most = sum;
            best = first;
        }
    }
    return best + (rows - 1) / 2.0;
}

} // namespace

NoteGrid::NoteGrid(RollState& state, QWidget* parent)
    : TimeView(state, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Piano roll"));
    m_rowHeight = theme().grid(3);
    connect(&m_state, &RollState::trackChanged, this, &NoteGrid::onTrackChanged);
    connect(&m_state, &RollState::scoreChanged, this, &NoteGrid::updateRows);
    connect(&m_state, &RollState::selectionChanged, this, [this] {
        describe();
        update();
    });
    connect(&m_state, &RollState::draftChanged, this, [this] { update(); });
    onTrackChanged();
}

// Rows.

double NoteGrid::contentHeight() const
{
    return (m_high - m_low + 1) * m_rowHeight;
}

double NoteGrid::yAt(int pitch) const
{
    return (m_high - pitch) * m_rowHeight - m_scrollY;
}

int NoteGrid::pitchAt(double y) const
{
    const int row = static_cast<int>(std::floor((y + m_scrollY) / m_rowHeight));
    return std::clamp(m_high - row, m_low, m_high);
}

void NoteGrid::setScrollY(double y)
{
    y = std::clamp(y, 0.0, std::max(0.0, contentHeight() - height()));
    if (y != m_scrollY) {
        m_scrollY = y;
        Q_EMIT rowsChanged();
        update();
    }
}

void NoteGrid::setRowHeight(double height, double aroundY)
{
    height = std::clamp(height, kMinRow, kMaxRow);
    const double row = (aroundY + m_scrollY) / m_rowHeight;
    m_rowHeight = height;
    m_scrollY
        = std::clamp(row * height - aroundY, 0.0, std::max(0.0, contentHeight() - this->height()));
    Q_EMIT rowsChanged();
    update();
}

void NoteGrid::centreOnNotes()
{
    const auto& notes = m_state.shownNotes();
    const Track* track = m_state.currentTrack();
    const bool drums = track != nullptr && track->slot == Slot::Drums;
    const double middle = notes.empty()
        ? (drums ? 44 : 64)
        : busiestPitch(notes, std::max(1, static_cast<int>(height() / m_rowHeight)));
    setScrollY((m_high - middle + 0.5) * m_rowHeight - height() / 2.0);
    m_cell = { m_state.snappedDown(static_cast<double>(m_state.player().positionTick())),
        static_cast<int>(middle) };
}

void NoteGrid::updateRows()
{
    const Track* track = m_state.currentTrack();
    int low = 0;
    int high = 127;
    if (track != nullptr && track->slot == Slot::Drums) {
        // The General MIDI kit, and whatever else is played.
        low = 35;
        high = 81;
        for (const Note& note : track->notes) {
            low = std::min(low, int(note.pitch));
            high = std::max(high, int(note.pitch));
        }
    }
    if (low != m_low || high != m_high) {
        m_low = low;
        m_high = high;
        setScrollY(m_scrollY);
        Q_EMIT rowsChanged();
    }
    describe();
}

void NoteGrid::onTrackChanged()
{
    updateRows();
    centreOnNotes();
    Q_EMIT rowsChanged();
}

void NoteGrid::resizeEvent(QResizeEvent* event)
{
    TimeView::resizeEvent(event);
    m_state.setViewWidth(width());
    const double middle = m_scrollY + event->oldSize().height() / 2.0;
    if (event->oldSize().height() <= 0) {
        centreOnNotes();
    } else {
        setScrollY(middle - height() / 2.0);
    }
    Q_EMIT rowsChanged();
}

void NoteGrid::scrollVertically(double pixels)
{
    setScrollY(m_scrollY - pixels);
}

void NoteGrid::zoomVertically(double factor)
{
    setRowHeight(m_rowHeight * factor, height() / 2.0);
}

QRectF NoteGrid::noteRect(const Note& note) const
{
    const double left = xAt(note.onset);
    const double wide = static_cast<double>(note.duration) * m_state.axis().pixelsPerTick;
    return { left, yAt(note.pitch), std::max(2.0, wide), m_rowHeight };
}

/// What a screen reader says of the roll.
void NoteGrid::describe()
{
    const Track* track = m_state.currentTrack();
    if (track == nullptr) {
        setAccessibleDescription(tr("No track"));
        return;
    }
    QString text = tr("%1, %2.").arg(
        QString::fromStdString(track->name), noteCountText(track->notes.size()));
    const auto chosen = pick(track->notes, m_state.selection());
    if (chosen.size() == 1) {
        const Note& note = chosen.front();
        text += QLatin1Char(' ')
            + tr("Selected: %1 at bar %2, %3 beats, velocity %4.")
                  .arg(soundName(*track, note.pitch), barBeatText(m_state.score(), note.onset),
                      QString::number(static_cast<double>(note.duration) / kTicksPerBeat, 'g', 3))
                  .arg(note.velocity);
    } else if (!chosen.empty()) {
        text += QLatin1Char(' ') + tr("%1 selected.").arg(noteCountText(chosen.size()));
    }
    if (text != accessibleDescription()) {
        setAccessibleDescription(text);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

// Painting.

void NoteGrid::paintRows(QPainter& painter, const QRect& area) const
{
    const StageColors c = stageColors();
    painter.fillRect(area, c.background);
    const Track* track = m_state.currentTrack();
    const bool drums = track != nullptr && track->slot == Slot::Drums;
    const Key key = m_state.score().key();
    for (int pitch = pitchAt(area.bottom()); pitch <= pitchAt(area.top()); ++pitch) {
        const double y = yAt(pitch);
        const QRectF row(area.left(), y, area.width(), m_rowHeight);
        if (drums ? (m_high - pitch) % 2 == 1 : isBlackKey(pitch)) {
            painter.fillRect(row, c.rowShade);
        }
        const bool tonic = !drums && (pitch - key.tonic) % 12 == 0;
        if (tonic) {
            painter.fillRect(row, mixed(c.background, c.text, 0.045));
        }
        // Lines between E and F, B and C; under every drum.
        if (drums || pitch % 12 == 0 || pitch % 12 == 5) {
            painter.fillRect(QRectF(area.left(), y + m_rowHeight - 1, area.width(), 1), c.gridFine);
        }
        if (pitch == m_hovered && m_drag == Drag::None) {
            painter.fillRect(row, mixed(c.background, c.text, 0.05));
        }
    }
}

void NoteGrid::paintGhosts(QPainter& painter, const QRect& area) const
{
    const Track* current = m_state.currentTrack();
    if (current == nullptr || current->slot == Slot::Drums) {
        return;
    }
    const auto from = static_cast<Tick>(tickAt(area.left()));
    const auto to = static_cast<Tick>(tickAt(area.right() + 1));
    for (const Track& track : m_state.score().tracks) {
        if (&track == current || track.slot == Slot::Drums) {
            continue;
        }
        QColor color = trackColor(track.slot);
        color.setAlphaF(0.20F);
        forEachVisible(track.notes, from, to, [&](const Note& note) {
            const QRectF box = noteRect(note).adjusted(0, 1, -1, -1);
            if (box.bottom() >= area.top() && box.top() <= area.bottom()) {
                painter.fillRect(box, color);
            }
        });
    }
}

void NoteGrid::paintNote(
    QPainter& painter, const Note& note, const QColor& color, bool selected) const
{
    const StageColors c = stageColors();
    const QRectF box = noteRect(note).adjusted(0.5, 1, -0.5, -1);
    // Soft notes sink into the ground, loud ones stand out.
    const double loud = 0.45 + 0.55 * note.velocity / 127.0;
    const QColor fill = selected
        ? mixed(color, c.dark ? QColor(Qt::white) : QColor(Qt::black), c.dark ? 0.55 : 0.25)
        : mixed(c.background, color, loud);
    if (box.width() < 5) {
        painter.fillRect(box, fill);
        return;
    }
    painter.setPen(selected ? QPen(c.text, 1.2) : QPen(mixed(c.background, color, loud * 0.7), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 2, 2);
    if (m_rowHeight >= kNamedRow && box.width() > 26) {
        const Track* track = m_state.currentTrack();
        painter.setPen(contrastRatio(fill, Qt::black) > contrastRatio(fill, Qt::white)
                ? QColor(0, 0, 0, 200)
                : QColor(255, 255, 255, 220));
        painter.drawText(box.adjusted(4, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft,
            soundName(*track, note.pitch));
    }
}

void NoteGrid::paintNotes(QPainter& painter, const QRect& area) const
{
    const Track* track = m_state.currentTrack();
    if (track == nullptr) {
        return;
    }
    const QColor color = trackColor(track->slot);
    const auto from = static_cast<Tick>(tickAt(area.left() - 2));
    const auto to = static_cast<Tick>(tickAt(area.right() + 2));
    const NoteKeys& selection = m_state.shownSelection();
    std::vector<Note> selected;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme().smallFont());
    forEachVisible(m_state.shownNotes(), from, to, [&](const Note& note) {
        const double y = yAt(note.pitch);
        if (y + m_rowHeight < area.top() || y > area.bottom()) {
            return;
        }
        if (!selection.empty() && selection.contains(keyOf(note))) {
            selected.push_back(note);
        } else {
            paintNote(painter, note, color, false);
        }
    });
    for (const Note& note : selected) {
        paintNote(painter, note, color, true);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void NoteGrid::paintBand(QPainter& painter) const
{
    if (m_drag != Drag::Band || m_band.isEmpty()) {
        return;
    }
    const StageColors c = stageColors();
    QColor fill = c.accent;
    fill.setAlphaF(0.12F);
    painter.setPen(QPen(c.accentText, 1));
    painter.setBrush(fill);
    painter.drawRect(m_band);
}

void NoteGrid::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect area = event->rect();
    painter.setClipRect(area);
    const StageColors c = stageColors();
    paintRows(painter, area);
    drawGrid(painter, area, GridDetail::Snap);
    if (const auto& loop = m_state.player().loop(); loop && loop->enabled) {
        QColor wash = c.accent;
        wash.setAlphaF(0.05F);
        painter.fillRect(
            QRectF(xAt(loop->begin), area.top(), xAt(loop->end) - xAt(loop->begin), area.height()),
            wash);
    }
    paintGhosts(painter, area);
    paintNotes(painter, area);
    drawEnd(painter, area);
    paintBand(painter);
    if (hasFocus() && m_state.shownSelection().empty() && m_state.isEditable()) {
        // Where Enter would write a note.
        const QRectF cell(xAt(m_cell.onset), yAt(m_cell.pitch),
            static_cast<double>(m_state.gridStep()) * m_state.axis().pixelsPerTick, m_rowHeight);
        painter.setPen(QPen(c.focus, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    drawPlayhead(painter);
    if (hasFocus()) {
        painter.setPen(c.focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace pieria::ui
