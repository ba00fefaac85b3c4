// Builds the conditioning batch of the denoiser from single pieces, for training and for sampling
// alike.
#pragma once

#include "core/models/music/score_denoiser.h"
#include "core/models/text/text_encoder.h"
#include "core/score/plan.h"

#include <optional>
#include <vector>

namespace pieria::models {

/// One piece, or a window of one.
struct ConditionItem
{
    torch::Tensor bar; ///< [N, kBarFeatures]
    torch::Tensor global; ///< [kGlobalFeatures]
    std::vector<Slot> slots; ///< that play, ascending
    std::vector<int> programs; ///< of these slots
    torch::Tensor text; ///< [T, 612]; undefined: no text
    torch::Tensor pooled; ///< [612]; undefined: no text
    bool loop = false;
};

[[nodiscard]] std::vector<Slot> playingSlots(const MusicPlan& plan);
/// Bars [first, first + count) of the plan, without text.
[[nodiscard]] ConditionItem conditionItem(const MusicPlan& plan, int first, int count);
void setText(ConditionItem& item, const TextEncoding& text);
/// Pads bars, slots and text to the longest of the batch.
[[nodiscard]] MusicConditions stackConditions(const std::vector<ConditionItem>& items);

} // namespace pieria::models
