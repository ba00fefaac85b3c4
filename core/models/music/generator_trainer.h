// Trains stage 2 on the latents of a corpus, with a noise level per bar and slot (half the batches
// one level for all, half independent, known = 0), so that the same weights compose, extend,
// inpaint and make a slot again.
#pragma once

#include "core/engine/train_runner.h"

namespace pieria::models {

[[nodiscard]] Result<Outcome<TrainOutcome>> trainGenerator(
    const MusicTrainRequest& request, JobContext& context);

} // namespace pieria::models
