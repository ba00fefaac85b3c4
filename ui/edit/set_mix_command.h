// The mix of a take changes; one drag of a fader is one step.
#pragma once

#include "ui/edit/change_take_command.h"

namespace pieria::ui {

class SetMixCommand final : public ChangeTakeCommand<Mix>
{
public:
    /// `mergeId`: commands of one gesture share one (makeMergeId) and become one step.
    SetMixCommand(
        Document& document, TakeId take, Mix mix, const QString& text = {}, int mergeId = kNoMerge);

protected:
    [[nodiscard]] Mix read(const ProjectTake& take) const override;
    void apply(Document& document, const TakeId& take, const Mix& mix) const override;
};

} // namespace pieria::ui
