// A plan as tensors: what the latent generator knows exactly before it draws a note.
#pragma once

#include "core/models/torch.h"
#include "core/score/plan.h"

namespace pieria::models {

inline constexpr int kChordFeatures
    = 36; ///< root, notes and bass as 12 pitch classes each, tonic = 0
inline constexpr int kBarFeatures = kChordFeatures * 6 + 26;
inline constexpr int kGlobalFeatures = 5 + 7 + 8 + 8;
inline constexpr int kProgramCount = 129; ///< General MIDI, then drums

/// [bars, kBarFeatures]: the chords of the five beats and of the next bar's first, energy, section,
/// position.
[[nodiscard]] torch::Tensor barFeatures(const MusicPlan& plan);
/// [kGlobalFeatures]: metre, mode, tempo, slots that play.
[[nodiscard]] torch::Tensor globalFeatures(const MusicPlan& plan);
/// Index of the program embedding.
[[nodiscard]] int programIndex(Slot slot, int program);

} // namespace pieria::models
