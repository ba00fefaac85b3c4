#include "ui/edit/set_plan_command.h"

#include <QCoreApplication>

#include <utility>

namespace pieria::ui {

namespace {

QString defaultText()
{
    return QCoreApplication::translate("UndoText", "Change Plan");
}

} // namespace

SetPlanCommand::SetPlanCommand(
    Document& document, TakeId take, MusicPlan plan, const QString& text, int mergeId)
    : ChangeTakeCommand(document, std::move(take), std::move(plan),
          text.isEmpty() ? defaultText() : text, CommandKind::SetPlan, mergeId)
{
}

MusicPlan SetPlanCommand::read(const ProjectTake& take) const
{
    return take.take.plan;
}

void SetPlanCommand::apply(Document& document, const TakeId& take, const MusicPlan& plan) const
{
    document.applyPlan(take, plan);
}

} // namespace pieria::ui
