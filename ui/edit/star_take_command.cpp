#include "ui/edit/star_take_command.h"

#include <QCoreApplication>

#include <utility>

namespace pieria::ui {

namespace {

QString defaultText()
{
    return QCoreApplication::translate("UndoText", "Star Take");
}

} // namespace

StarTakeCommand::StarTakeCommand(
    Document& document, TakeId take, bool starred, const QString& text, int mergeId)
    : ChangeTakeCommand(document, std::move(take), starred, text.isEmpty() ? defaultText() : text,
          CommandKind::Star, mergeId)
{
}

bool StarTakeCommand::read(const ProjectTake& take) const
{
    return take.starred;
}

void StarTakeCommand::apply(Document& document, const TakeId& take, const bool& starred) const
{
    document.applyStar(take, starred);
}

} // namespace pieria::ui
