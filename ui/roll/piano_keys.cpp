#include "ui/roll/piano_keys.h"

#include "ui/roll/note_grid.h"
#include "ui/roll/pitch_name.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::ui {

namespace {

bool isBlackKey(int pitch)
{
    return ((0x54a >> (pitch % 12)) & 1) != 0;
}

} // namespace

PianoKeys::PianoKeys(RollState& state, NoteGrid& grid, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_grid(grid)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Keyboard of the roll"));
    setToolTip(tr("Press to hear; double-click selects all notes of the row"));
    const auto repaint = [this] { update(); };
    connect(&m_grid, &NoteGrid::rowsChanged, this, repaint);
    connect(&m_state, &RollState::trackChanged, this, repaint);
    connect(&m_state, &RollState::scoreChanged, this, repaint);
    connect(&theme(), &Theme::changed, this, repaint);
    connect(&m_grid, &NoteGrid::pitchHovered, this, [this](int pitch) {
        m_hovered = pitch;
        update();
    });
}

QSize PianoKeys::sizeHint() const
{
    return { theme().grid(15), 100 };
}

void PianoKeys::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const StageColors c = stageColors();
    painter.fillRect(rect(), c.panel);
    painter.setFont(theme().smallFont());
    const Track* track = m_state.currentTrack();
    if (track != nullptr && track->slot == Slot::Drums) {
        paintDrums(painter);
    } else {
        paintKeys(painter);
    }
    painter.fillRect(width() - 1, 0, 1, height(), c.line);
}

void PianoKeys::paintDrums(QPainter& painter) const
{
    const StageColors c = stageColors();
    const Track* track = m_state.currentTrack();
    std::array<bool, 128> used {};
    for (const Note& note : track->notes) {
        used[note.pitch] = true;
    }
    QFont font = theme().smallFont();
    // Names must fit their rows.
    const double row = m_grid.rowHeight();
    font.setPixelSize(std::clamp(static_cast<int>(row) - 2, 6, QFontInfo(font).pixelSize()));
    painter.setFont(font);
    for (int pitch = m_grid.pitchAt(height()); pitch <= m_grid.pitchAt(0); ++pitch) {
        const QRectF box(0, m_grid.yAt(pitch), width() - 1, row);
        if (pitch == m_pressed || pitch == m_hovered) {
            painter.fillRect(box, pitch == m_pressed ? mixed(c.panel, c.accent, 0.5) : c.raised);
        }
        painter.fillRect(QRectF(0, box.bottom() - 1, width(), 1), mixed(c.panel, c.line, 0.5));
        painter.setPen(
            used[static_cast<std::size_t>(pitch)] ? c.text : mixed(c.panel, c.muted, 0.75));
        painter.drawText(box.adjusted(6, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(
                soundName(*track, pitch), Qt::ElideRight, static_cast<int>(box.width()) - 10));
    }
}

void PianoKeys::paintKeys(QPainter& painter) const
{
    const StageColors c = stageColors();
    const double row = m_grid.rowHeight();
    const QColor white = c.dark ? QColor(0xd8, 0xda, 0xe0) : QColor(0xff, 0xff, 0xff);
    const QColor black = QColor(0x22, 0x25, 0x2c);
    const double keyLeft = width() * 0.32;
    const Key key = m_state.score().key();
    for (int pitch = m_grid.pitchAt(height()); pitch <= m_grid.pitchAt(0); ++pitch) {
        const QRectF box(keyLeft, m_grid.yAt(pitch), width() - keyLeft - 1, row);
        const bool dark = isBlackKey(pitch);
        painter.fillRect(box, white);
        if (dark) {
            // The black key and, behind it, the crack between its white neighbours.
            painter.fillRect(
                QRectF(box.left(), box.center().y(), box.width(), 1), mixed(white, black, 0.35));
            painter.fillRect(QRectF(box.left(), box.top(), box.width() * 0.62, row), black);
        } else if (pitch % 12 == 0 || pitch % 12 == 5) {
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 1, box.width(), 1), mixed(white, black, 0.35));
        }
        if (pitch == m_pressed || pitch == m_hovered) {
            const QColor lit = pitch == m_pressed ? c.accent : mixed(white, c.accent, 0.55);
            painter.fillRect(dark ? QRectF(box.left(), box.top(), box.width() * 0.62, row)
                                  : box.adjusted(0, 0, 0, -1),
                lit);
        }
        const bool named = pitch % 12 == 0 || pitch == m_hovered;
        if (named && row >= 7) {
            painter.setPen(pitch == m_hovered ? c.text : c.muted);
            painter.drawText(QRectF(2, box.top() - 4, keyLeft - 6, row + 8),
                Qt::AlignVCenter | Qt::AlignRight, pitchName(pitch, key));
        }
    }
}

void PianoKeys::hear(double y)
{
    const int pitch = m_grid.pitchAt(y);
    if (pitch != m_pressed) {
        m_pressed = pitch;
        Q_EMIT m_state.auditioned(Note { 0, kTicksPerBeat, static_cast<std::uint8_t>(pitch), 96 });
        update();
    }
}

void PianoKeys::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        hear(event->position().y());
    }
}

void PianoKeys::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        hear(event->position().y());
    }
}

void PianoKeys::mouseReleaseEvent(QMouseEvent*)
{
    m_pressed = -1;
    update();
}

void PianoKeys::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int pitch = m_grid.pitchAt(event->position().y());
    NoteKeys row;
    for (const Note& note : m_state.shownNotes()) {
        if (note.pitch == pitch) {
            row.insert(keyOf(note));
        }
    }
    m_state.setSelection(std::move(row));
}

void PianoKeys::wheelEvent(QWheelEvent* event)
{
    // The keys scroll and zoom with the roll.
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_grid.setRowHeight(
            m_grid.rowHeight() * std::exp2(event->angleDelta().y() / 360.0), event->position().y());
    } else {
        m_grid.setScrollY(m_grid.scrollY() - event->angleDelta().y());
    }
    event->accept();
}

} // namespace pieria::ui
