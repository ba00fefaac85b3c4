// The piano roll of the selected track. Other tracks show through as ghosts.
//
// Mouse: click and drag on empty space selects, double-click (or the pencil) writes a note, drag
// moves, the right edge resizes, Ctrl adds to the selection and copies while dragging, Shift adds,
// Alt leaves the grid. Keys: see note_grid_keys.cpp.
#pragma once

#include "ui/roll/time_view.h"

#include <QRectF>

namespace pieria::ui {

class NoteGrid : public TimeView
{
    Q_OBJECT
public:
    explicit NoteGrid(RollState& state, QWidget* parent = nullptr);

    // Rows: one a pitch, the highest on top.
    [[nodiscard]] int lowPitch() const { return m_low; }
    [[nodiscard]] int highPitch() const { return m_high; }
    [[nodiscard]] double rowHeight() const { return m_rowHeight; }
    [[nodiscard]] double yAt(int pitch) const; ///< top of the row
    [[nodiscard]] int pitchAt(double y) const;
    [[nodiscard]] double scrollY() const { return m_scrollY; }
    [[nodiscard]] double contentHeight() const;
    void setScrollY(double y);
    void setRowHeight(double height, double aroundY);
    void centreOnNotes();
    /// Where a note of the shown track is.
    [[nodiscard]] QRectF noteRect(const Note& note) const;
    /// Keyboard cursor: where Enter writes a note.
    [[nodiscard]] NoteKey cursorCell() const { return m_cell; }

    // Commands; each is one undo step. Keys and menus share them.
    void transpose(int pitches);
    void nudge(Tick ticks);
    void lengthen(Tick ticks);
    void deleteSelected();
    void copySelected();
    void cutSelected();
    void paste();
    void duplicate();
    void quantiseSelected(const Quantise& how);
    void changeSelectedVelocity(int by);

Q_SIGNALS:
    void rowsChanged();
    void quantiseRequested();
    void remakeBarsRequested(int firstBar, int lastBar);
    void pitchHovered(int pitch); ///< -1: none

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void scrollVertically(double pixels) override;
    void zoomVertically(double factor) override;

private:
    enum class Drag { None, Pending, Band, Move, Copy, ResizeEnd, ResizeStart, Draw, Pan };
    void onTrackChanged();
    void updateRows();
    void describe();

    // Painting.
    void paintRows(QPainter& painter, const QRect& area) const;
    void paintGhosts(QPainter& painter, const QRect& area) const;
    void paintNotes(QPainter& painter, const QRect& area) const;
    void paintNote(QPainter& painter, const Note& note, const QColor& color, bool selected) const;
    void paintBand(QPainter& painter) const;

    // Mouse.
    [[nodiscard]] const Note* noteAt(const QPointF& at) const;
    [[nodiscard]] Drag partAt(const Note& note, double x) const;
    void beginNoteDrag(const Note& note, QMouseEvent* event);
    void beginDraw(const QPointF& at, bool free);
    void dragNotes(const QPointF& at, bool free);
    void dragDraw(const QPointF& at, bool free);
    void dragBand(const QPointF& at);
    [[nodiscard]] Tick draggedTicks(const QPointF& at, Tick from, bool free) const;
    void updateCursor(const QPointF& at, Qt::KeyboardModifiers keys);
    void scrollWhileDragging(const QPointF& at);
    void clickSelect(const Note& note, Qt::KeyboardModifiers keys);

    // Keyboard.
    bool moveByKey(QKeyEvent* event);
    void moveCell(int ticks, int pitches);
    void writeAtCell();
    void chooseNeighbour(int direction);
    void mergeHeldKey(const QKeyEvent* event);
    void commit(NotesEdit edit, const QString& text);

    int m_low = 0;
    int m_high = 127;
    double m_rowHeight = 12;
    double m_scrollY = 0;

    Drag m_drag = Drag::None;
    QPointF m_press;
    QPointF m_last;
    Note m_grabbed;
    bool m_toggleOnRelease = false;
    QRectF m_band;
    NoteKeys m_bandBase;
    NoteKey m_cell { 0, 60 };
    int m_hovered = -1;
    int m_heard = -1;
    int m_mergeId = -1;
    int m_heldMergeId = -1;
    int m_heldKey = 0;
};

} // namespace pieria::ui
