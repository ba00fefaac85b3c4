// One narrow lane a track with its notes in small, beside the headers. Click to choose a track.
#pragma once

#include "ui/roll/time_view.h"

namespace pieria::ui {

class TrackLanes : public TimeView
{
    Q_OBJECT
public:
    explicit TrackLanes(RollState& state, QWidget* parent = nullptr);
    void setRows(int rowHeight, int offset);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }

Q_SIGNALS:
    void verticalWheel(int pixels);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void scrollVertically(double pixels) override;

private:
    void paintLane(QPainter& painter, const QRect& area, std::size_t track) const;
    [[nodiscard]] bool isSilent(Slot slot) const;

    int m_rowHeight = 26;
    int m_offset = 0;
};

} // namespace pieria::ui
