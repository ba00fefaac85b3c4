// A slider with its number beside it, a unit, and a double-click that resets.
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace pieria::ui {

struct ValueRange
{
    double least = 0;
    double most = 1;
    double step = 0.1;
    double initial = 0; ///< what a double-click goes back to
    int decimals = 1;
    QString unit = {}; ///< " dB", with its space
};

class ValueSlider : public QWidget
{
    Q_OBJECT
public:
    ValueSlider(const QString& name, const ValueRange& range, QWidget* parent = nullptr);
    [[nodiscard]] double value() const;
    void setValue(double value);

Q_SIGNALS:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ValueRange m_range;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_number = nullptr;
};

} // namespace pieria::ui
