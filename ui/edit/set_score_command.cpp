#include "ui/edit/set_score_command.h"

#include <QCoreApplication>

#include <utility>

namespace pieria::ui {

namespace {

QString defaultText()
{
    return QCoreApplication::translate("UndoText", "Edit Notes");
}

} // namespace

SetScoreCommand::SetScoreCommand(
    Document& document, TakeId take, Score score, const QString& text, int mergeId)
    : ChangeTakeCommand(document, std::move(take), std::move(score),
          text.isEmpty() ? defaultText() : text, CommandKind::SetScore, mergeId)
{
}

Score SetScoreCommand::read(const ProjectTake& take) const
{
    return take.take.score;
}

void SetScoreCommand::apply(Document& document, const TakeId& take, const Score& score) const
{
    document.applyScore(take, score);
}

} // namespace pieria::ui
