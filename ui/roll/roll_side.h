// What stands left of the roll: the selected part, what it plays, and the keyboard.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace pieria::ui {

class PianoKeys;

class RollSide : public QWidget
{
    Q_OBJECT
public:
    /// Takes `keys` into its layout.
    RollSide(RollState& state, PianoKeys& keys, QWidget* parent = nullptr);

Q_SIGNALS:
    void remakeSlotRequested(pieria::Slot slot);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    RollState& m_state;
    PianoKeys& m_keys;
    QWidget* m_card = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_range = nullptr;
    QPushButton* m_remake = nullptr;
};

} // namespace pieria::ui
