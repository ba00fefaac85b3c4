// The top of the editor: sections, the loop brace, bar numbers. Click the numbers to go there, drag
// the brace to loop, double-click a section to name it, drag its start to move it.
#pragma once

#include "ui/roll/time_view.h"

namespace pieria::ui {

class RulerView : public TimeView
{
    Q_OBJECT
public:
    explicit RulerView(RollState& state, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

    // Rows, in pixels of this widget.
    [[nodiscard]] QRect sectionRow() const;
    [[nodiscard]] QRect loopRow() const;
    [[nodiscard]] QRect barRow() const;

Q_SIGNALS:
    void remakeBarsRequested(int firstBar, int lastBar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Drag { None, Seek, LoopNew, LoopBegin, LoopEnd, LoopMove, Section };
    void paintSections(QPainter& painter, const QRect& area) const;
    void paintLoop(QPainter& painter) const;
    void paintBars(QPainter& painter, const QRect& area) const;
    [[nodiscard]] int sectionAt(double x) const;
    [[nodiscard]] int sectionEdgeAt(double x) const;
    [[nodiscard]] Drag loopPartAt(double x) const;
    [[nodiscard]] Tick barLineNear(double x) const;
    [[nodiscard]] std::pair<Tick, Tick> sectionSpan(int index) const;
    void dragLoop(double x);
    void renameSection(int index);
    void updateCursor(const QPointF& at);

    Drag m_drag = Drag::None;
    double m_pressX = 0;
    LoopRegion m_loopBefore;
    std::optional<LoopRegion> m_loopDraft;
    int m_section = -1;
    Tick m_sectionDraft = 0;
};

} // namespace pieria::ui
