// The notes, tempo, key, sections or chords of a take change.
#pragma once

#include "ui/edit/change_take_command.h"

namespace pieria::ui {

class SetScoreCommand final : public ChangeTakeCommand<Score>
{
public:
    /// `mergeId`: commands of one gesture share one (makeMergeId) and become one step.
    SetScoreCommand(Document& document, TakeId take, Score score, const QString& text = {},
        int mergeId = kNoMerge);

protected:
    [[nodiscard]] Score read(const ProjectTake& take) const override;
    void apply(Document& document, const TakeId& take, const Score& score) const override;
};

} // namespace pieria::ui
