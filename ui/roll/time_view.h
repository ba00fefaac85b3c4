// A widget that stands on the shared time axis: repaints when the axis or the score changes, moves
// the playhead by repainting two narrow strips, and scrolls and zooms with the wheel.
#pragma once

#include "ui/player/stage_colors.h"
#include "ui/roll/roll_state.h"

#include <QWidget>

class QPainter;

namespace pieria::ui {

enum class GridDetail { Bars, Beats, Snap };

class TimeView : public QWidget
{
    Q_OBJECT
public:
    explicit TimeView(RollState& state, QWidget* parent = nullptr);

protected:
    [[nodiscard]] double xAt(Tick tick) const;
    [[nodiscard]] double tickAt(double x) const;
    [[nodiscard]] double playheadX() const;
    /// Vertical lines of bars, beats and snap steps inside `area`, as far as they have room.
    void drawGrid(QPainter& painter, const QRect& area, GridDetail detail) const;
    void drawPlayhead(QPainter& painter) const;
    /// Darkens what lies past the end of the piece, and what a piece in the making may still
    /// change.
    void drawEnd(QPainter& painter, const QRect& area) const;

    void wheelEvent(QWheelEvent* event) override;
    /// Plain wheel turns; pixels up are positive. Scrolls time unless a subclass has rows.
    virtual void scrollVertically(double pixels);
    virtual void zoomVertically(double factor);

    RollState& m_state;

private:
    void movePlayhead();
    double m_lastPlayhead = -1;
};

/// Calls `visit(tick, kind)` for the lines between two ticks: 0 bar, 1 beat, 2 snap step.
void forEachGridLine(const Score& score, Tick from, Tick to, Tick step, bool beats,
    const std::function<void(Tick, int)>& visit);

} // namespace pieria::ui
