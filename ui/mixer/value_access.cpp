#include "ui/mixer/value_access.h"

#include "ui/mixer/drag_number.h"
#include "ui/mixer/level_meter.h"
#include "ui/mixer/value_control.h"
#include "ui/roll/time_view.h"
#include "ui/wave/audio_view.h"

#include <QAccessibleWidget>

namespace pieria::ui {

namespace {

/// A number that assistive tools may read and set; setting is one gesture.
template <class Control>
class ValueAccess final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    ValueAccess(Control* control, QAccessible::Role role)
        : QAccessibleWidget(control, role)
        , m_control(control)
    {
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_control->accessibleDescription()
                                          : QAccessibleWidget::text(kind);
    }
    [[nodiscard]] QVariant currentValue() const override { return m_control->value(); }
    void setCurrentValue(const QVariant& value) override { m_control->enter(value.toDouble()); }
    [[nodiscard]] QVariant maximumValue() const override { return m_control->range().most; }
    [[nodiscard]] QVariant minimumValue() const override { return m_control->range().least; }
    [[nodiscard]] QVariant minimumStepSize() const override { return m_control->range().step; }

private:
    Control* m_control;
};

QAccessibleInterface* makeAccess(const QString&, QObject* object)
{
    if (auto* control = qobject_cast<ValueControl*>(object)) {
        return new ValueAccess(control, QAccessible::Slider);
    }
    if (auto* number = qobject_cast<DragNumber*>(object)) {
        return new ValueAccess(number, QAccessible::SpinBox);
    }
    if (auto* meter = qobject_cast<LevelMeter*>(object)) {
        return new QAccessibleWidget(meter, QAccessible::Indicator);
    }
    if (qobject_cast<TimeView*>(object) != nullptr || qobject_cast<AudioView*>(object) != nullptr) {
        return new QAccessibleWidget(qobject_cast<QWidget*>(object), QAccessible::Graphic);
    }
    return nullptr;
}

} // namespace

void installStageAccess()
{
    static const bool kDone = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    static_cast<void>(kDone);
}

} // namespace pieria::ui
