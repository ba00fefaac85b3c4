// Headers and lanes of all tracks, side by side; scrolls when there are more than fit.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

#include <vector>

class QScrollBar;

namespace pieria::ui {

class TrackHeader;
class TrackLanes;

class TrackPanel : public QWidget
{
    Q_OBJECT
public:
    /// `headerWidth` is shared with everything else on the time axis.
    TrackPanel(RollState& state, int headerWidth, int rightMargin, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] TrackHeader* header(std::size_t track) const;

Q_SIGNALS:
    void remakeSlotRequested(pieria::Slot slot);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();
    void refresh();
    void layoutRows();

    RollState& m_state;
    int m_headerWidth;
    QWidget* m_heads = nullptr;
    TrackLanes* m_lanes = nullptr;
    QScrollBar* m_bar = nullptr;
    std::vector<TrackHeader*> m_headers;
    int m_rowHeight;
};

} // namespace pieria::ui
