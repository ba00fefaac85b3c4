#include "core/models/music/training_piece.h"

#include "core/corpus/corpus_folder.h"

namespace pieria::models {

Result<std::vector<TrainingPiece>> loadTrainingPieces(
    const std::filesystem::path& corpus, JobContext& context)
{
    const Result<MusicCorpus> opened = MusicCorpus::open(corpus);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    std::vector<TrainingPiece> pieces;
    for (std::size_t i = 0; i < opened->size(); ++i) {
        Result<MusicCorpus::Piece> read = opened->piece(i);
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (i % 500 == 0) {
            context.report({ "reading the corpus", static_cast<double>(i),
                static_cast<double>(opened->size()) });
        }
        if (!canComposeIn(read->score.metre()) || read->score.length <= 0) {
            continue;
        }
        TrainingPiece piece;
        piece.id = read->line.id;
        piece.source = read->line.source;
        piece.style = read->line.style;
        piece.split = read->line.split;
        piece.captions = read->line.captions;
        piece.grid = toGrid(read->score, &piece.coverage);
        piece.plan = planFromScore(read->score, read->line.energy);
        piece.plan.style = piece.style;
        piece.notes.resize(kSlotCount);
        for (const Track& track : read->score.tracks) {
            std::vector<Note>& notes = piece.notes[slotIndex(track.slot)];
            notes.insert(notes.end(), track.notes.begin(), track.notes.end());
        }
        if (piece.grid.bars == piece.plan.bars && piece.grid.bars > 0) {
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

} // namespace pieria::models
