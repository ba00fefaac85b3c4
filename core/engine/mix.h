// How the stems of a take are mixed. Values, so that undo and files are simple.
#pragma once

#include "core/score/slot.h"

#include <array>
#include <optional>

namespace pieria {

struct Strip
{
    double gain = 0; ///< dB, -60 to +12
    double pan = 0; ///< -1 left to 1 right
    double reverb = 0.2; ///< send, 0 to 1
    double low = 0; ///< shelf at 120 Hz, dB, -12 to 12
    double mid = 0; ///< bell at 1 kHz, dB
    double high = 0; ///< shelf at 6 kHz, dB
    bool mute = false;
    bool solo = false;
    bool operator==(const Strip&) const = default;
};

struct Mix
{
    std::array<Strip, kSlotCount> strips {};
    std::optional<double> loudness = -14.0; ///< target LUFS; none: leave the level
    double ceiling = -1.0; ///< dBTP, never exceeded
    bool operator==(const Mix&) const = default;
};

} // namespace pieria
