// The energy of the piece bar by bar: columns show what is played, the line what the plan asks for.
// Drag the line to plan it; the plan is used when bars are made again.
#pragma once

#include "ui/roll/time_view.h"

#include <optional>

namespace pieria::ui {

class EnergyLane : public TimeView
{
    Q_OBJECT
public:
    explicit EnergyLane(RollState& state, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refresh();
    [[nodiscard]] const std::vector<float>& planned() const;
    [[nodiscard]] double yAt(float energy) const;
    void dragTo(const QPointF& at);

    std::vector<Tick> m_lines;
    std::vector<float> m_played;
    std::optional<std::vector<float>> m_draft;
    int m_lastBar = -1;
};

} // namespace pieria::ui
