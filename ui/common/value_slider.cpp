#include "ui/common/value_slider.h"

#include "ui/common/widgets.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace pieria::ui {

ValueSlider::ValueSlider(const QString& name, const ValueRange& range, QWidget* parent)
    : QWidget(parent)
    , m_range(range)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_number(new QDoubleSpinBox(this))
{
    m_slider->setRange(0, static_cast<int>(std::lround((range.most - range.least) / range.step)));
    m_slider->setAccessibleName(name);
    m_slider->setToolTip(tr("%1: double-click resets").arg(name));
    m_number->setRange(range.least, range.most);
    m_number->setSingleStep(range.step);
    m_number->setDecimals(range.decimals);
    m_number->setSuffix(range.unit);
    m_number->setAccessibleName(name);
    m_number->setFixedWidth(theme().grid(20));
    auto* layout = new QHBoxLayout(this);
    setGrid(*layout, 0, 2);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_number);
    setFocusProxy(m_slider);
    m_slider->installEventFilter(this);
    connect(m_slider, &QSlider::valueChanged, this,
        [this](int steps) { m_number->setValue(m_range.least + steps * m_range.step); });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this](double number) {
        const QSignalBlocker block(m_slider);
        m_slider->setValue(static_cast<int>(std::lround((number - m_range.least) / m_range.step)));
        Q_EMIT valueChanged(number);
    });
    setValue(range.initial);
}

double ValueSlider::value() const
{
    return m_number->value();
}

void ValueSlider::setValue(double value)
{
    m_number->setValue(value);
}

bool ValueSlider::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        setValue(m_range.initial);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pieria::ui
