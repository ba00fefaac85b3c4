// A take gets another title.
#pragma once

#include "ui/edit/change_take_command.h"

namespace pieria::ui {

class RenameTakeCommand final : public ChangeTakeCommand<std::string>
{
public:
    /// `mergeId`: commands of one gesture share one (makeMergeId) and become one step.
    RenameTakeCommand(Document& document, TakeId take, std::string title, const QString& text = {},
        int mergeId = kNoMerge);

protected:
    [[nodiscard]] std::string read(const ProjectTake& take) const override;
    void apply(Document& document, const TakeId& take, const std::string& title) const override;
};

} // namespace pieria::ui
