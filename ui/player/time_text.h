// Positions as people read them. Fixed width, so that a running display does not jitter.
#pragma once

#include "core/base/units.h"
#include "core/score/score.h"

#include <QString>

namespace pieria::ui {

/// "00:12.480"; hours only when needed.
[[nodiscard]] QString timeText(Seconds time);

/// A place in the bars, counted from 1.
struct BarBeat
{
    int bar = 1;
    int beat = 1; ///< of the metre's denominator
    Tick rest = 0; ///< ticks into the beat
};
[[nodiscard]] BarBeat barBeatAt(const Score& score, Tick tick);
[[nodiscard]] QString barBeatText(const Score& score, Tick tick); ///< "5.3"
[[nodiscard]] Tick tickOfBar(const Score& score, int bar); ///< bar from 1; clamped to the piece
/// Length of a beat of the metre's denominator at a tick.
[[nodiscard]] Tick beatTicksAt(const Score& score, Tick tick);
/// Start and end of the bar that holds a tick; past the end the last metre goes on.
struct BarSpan
{
    Tick begin = 0;
    Tick end = 0;
};
[[nodiscard]] BarSpan barSpanAt(const Score& score, Tick tick);

} // namespace pieria::ui
