#include "ui/edit/remove_take_command.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace pieria::ui {

RemoveTakeCommand::RemoveTakeCommand(Document& document, TakeId take, const QString& text)
    : QUndoCommand(text.isEmpty() ? QCoreApplication::translate("UndoText", "Delete Take") : text)
    , m_document(document)
    , m_id(std::move(take))
{
}

void RemoveTakeCommand::redo()
{
    const auto& takes = m_document.project().takes;
    const auto found = std::find_if(takes.begin(), takes.end(),
        [&](const ProjectTake& entry) { return entry.take.id == m_id; });
    if (found == takes.end()) {
        setObsolete(true);
        return;
    }
    m_take = *found;
    m_position = static_cast<std::size_t>(found - takes.begin());
    m_wasShown = m_document.project().current == m_id;
    m_document.applyRemoveTake(m_id);
}

void RemoveTakeCommand::undo()
{
    m_document.applyInsertTake(m_position, m_take);
    if (m_wasShown) {
        m_document.setCurrentTake(m_id);
    }
}

} // namespace pieria::ui
