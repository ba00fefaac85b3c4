// The plan of a take changes: instruments, key, tempo as they were decided.
#pragma once

#include "ui/edit/change_take_command.h"

namespace pieria::ui {

class SetPlanCommand final : public ChangeTakeCommand<MusicPlan>
{
public:
    /// `mergeId`: commands of one gesture share one (makeMergeId) and become one step.
    SetPlanCommand(Document& document, TakeId take, MusicPlan plan, const QString& text = {},
        int mergeId = kNoMerge);

protected:
    [[nodiscard]] MusicPlan read(const ProjectTake& take) const override;
    void apply(Document& document, const TakeId& take, const MusicPlan& plan) const override;
};

} // namespace pieria::ui
