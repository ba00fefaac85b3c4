#include "ui/player/time_text.h"
#include "ui/roll/note_grid.h"

#include <QApplication>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::ui {

namespace {

constexpr double kEdge = 7; ///< width of the resize handles; less on short notes

} // namespace

const Note* NoteGrid::noteAt(const QPointF& at) const
{
    const int pitch = pitchAt(at.y());
    const auto tick = static_cast<Tick>(std::floor(tickAt(at.x())));
    const auto slack = static_cast<Tick>(2 / m_state.axis().pixelsPerTick);
    const auto& notes = m_state.shownNotes();
    const Note* found = nullptr;
    for (const Note& note : notes) {
        if (note.onset > tick) {
            break;
        }
        if (note.pitch == pitch && std::max(note.duration, slack) + note.onset > tick) {
            found = &note;
        }
    }
    return found;
}

NoteGrid::Drag NoteGrid::partAt(const Note& note, double x) const
{
    const QRectF box = noteRect(note);
    const double edge = std::min(kEdge, box.width() / 4);
    if (x >= box.right() - edge) {
        return Drag::ResizeEnd;
    }
    return x <= box.left() + edge / 2 && box.width() > 16 ? Drag::ResizeStart : Drag::Move;
}

void NoteGrid::clickSelect(const Note& note, Qt::KeyboardModifiers keys)
{
    NoteKeys selection = m_state.selection();
    const NoteKey key = keyOf(note);
    if (keys.testFlag(Qt::ControlModifier)) {
        // Decided on release: a drag with Ctrl copies what is selected.
        m_toggleOnRelease = selection.contains(key);
        selection.insert(key);
    } else if (keys.testFlag(Qt::ShiftModifier)) {
        selection.insert(key);
    } else if (!selection.contains(key)) {
        selection = { key };
    }
    m_state.setSelection(std::move(selection));
}

void NoteGrid::beginNoteDrag(const Note& note, QMouseEvent* event)
{
    const Note grabbed = note;
    m_toggleOnRelease = false;
    clickSelect(grabbed, event->modifiers());
    m_grabbed = grabbed;
    m_drag = Drag::Pending;
    Q_EMIT m_state.auditioned(grabbed);
    m_heard = grabbed.pitch;
}

void NoteGrid::beginDraw(const QPointF& at, bool free)
{
    const double tick = tickAt(at.x());
    if (tick < 0 || tick >= static_cast<double>(m_state.score().length)) {
        return;
    }
    const Tick onset = free ? static_cast<Tick>(tick) : m_state.snappedDown(tick);
    m_grabbed = Note { onset, m_state.gridStep(), static_cast<std::uint8_t>(pitchAt(at.y())), 96 };
    m_drag = Drag::Draw;
    m_press = at;
    const Track* track = m_state.currentTrack();
    m_state.setDraft(addNotes(track->notes, { m_grabbed }));
    Q_EMIT m_state.auditioned(m_grabbed);
}

void NoteGrid::mousePressEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    m_press = m_last = at;
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::MiddleButton) {
        m_drag = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || m_state.currentTrack() == nullptr
        || !m_state.isEditable()) {
        return;
    }
    const bool free = event->modifiers().testFlag(Qt::AltModifier);
    const Note* note = noteAt(at);
    if (note != nullptr) {
        beginNoteDrag(*note, event);
    } else if (m_state.tool() == Tool::Draw) {
        beginDraw(at, free);
    } else {
        m_drag = Drag::Band;
        m_band = QRectF(at, QSizeF(0, 0));
        const bool adds = event->modifiers().testAnyFlags(Qt::ShiftModifier | Qt::ControlModifier);
        m_bandBase = adds ? m_state.selection() : NoteKeys {};
        m_state.setSelection(m_bandBase);
        m_cell = { std::max<Tick>(0, m_state.snappedDown(tickAt(at.x()))), pitchAt(at.y()) };
    }
}

Tick NoteGrid::draggedTicks(const QPointF& at, Tick from, bool free) const
{
    const double by = (at.x() - m_press.x()) / m_state.axis().pixelsPerTick;
    if (free || m_state.snap() == 0) {
        return std::llround(by);
    }
    // The grabbed edge lands on the grid; a note off the grid keeps its place until it has moved.
    if (std::abs(at.x() - m_press.x()) < 3) {
        return 0;
    }
    return m_state.snapped(static_cast<double>(from) + by) - from;
}

void NoteGrid::dragNotes(const QPointF& at, bool free)
{
    const auto& notes = m_state.currentTrack()->notes;
    const NoteKeys& selection = m_state.selection();
    const Tick shortest = free ? 1 : std::max<Tick>(6, m_state.gridStep() / 2);
    const Tick end = m_grabbed.onset + m_grabbed.duration;
    if (m_drag == Drag::ResizeEnd) {
        m_state.setDraft(resizeNotes(notes, selection, draggedTicks(at, end, free), shortest));
        return;
    }
    if (m_drag == Drag::ResizeStart) {
        m_state.setDraft(
            resizeStarts(notes, selection, draggedTicks(at, m_grabbed.onset, free), shortest));
        return;
    }
    const int pitches = pitchAt(at.y()) - pitchAt(m_press.y());
    const Tick ticks = draggedTicks(at, m_grabbed.onset, free);
    if (m_drag == Drag::Copy) {
        NotesEdit moved
            = moveNotes(pick(notes, selection), selection, ticks, pitches, m_state.score().length);
        m_state.setDraft(addNotes(notes, moved.notes));
    } else {
        m_state.setDraft(moveNotes(notes, selection, ticks, pitches, m_state.score().length));
    }
    const int pitch = std::clamp(m_grabbed.pitch + pitches, 0, 127);
    if (pitch != m_heard) {
        m_heard = pitch;
        Note heard = m_grabbed;
        heard.pitch = static_cast<std::uint8_t>(pitch);
        Q_EMIT m_state.auditioned(heard);
    }
}

void NoteGrid::dragDraw(const QPointF& at, bool free)
{
    const double to = tickAt(at.x());
    const Tick end = free ? static_cast<Tick>(to)
                          : m_state.snappedDown(to) + (to > 0 ? m_state.gridStep() : 0);
    m_grabbed.duration = std::max<Tick>(free ? 6 : m_state.gridStep(), end - m_grabbed.onset);
    m_state.setDraft(addNotes(m_state.currentTrack()->notes, { m_grabbed }));
}

void NoteGrid::dragBand(const QPointF& at)
{
    m_band = QRectF(m_press, at).normalized();
    NoteKeys selection = m_bandBase;
    for (const Note& note : m_state.shownNotes()) {
        if (noteRect(note).intersects(m_band)) {
            selection.insert(keyOf(note));
        }
    }
    m_state.setSelection(std::move(selection));
    update();
}

void NoteGrid::scrollWhileDragging(const QPointF& at)
{
    const auto beyond = [](double value, double size) {
        return value < 0 ? value : value > size ? value - size : 0.0;
    };
    const double x = beyond(at.x(), width());
    const double y = beyond(at.y(), height());
    if (x == 0 && y == 0) {
        return;
    }
    const double originBefore = m_state.axis().origin;
    const double yBefore = m_scrollY;
    m_state.scrollBy(std::clamp(x, -24.0, 24.0));
    setScrollY(m_scrollY + std::clamp(y, -12.0, 12.0));
    // The place that was pressed moves along with the notes.
    m_press -= QPointF(
        (m_state.axis().origin - originBefore) * m_state.axis().pixelsPerTick, m_scrollY - yBefore);
}

void NoteGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const bool free = event->modifiers().testFlag(Qt::AltModifier);
    if (m_drag == Drag::None) {
        updateCursor(at, event->modifiers());
        return;
    }
    if (m_drag == Drag::Pan) {
        m_state.scrollBy(m_last.x() - at.x());
        setScrollY(m_scrollY + m_last.y() - at.y());
        m_last = at;
        return;
    }
    if (m_drag == Drag::Pending) {
        if ((at - m_press).manhattanLength() < QApplication::startDragDistance() / 2) {
            return;
        }
        m_toggleOnRelease = false;
        const Drag part = partAt(m_grabbed, m_press.x());
        m_drag = part == Drag::Move && event->modifiers().testFlag(Qt::ControlModifier) ? Drag::Copy
                                                                                        : part;
    }
    scrollWhileDragging(at);
    if (m_drag == Drag::Band) {
        dragBand(at);
    } else if (m_drag == Drag::Draw) {
        dragDraw(at, free);
    } else {
        dragNotes(at, free);
    }
    m_last = at;
}

void NoteGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_heard = -1;
    switch (drag) {
    case Drag::Pending:
        if (m_toggleOnRelease) {
            NoteKeys selection = m_state.selection();
            selection.erase(keyOf(m_grabbed));
            m_state.setSelection(std::move(selection));
        } else if (event->modifiers() == Qt::NoModifier) {
            // A click on one of many selected notes leaves that one.
            m_state.setSelection({ keyOf(m_grabbed) });
        }
        break;
    case Drag::Move:
    case Drag::Copy:
    case Drag::ResizeEnd:
    case Drag::ResizeStart:
    case Drag::Draw: {
        const auto& notes = m_state.shownNotes();
        NotesEdit edit { notes, m_state.shownSelection() };
        const QString text = drag == Drag::Draw ? tr("Draw Note")
            : drag == Drag::Copy                ? tr("Copy Notes")
            : drag == Drag::Move                ? tr("Move Notes")
                                                : tr("Resize Notes");
        m_state.commitNotes(std::move(edit), text);
        break;
    }
    default:
        break;
    }
    m_band = QRectF();
    update();
    updateCursor(event->position(), event->modifiers());
}

void NoteGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_state.currentTrack() == nullptr
        || !m_state.isEditable()) {
        return;
    }
    if (const Note* note = noteAt(event->position())) {
        const NoteKeys one { keyOf(*note) };
        m_drag = Drag::None;
        m_state.commitNotes(removeNotes(m_state.currentTrack()->notes, one), tr("Delete Note"));
        return;
    }
    beginDraw(event->position(), event->modifiers().testFlag(Qt::AltModifier));
}

void NoteGrid::updateCursor(const QPointF& at, Qt::KeyboardModifiers keys)
{
    const int hovered = rect().contains(at.toPoint()) ? pitchAt(at.y()) : -1;
    if (hovered != m_hovered) {
        m_hovered = hovered;
        Q_EMIT pitchHovered(hovered);
        update();
    }
    const Note* note = m_state.isEditable() ? noteAt(at) : nullptr;
    if (note == nullptr) {
        setCursor(m_state.tool() == Tool::Draw ? Qt::CrossCursor : Qt::ArrowCursor);
        return;
    }
    const Drag part = partAt(*note, at.x());
    setCursor(part != Drag::Move                 ? Qt::SizeHorCursor
            : keys.testFlag(Qt::ControlModifier) ? Qt::DragCopyCursor
                                                 : Qt::SizeAllCursor);
}

void NoteGrid::leaveEvent(QEvent* event)
{
    TimeView::leaveEvent(event);
    m_hovered = -1;
    Q_EMIT pitchHovered(-1);
    update();
}

void NoteGrid::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_state.isEditable() || m_state.currentTrack() == nullptr) {
        return;
    }
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Note* note = noteAt(event->pos());
        if (note != nullptr && !m_state.selection().contains(keyOf(*note))) {
            m_state.setSelection({ keyOf(*note) });
        }
    }
    const auto chosen = pick(m_state.currentTrack()->notes, m_state.selection());
    QMenu menu(this);
    const auto add = [&](const QString& text, auto call) {
        QAction* action = menu.addAction(text, this, call);
        action->setEnabled(!chosen.empty());
    };
    add(tr("Cut") + QStringLiteral("\tCtrl+X"), [this] { cutSelected(); });
    add(tr("Copy") + QStringLiteral("\tCtrl+C"), [this] { copySelected(); });
    menu.addAction(
        tr("Paste at the playhead") + QStringLiteral("\tCtrl+V"), this, [this] { paste(); });
    add(tr("Duplicate") + QStringLiteral("\tCtrl+D"), [this] { duplicate(); });
    add(tr("Delete") + QStringLiteral("\tDel"), [this] { deleteSelected(); });
    menu.addSeparator();
    menu.addAction(
        tr("Select all") + QStringLiteral("\tCtrl+A"), this, [this] { m_state.selectAll(); });
    menu.addAction(
        tr("Quantise...") + QStringLiteral("\tQ"), this, [this] { Q_EMIT quantiseRequested(); });
    menu.addSeparator();
    const Score& score = m_state.score();
    const auto here = static_cast<Tick>(tickAt(event->pos().x()));
    const Tick from = chosen.empty() ? here : chosen.front().onset;
    const Tick to = chosen.empty() ? here : chosen.back().onset;
    const int first = barBeatAt(score, from).bar;
    const int last = barBeatAt(score, to).bar;
    menu.addAction(first == last ? tr("Make bar %1 again").arg(first)
                                 : tr("Make bars %1 to %2 again").arg(first).arg(last),
        this, [this, first, last] { Q_EMIT remakeBarsRequested(first, last); });
    menu.exec(event->globalPos());
}

} // namespace pieria::ui
