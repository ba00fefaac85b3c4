// The velocities of the shown track as stems. Drag a stem, or draw across several; with a selection
// only the selected ones move. One drag is one undo step.
#pragma once

#include "ui/roll/time_view.h"

namespace pieria::ui {

class VelocityLane : public TimeView
{
    Q_OBJECT
public:
    explicit VelocityLane(RollState& state, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] double yAt(int velocity) const;
    [[nodiscard]] int velocityAt(double y) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void drawThrough(const QPointF& from, const QPointF& to);
    [[nodiscard]] const Note* stemAt(const QPointF& at) const;

    bool m_dragging = false;
    bool m_relative = false; ///< a selected stem was grabbed: all selected move alike
    QPointF m_last;
    int m_grabbed = 0;
    std::vector<Note> m_notes; ///< as changed so far
};

} // namespace pieria::ui
