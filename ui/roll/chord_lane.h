// The chords of the piece, one box each. Double-click writes one; Delete removes the chosen one.
#pragma once

#include "ui/roll/time_view.h"

namespace pieria::ui {

class ChordLane : public TimeView
{
    Q_OBJECT
public:
    explicit ChordLane(RollState& state, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int chosen() const { return m_chosen; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int chordAt(double x) const;
    [[nodiscard]] QRectF boxOf(int index) const;
    void choose(int index);
    void editChord(int index);
    void editNewChord(Tick onset);
    void openEditor(const QRect& place, Tick onset, const QString& text);
    void removeChord(int index);

    int m_chosen = -1;
};

} // namespace pieria::ui
