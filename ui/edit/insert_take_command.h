// A take enters the project (a result, an import, a duplicate) and goes on the stage.
#pragma once

#include "ui/edit/document.h"

#include <QUndoCommand>

namespace pieria::ui {

class InsertTakeCommand final : public QUndoCommand
{
public:
    enum class Show { OnStage, Quietly };

    /// Goes to the end of the list. The assets of `take` must be on disk already.
    InsertTakeCommand(
        Document& document, ProjectTake take, const QString& text = {}, Show show = Show::OnStage);
    void redo() override;
    void undo() override;

private:
    Document& m_document;
    ProjectTake m_take;
    Show m_show;
    std::optional<TakeId> m_shownBefore;
};

} // namespace pieria::ui
