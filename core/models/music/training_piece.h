// A corpus piece the way the music trainers read it.
#pragma once

#include "core/base/result.h"
#include "core/corpus/piece_line.h"
#include "core/job/job.h"
#include "core/score/grid.h"
#include "core/score/plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pieria::models {

struct TrainingPiece
{
    std::string id;
    PieceSource source = PieceSource::Groove;
    std::string style;
    Split split = Split::Train;
    ScoreGrid grid;
    GridCoverage coverage;
    MusicPlan plan;
    std::vector<std::string> captions; ///< some empty: unconditional
    std::vector<std::vector<Note>> notes; ///< per slot, as they were before the grid
};

/// All pieces of a corpus folder. Pieces that the grid cannot hold (other metres, no bars) are left
/// out.
[[nodiscard]] Result<std::vector<TrainingPiece>> loadTrainingPieces(
    const std::filesystem::path& corpus, JobContext& context);

} // namespace pieria::models
