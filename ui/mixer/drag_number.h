// A number that is changed by dragging it up or down; a click types, the wheel and the arrow keys
// step, a double-click resets.
#pragma once

#include "ui/common/value_slider.h"

#include <QWidget>

namespace pieria::ui {

class DragNumber : public QWidget
{
    Q_OBJECT
public:
    DragNumber(const QString& name, ValueRange range, QWidget* parent = nullptr);
    [[nodiscard]] double value() const { return m_value; }
    void setValue(double value); ///< emits nothing
    [[nodiscard]] QString text() const;
    [[nodiscard]] const ValueRange& range() const { return m_range; }
    /// As if it had been typed.
    void enter(double value) { commit(value); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Plain: no frame until the pointer is over it, for narrow places.
    void setPlain(bool plain);

Q_SIGNALS:
    void changing(double value); ///< while it is dragged
    void committed(double value); ///< a drag, key, wheel turn or typed number is done

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void commit(double value);
    void openEditor();
    [[nodiscard]] double clamped(double value) const;

    ValueRange m_range;
    double m_value = 0;
    double m_start = 0;
    double m_pressY = 0;
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_plain = false;
};

} // namespace pieria::ui
