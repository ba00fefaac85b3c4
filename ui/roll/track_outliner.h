// The tracks of the take on the stage as a list with a filter: choose, mute, solo.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace pieria::ui {

class TrackOutliner : public QWidget
{
    Q_OBJECT
public:
    /// `state` is the editor's, so that the choice is the same in both.
    explicit TrackOutliner(RollState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void remakeSlotRequested(const pieria::TakeId& take, pieria::Slot slot);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void filter(const QString& text);
    void showMenu(const QPoint& at);
    void onClicked(QTreeWidgetItem* item, int column);

    RollState& m_state;
    QLineEdit* m_filter = nullptr;
    QTreeWidget* m_tree = nullptr;
    bool m_filling = false;
};

} // namespace pieria::ui
