// What faders and knobs share: a value within a range, dragging, wheel, keys, reset by
// double-click. Signals tell a running gesture from its end, so that one gesture is one undo step.
#pragma once

#include "ui/common/value_slider.h"

#include <QWidget>

namespace pieria::ui {

class ValueControl : public QWidget
{
    Q_OBJECT
public:
    ValueControl(const QString& name, ValueRange range, QWidget* parent = nullptr);
    [[nodiscard]] double value() const { return m_value; }
    void setValue(double value); ///< emits nothing; ignored while it is dragged
    [[nodiscard]] const ValueRange& range() const { return m_range; }
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    /// A gesture of its own that ends at `value`.
    void enter(double value);

Q_SIGNALS:
    void begun(); ///< a gesture starts; every `changed` until the next `begun` belongs to it
    void changed(double value);

protected:
    /// Where a value is, 0 to 1, and back; linear unless overridden.
    [[nodiscard]] virtual double positionOf(double value) const;
    [[nodiscard]] virtual double valueAt(double position) const;
    /// How far a drag of one pixel upwards (or rightwards) moves, as a part of the range.
    [[nodiscard]] virtual double travel() const = 0;
    [[nodiscard]] virtual bool isHorizontal() const { return false; }

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void change(double value);
    void step(double steps);
    void describe();

    ValueRange m_range;
    double m_value = 0;
    bool m_dragging = false;
    double m_grabbed = 0; ///< position at the last mouse event, unrounded
    double m_lastAt = 0;
};

/// A vertical fader with a dB scale.
class Fader : public ValueControl
{
    Q_OBJECT
public:
    Fader(const QString& name, const ValueRange& range, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] double positionOf(double value) const override;
    [[nodiscard]] double valueAt(double position) const override;
    [[nodiscard]] double travel() const override;

private:
    [[nodiscard]] QRectF track() const;
};

/// A thin horizontal bar that fills from its reset value: pan, sends, EQ.
class MiniBar : public ValueControl
{
    Q_OBJECT
public:
    MiniBar(const QString& name, const ValueRange& range, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] double travel() const override;
    [[nodiscard]] bool isHorizontal() const override { return true; }
};

} // namespace pieria::ui
