// The keyboard at the left of the roll; drums show their names. Press to hear.
#pragma once

#include <QWidget>

namespace pieria::ui {

class NoteGrid;
class RollState;

class PianoKeys : public QWidget
{
    Q_OBJECT
public:
    PianoKeys(RollState& state, NoteGrid& grid, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void paintDrums(QPainter& painter) const;
    void paintKeys(QPainter& painter) const;
    void hear(double y);

    RollState& m_state;
    NoteGrid& m_grid;
    int m_pressed = -1;
    int m_hovered = -1;
};

} // namespace pieria::ui
