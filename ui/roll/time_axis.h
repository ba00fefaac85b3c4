// Where ticks are on the screen: shared by everything that stands above one another in the editor.
#pragma once

#include "core/score/music_types.h"

namespace pieria::ui {

struct TimeAxis
{
    double pixelsPerTick = 0.25;
    double origin = 0; ///< tick at x = 0
    [[nodiscard]] double xAt(double tick) const { return (tick - origin) * pixelsPerTick; }
    [[nodiscard]] double tickAt(double x) const { return origin + x / pixelsPerTick; }
    bool operator==(const TimeAxis&) const = default;
};

} // namespace pieria::ui
