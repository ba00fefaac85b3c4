#include "core/score/midi_tempo.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

constexpr double kMicrosecondsPerMinute = 60e6;
constexpr int kFewest = 60'000; ///< 1000 bpm
constexpr int kMost = 6'000'000; ///< 10 bpm

} // namespace

int microsecondsPerBeat(double bpm)
{
    const double safe = std::isfinite(bpm) ? std::clamp(bpm, 10.0, 1000.0) : 120.0;
    return static_cast<int>(std::lround(kMicrosecondsPerMinute / safe));
}

double bpmFromMicroseconds(int microseconds)
{
    const int safe = std::clamp(microseconds, kFewest, kMost);
    const double exact = kMicrosecondsPerMinute / safe;
    for (double scale = 1; scale <= 1e6; scale *= 10) {
        const double rounded = std::round(exact * scale) / scale;
        if (rounded >= 10 && rounded <= 1000 && microsecondsPerBeat(rounded) == safe) {
            return rounded;
        }
    }
    return exact;
}

double midiTempo(double bpm)
{
    return bpmFromMicroseconds(microsecondsPerBeat(bpm));
}

} // namespace pieria
