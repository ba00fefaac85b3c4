// How much a slot plays at a moment, from its notes: what strips show when no stem is at hand.
#pragma once

#include "core/engine/mix.h"
#include "core/score/score.h"

namespace pieria::ui {

/// 0 to 1: sounding notes by velocity, decaying over two beats, times the strip's gain; 0 for what
/// is muted or not soloed.
[[nodiscard]] float noteActivity(const Score& score, const Mix& mix, Slot slot, Tick at);

} // namespace pieria::ui
