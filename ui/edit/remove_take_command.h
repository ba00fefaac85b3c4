// A take leaves the project; undo puts it back where it was. Its assets stay on disk.
#pragma once

#include "ui/edit/document.h"

#include <QUndoCommand>

namespace pieria::ui {

class RemoveTakeCommand final : public QUndoCommand
{
public:
    RemoveTakeCommand(Document& document, TakeId take, const QString& text = {});
    void redo() override;
    void undo() override;

private:
    Document& m_document;
    TakeId m_id;
    ProjectTake m_take;
    std::size_t m_position = 0;
    bool m_wasShown = false;
};

} // namespace pieria::ui
