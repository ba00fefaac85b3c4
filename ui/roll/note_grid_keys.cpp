// Everything the roll can do, by keyboard:
//   arrows        with a selection: a semitone, a grid step; else move the writing cell
//   Shift+Up/Down an octave          Shift+Left/Right  shorter, longer
//   Ctrl+Up/Down  velocity           , and .           choose the previous, next note
//   Enter         write a note in the cell             Esc  let the selection go
//   Ctrl+A C X V D, Delete, Q (quantise), B (pencil), Home, End, + and - (zoom)
#include "core/score/gm.h"
#include "ui/edit/change_take_command.h"
#include "ui/roll/note_clipboard.h"
#include "ui/roll/note_grid.h"

#include <QKeyEvent>

#include <algorithm>

namespace pieria::ui {

namespace {

constexpr int kVelocityStep = 5;

bool isEditKey(const QKeyEvent& key)
{
    return key.matches(QKeySequence::SelectAll) || key.matches(QKeySequence::Copy)
        || key.matches(QKeySequence::Cut) || key.matches(QKeySequence::Paste)
        || key.matches(QKeySequence::Delete)
        || (key.modifiers() == Qt::ControlModifier && key.key() == Qt::Key_D);
}

bool isOwnKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Comma:
    case Qt::Key_Period:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Q:
    case Qt::Key_B:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        return true;
    default:
        return false;
    }
}

} // namespace

/// A held key is one undo step.
void NoteGrid::mergeHeldKey(const QKeyEvent* event)
{
    if (!event->isAutoRepeat() || m_heldKey != event->key()) {
        m_heldMergeId = makeMergeId();
        m_heldKey = event->key();
    }
    m_mergeId = m_heldMergeId;
}

void NoteGrid::commit(NotesEdit edit, const QString& text)
{
    m_state.commitNotes(std::move(edit), text, std::exchange(m_mergeId, kNoMerge));
}

// Commands.

void NoteGrid::transpose(int pitches)
{
    if (const Track* track = m_state.currentTrack()) {
        commit(moveNotes(track->notes, m_state.selection(), 0, pitches, m_state.score().length),
            tr("Transpose Notes"));
        const auto chosen = pick(m_state.shownNotes(), m_state.selection());
        if (!chosen.empty()) {
            Q_EMIT m_state.auditioned(chosen.front());
        }
    }
}

void NoteGrid::nudge(Tick ticks)
{
    if (const Track* track = m_state.currentTrack()) {
        commit(moveNotes(track->notes, m_state.selection(), ticks, 0, m_state.score().length),
            tr("Nudge Notes"));
        if (!m_state.selection().empty()) {
            m_state.reveal(m_state.selection().begin()->onset);
        }
    }
}

void NoteGrid::lengthen(Tick ticks)
{
    if (const Track* track = m_state.currentTrack()) {
        commit(resizeNotes(track->notes, m_state.selection(), ticks,
                   std::max<Tick>(6, m_state.gridStep() / 2)),
            tr("Resize Notes"));
    }
}

void NoteGrid::deleteSelected()
{
    const Track* track = m_state.currentTrack();
    if (track != nullptr && !m_state.selection().empty()) {
        commit(removeNotes(track->notes, m_state.selection()), tr("Delete Notes"));
    }
}

void NoteGrid::copySelected()
{
    const Track* track = m_state.currentTrack();
    if (track == nullptr || m_state.selection().empty()) {
        return;
    }
    NoteClip clip { pick(track->notes, m_state.selection()), 0 };
    const Tick step = m_state.gridStep();
    const Tick from = clip.notes.front().onset / step * step;
    Tick end = from;
    for (Note& note : clip.notes) {
        end = std::max(end, note.onset + note.duration);
        note.onset -= from;
    }
    clip.span = (end - from + step - 1) / step * step;
    putOnClipboard(clip);
}

void NoteGrid::cutSelected()
{
    copySelected();
    if (const Track* track = m_state.currentTrack();
        track != nullptr && !m_state.selection().empty()) {
        commit(removeNotes(track->notes, m_state.selection()), tr("Cut Notes"));
    }
}

void NoteGrid::paste()
{
    const Track* track = m_state.currentTrack();
    NoteClip clip = notesOnClipboard();
    if (track == nullptr || clip.notes.empty()) {
        return;
    }
    const Tick at = m_state.snappedDown(static_cast<double>(m_state.player().positionTick()));
    const Tick length = m_state.score().length;
    for (Note& note : clip.notes) {
        note.onset += at;
    }
    std::erase_if(clip.notes, [length](const Note& note) { return note.onset >= length; });
    if (!clip.notes.empty()) {
        commit(addNotes(track->notes, clip.notes), tr("Paste Notes"));
    }
}

void NoteGrid::duplicate()
{
    const Track* track = m_state.currentTrack();
    if (track == nullptr || m_state.selection().empty()) {
        return;
    }
    std::vector<Note> copies = pick(track->notes, m_state.selection());
    const Tick step = std::max(m_state.gridStep(), kTicksPerBeat);
    const Tick from = copies.front().onset / step * step;
    Tick end = from;
    for (const Note& note : copies) {
        end = std::max(end, note.onset + note.duration);
    }
    const Tick span = (end - from + step - 1) / step * step;
    const Tick length = m_state.score().length;
    for (Note& note : copies) {
        note.onset += span;
    }
    std::erase_if(copies, [length](const Note& note) { return note.onset >= length; });
    if (!copies.empty()) {
        commit(addNotes(track->notes, copies), tr("Duplicate Notes"));
        m_state.reveal(copies.front().onset);
    }
}

void NoteGrid::quantiseSelected(const Quantise& how)
{
    if (const Track* track = m_state.currentTrack()) {
        commit(quantise(track->notes, m_state.selection(), how), tr("Quantise Notes"));
    }
}

void NoteGrid::changeSelectedVelocity(int by)
{
    if (const Track* track = m_state.currentTrack()) {
        commit(changeVelocities(track->notes, m_state.selection(),
                   [by](const Note& note) { return note.velocity + by; }),
            tr("Change Velocity"));
    }
}

// The writing cell.

void NoteGrid::moveCell(int ticks, int pitches)
{
    const Tick step = m_state.gridStep();
    const Tick last = std::max<Tick>(0, m_state.score().length - 1) / step * step;
    m_cell.onset = std::clamp<Tick>(m_cell.onset / step * step + ticks * step, 0, last);
    m_cell.pitch = std::clamp(m_cell.pitch + pitches, m_low, m_high);
    m_state.reveal(m_cell.onset);
    const double y = yAt(m_cell.pitch);
    if (y < 0 || y + m_rowHeight > height()) {
        setScrollY(m_scrollY + y - height() / 2.0);
    }
    update();
}

void NoteGrid::writeAtCell()
{
    const Track* track = m_state.currentTrack();
    if (track == nullptr) {
        return;
    }
    const Note note { m_cell.onset, m_state.gridStep(), static_cast<std::uint8_t>(m_cell.pitch),
        96 };
    commit(addNotes(track->notes, { note }), tr("Draw Note"));
    Q_EMIT m_state.auditioned(note);
}

void NoteGrid::chooseNeighbour(int direction)
{
    const auto& notes = m_state.shownNotes();
    if (notes.empty()) {
        return;
    }
    const NoteKeys& selection = m_state.selection();
    auto at = notes.begin();
    if (!selection.empty()) {
        const NoteKey from = direction > 0 ? *selection.rbegin() : *selection.begin();
        at = std::lower_bound(notes.begin(), notes.end(), from,
            [](const Note& note, const NoteKey& key) { return keyOf(note) < key; });
        if (direction > 0 && at + 1 < notes.end()) {
            ++at;
        } else if (direction < 0 && at != notes.begin()) {
            --at;
        }
    } else {
        at = std::lower_bound(notes.begin(), notes.end(), m_cell,
            [](const Note& note, const NoteKey& key) { return keyOf(note) < key; });
        if (at == notes.end()) {
            --at;
        }
    }
    const Note note = *at;
    m_cell = keyOf(note);
    m_state.setSelection({ keyOf(note) });
    moveCell(0, 0);
    m_cell = keyOf(note);
    Q_EMIT m_state.auditioned(note);
}

// Keys.

bool NoteGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // These keys mean the notes while the roll has the focus, whatever the menus use them for.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !key->modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier);
        if (isEditKey(*key) || (plain && isOwnKey(key->key()))) {
            event->accept();
            return true;
        }
    }
    return TimeView::event(event);
}

bool NoteGrid::moveByKey(QKeyEvent* event)
{
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool horizontal = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!vertical && !horizontal) {
        return false;
    }
    const int sign = event->key() == Qt::Key_Up || event->key() == Qt::Key_Right ? 1 : -1;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (m_state.selection().empty()) {
        moveCell(horizontal ? sign * (shift ? 4 : 1) : 0, vertical ? sign * (shift ? 12 : 1) : 0);
        return true;
    }
    mergeHeldKey(event);
    if (vertical && control) {
        changeSelectedVelocity(sign * kVelocityStep);
    } else if (vertical) {
        transpose(sign * (shift ? 12 : 1));
    } else if (shift) {
        lengthen(sign * m_state.gridStep());
    } else {
        nudge(sign * m_state.gridStep());
    }
    return true;
}

void NoteGrid::keyPressEvent(QKeyEvent* event)
{
    m_mergeId = kNoMerge;
    if (event->key() == Qt::Key_Escape) {
        m_state.setDraft(std::nullopt);
        m_drag = Drag::None;
        m_state.setSelection({});
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        m_state.player().seek(Frames(0));
        m_state.reveal(0);
        return;
    case Qt::Key_End:
        m_state.player().seekTick(m_state.score().length);
        m_state.reveal(m_state.score().length);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_state.zoom(1.25, playheadX() > 0 && playheadX() < width() ? playheadX() : width() / 2.0);
        return;
    case Qt::Key_Minus:
        m_state.zoom(0.8, playheadX() > 0 && playheadX() < width() ? playheadX() : width() / 2.0);
        return;
    case Qt::Key_Comma:
        chooseNeighbour(-1);
        return;
    case Qt::Key_Period:
        chooseNeighbour(1);
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        m_state.selectAll();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    if (!m_state.isEditable()) {
        TimeView::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Cut)) {
        cutSelected();
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D) {
        duplicate();
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        deleteSelected();
    } else if (event->key() == Qt::Key_Q && event->modifiers() == Qt::NoModifier) {
        Q_EMIT quantiseRequested();
    } else if (event->key() == Qt::Key_B && event->modifiers() == Qt::NoModifier) {
        m_state.setTool(m_state.tool() == Tool::Draw ? Tool::Select : Tool::Draw);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        writeAtCell();
    } else if (!moveByKey(event)) {
        TimeView::keyPressEvent(event);
    }
}

} // namespace pieria::ui
