// Trains stage 1 on the beats of a corpus.
#pragma once

#include "core/engine/train_runner.h"
#include "core/models/music/score_codec.h"
#include "core/models/music/training_piece.h"

namespace pieria::models {

/// Onset F1 of coding and decoding whole pieces (same slot and pitch, within one tick).
struct CodecScore
{
    double all = 0;
    double drums = 0;
    double pitched = 0;
    int pieces = 0;
};
/// `noise`: deviation of Gaussian noise added to the normalised latents, drawn from a fixed stream.
[[nodiscard]] CodecScore scoreCodec(
    ScoreCodec& codec, const std::vector<const TrainingPiece*>& pieces, double noise = 0);

[[nodiscard]] Result<Outcome<TrainOutcome>> trainCodec(
    const MusicTrainRequest& request, JobContext& context);

} // namespace pieria::models
