// One strip of the mixer: EQ in a fold, reverb send, pan, fader with meter, mute, solo, name.
#pragma once

#include "ui/edit/document.h"

#include <QWidget>

#include <functional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace pieria::ui {

class DragNumber;
class LevelMeter;
class ValueControl;
struct ValueRange;

class ChannelStrip : public QWidget
{
    Q_OBJECT
public:
    ChannelStrip(Document& document, Slot slot, QWidget* parent = nullptr);
    [[nodiscard]] Slot slot() const { return m_slot; }
    [[nodiscard]] LevelMeter& meter() { return *m_meter; }
    /// Reads names and values of the current take again.
    void refresh();
    void setEqOpen(bool open);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(pieria::Slot slot);
    void eqToggled(bool open); ///< all strips fold together

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Binding
    {
        double Strip::* value;
        ValueControl* control;
        DragNumber* number;
    };
    void addRow(QVBoxLayout& column, const QString& label, const QString& name,
        const ValueRange& range, double Strip::* value, const QString& undo);
    void bind(const Binding& binding, const QString& undo);
    void set(double Strip::* value, double to, const QString& undo, int mergeId);
    QToolButton* addToggle(const QString& letter, const QString& name, bool Strip::* flag,
        const QColor& lit, const QString& undo);
    [[nodiscard]] const Strip* strip() const;

    Document& m_document;
    Slot m_slot;
    QString m_name;
    QString m_instrument;
    QWidget* m_eq = nullptr;
    QToolButton* m_eqButton = nullptr;
    LevelMeter* m_meter = nullptr;
    QToolButton* m_mute = nullptr;
    QToolButton* m_solo = nullptr;
    std::vector<Binding> m_bindings;
};

} // namespace pieria::ui
