// The values of what is selected: notes, else the track, and always the take, with units, the words
// that made them, and a reset where there is something to go back to.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

class QFormLayout;
class QScrollArea;

namespace pieria::ui {

class SelectionInspector : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionInspector(RollState& state, QWidget* parent = nullptr);

private:
    void schedule();
    void rebuild();
    void addNotes(QFormLayout& form);
    void addTrack(QFormLayout& form);
    void addTake(QFormLayout& form);

    RollState& m_state;
    QScrollArea* m_scroll = nullptr;
    bool m_scheduled = false;
};

} // namespace pieria::ui
