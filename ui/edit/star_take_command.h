// A take is starred or not.
#pragma once

#include "ui/edit/change_take_command.h"

namespace pieria::ui {

class StarTakeCommand final : public ChangeTakeCommand<bool>
{
public:
    /// `mergeId`: commands of one gesture share one (makeMergeId) and become one step.
    StarTakeCommand(Document& document, TakeId take, bool starred, const QString& text = {},
        int mergeId = kNoMerge);

protected:
    [[nodiscard]] bool read(const ProjectTake& take) const override;
    void apply(Document& document, const TakeId& take, const bool& starred) const override;
};

} // namespace pieria::ui
