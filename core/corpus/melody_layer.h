// Adds a melody of our own, and now and then a second voice, to an accompaniment.
#pragma once

#include "core/base/noise.h"
#include "core/corpus/voices.h"
#include "core/score/score.h"

namespace pieria {

/// Fills the lead slot (which must be free), and the counter slot in a quarter of the pieces where
/// it is free. The score is normalised afterwards.
void addMelody(Score& score, const StyleVoices& voices, bool swung, NoiseSequence& dice);

/// Inserts a track in slot order; tidy and thin enough for the grid.
void addTrack(Score& score, Track track);

[[nodiscard]] bool hasSlot(const Score& score, Slot slot);

} // namespace pieria
