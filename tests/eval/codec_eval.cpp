#include "core/base/paths.h"
#include "core/models/music/codec_trainer.h"
#include "core/models/music/music_model.h"
#include "tests/eval/music_eval.h"
#include "tests/eval/statistics.h"

#include <cstdio>

namespace pieria::eval {

Status evaluateCodec(const std::filesystem::path& corpus, int most, int threads)
{
    using namespace models;
    at::set_num_threads(threads);
    QuietContext quiet;
    const Result<std::vector<TrainingPiece>> pieces = loadTrainingPieces(corpus, quiet);
    if (!pieces) {
        return tl::unexpected(pieces.error());
    }
    Result<ScoreCodec> codec
        = loadScoreCodec(resourcesFolder() / "models" / "music" / "codec.safetensors");
    if (!codec) {
        return tl::unexpected(codec.error());
    }
    std::printf("%s\nonset F1 of code and decode, held-out pieces: same slot and pitch, within one "
                "tick\n\n",
        machineLine(threads).c_str());
    std::printf("%-12s %7s %9s %9s %9s %9s %10s\n", "source", "pieces", "all", "drums", "pitched",
        "noisy", "coverage");
    for (const PieceSource source :
        { PieceSource::Groove, PieceSource::Tune, PieceSource::Mutopia, PieceSource::Procedural }) {
        std::vector<const TrainingPiece*> chosen;
        double notes = 0;
        double lost = 0;
        for (const TrainingPiece& piece : *pieces) {
            if (piece.split == Split::Test && piece.source == source
                && static_cast<int>(chosen.size()) < most) {
                chosen.push_back(&piece);
                notes += piece.coverage.notes;
                lost += piece.coverage.lost;
            }
        }
        if (chosen.empty()) {
            continue;
        }
        const CodecScore score = scoreCodec(*codec, chosen);
        const CodecScore noisy = scoreCodec(*codec, chosen, 0.1);
        std::printf("%-12s %7d %9.4f %9.4f %9.4f %9.4f %9.2f%%\n",
            std::string(sourceName(source)).c_str(), score.pieces, score.all, score.drums,
            score.pitched, noisy.all, 100 * (1 - lost / std::max(1.0, notes)));
    }
    return {};
}

} // namespace pieria::eval
