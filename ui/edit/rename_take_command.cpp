#include "ui/edit/rename_take_command.h"

#include <QCoreApplication>

#include <utility>

namespace pieria::ui {

namespace {

QString defaultText()
{
    return QCoreApplication::translate("UndoText", "Rename Take");
}

} // namespace

RenameTakeCommand::RenameTakeCommand(
    Document& document, TakeId take, std::string title, const QString& text, int mergeId)
    : ChangeTakeCommand(document, std::move(take), std::move(title),
          text.isEmpty() ? defaultText() : text, CommandKind::Rename, mergeId)
{
}

std::string RenameTakeCommand::read(const ProjectTake& take) const
{
    return take.take.title;
}

void RenameTakeCommand::apply(
    Document& document, const TakeId& take, const std::string& title) const
{
    document.applyTitle(take, title);
}

} // namespace pieria::ui
