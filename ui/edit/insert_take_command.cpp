#include "ui/edit/insert_take_command.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace pieria::ui {

InsertTakeCommand::InsertTakeCommand(
    Document& document, ProjectTake take, const QString& text, Show show)
    : QUndoCommand(text.isEmpty() ? QCoreApplication::translate("UndoText", "Add Take") : text)
    , m_document(document)
    , m_take(std::move(take))
    , m_show(show)
{
}

void InsertTakeCommand::redo()
{
    m_shownBefore = m_document.project().current;
    m_document.applyInsertTake(m_document.project().takes.size(), m_take);
    if (m_show == Show::OnStage) {
        m_document.setCurrentTake(m_take.take.id);
    }
}

void InsertTakeCommand::undo()
{
    // The audio may have been rendered since; a redo brings back what is there now.
    const auto& takes = m_document.project().takes;
    const auto found = std::find_if(takes.begin(), takes.end(),
        [&](const ProjectTake& entry) { return entry.take.id == m_take.take.id; });
    if (found != takes.end()) {
        m_take = *found;
    }
    const bool shown = m_document.project().current == m_take.take.id;
    m_document.applyRemoveTake(m_take.take.id);
    if (shown) {
        m_document.setCurrentTake(m_shownBefore);
    }
}

} // namespace pieria::ui
