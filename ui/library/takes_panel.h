// The takes of the project: choose, star, rename, compare, and what can be made of them.
#pragma once

#include "ui/edit/document.h"
#include "ui/player/player.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace pieria::ui {

class TakesPanel : public QWidget
{
    Q_OBJECT
public:
    TakesPanel(Document& document, Player& player, QWidget* parent = nullptr);

    /// The take the row under the keyboard names; the one on the stage when there is none.
    [[nodiscard]] const ProjectTake* chosen() const;
    void renameChosen();
    void starChosen();
    void duplicateChosen();
    void deleteChosen();
    void setCompare(char side); ///< 'A' or 'B'

Q_SIGNALS:
    void recallRequested(const pieria::MusicRequest& request);
    void remixRequested(const pieria::MusicRequest& request);
    /// A task on a take, ready to be run or to be shown in the prompt.
    void taskRequested(const pieria::MusicRequest& request);
    void exportRequested(const pieria::TakeId& take);
    void promptRequested();

private:
    void fill();
    void describe(QListWidgetItem& item, const ProjectTake& entry) const;
    void showMenu(const QPoint& at);
    void addTasks(QMenu& menu, const ProjectTake& entry);
    void onItemEdited(QListWidgetItem* item);

    Document& m_document;
    Player& m_player;
    QLineEdit* m_filter = nullptr;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_pages = nullptr;
    bool m_filling = false;
};

/// A request for a task on a take: the take's own request with the task put in.
[[nodiscard]] MusicRequest taskOn(const ProjectTake& take, MusicTask task);

} // namespace pieria::ui
