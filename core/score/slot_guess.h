// Which role an imported instrument plays: MIDI files say what sounds, not what for.
#pragma once

#include "core/score/score.h"

#include <vector>

namespace pieria {

/// What the guess looks at.
struct PartFeatures
{
    bool drums = false; ///< on channel 10
    int program = 0;
    double meanPitch = 60;
    double lowestPitch = 60; ///< 10th percentile
    double polyphony = 1; ///< mean number of notes that start together
    double meanBeats = 1; ///< mean duration in quarter notes
    double share = 0; ///< notes of this part among all melodic notes
};

[[nodiscard]] PartFeatures partFeatures(const Track& track, bool drums, std::size_t allNotes);

/// How well a part fills a role; higher is better, comparable between parts.
[[nodiscard]] double slotFitness(const PartFeatures& part, Slot slot);

/// One slot a part. Each slot is given at most once, except Drums (all drum parts) and, when there
/// are more parts than roles, Extra (all that are left).
[[nodiscard]] std::vector<Slot> guessSlots(const std::vector<PartFeatures>& parts);

} // namespace pieria
