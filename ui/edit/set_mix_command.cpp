#include "ui/edit/set_mix_command.h"

#include <QCoreApplication>

#include <utility>

namespace pieria::ui {

namespace {

QString defaultText()
{
    return QCoreApplication::translate("UndoText", "Change Mix");
}

} // namespace

SetMixCommand::SetMixCommand(
    Document& document, TakeId take, Mix mix, const QString& text, int mergeId)
    : ChangeTakeCommand(document, std::move(take), std::move(mix),
          text.isEmpty() ? defaultText() : text, CommandKind::SetMix, mergeId)
{
}

Mix SetMixCommand::read(const ProjectTake& take) const
{
    return take.take.mix;
}

void SetMixCommand::apply(Document& document, const TakeId& take, const Mix& mix) const
{
    document.applyMix(take, mix);
}

} // namespace pieria::ui
