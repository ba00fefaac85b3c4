#include "audio/analysis/loudness.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

namespace pieria::audio {

struct LoudnessMeter::State
{
    ebur128_state* meter = ebur128_init(2, 48000, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    State() = default;
    ~State() { ebur128_destroy(&meter); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

LoudnessMeter::LoudnessMeter()
    : m_state(std::make_unique<State>())
{
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::add(std::span<const float> interleaved)
{
    ebur128_add_frames_float(m_state->meter, interleaved.data(), interleaved.size() / 2);
}

Loudness LoudnessMeter::result() const
{
    Loudness result;
    double value = 0;
    if (ebur128_loudness_global(m_state->meter, &value) == EBUR128_SUCCESS
        && std::isfinite(value)) {
        result.integrated = std::max(value, result.integrated);
    }
    double peak = 0;
    for (unsigned channel = 0; channel < 2; ++channel) {
        value = 0;
        ebur128_true_peak(m_state->meter, channel, &value);
        peak = std::max(peak, value);
    }
    if (peak > 0) {
        result.truePeak = std::max(20 * std::log10(peak), result.truePeak);
    }
    return result;
}

Loudness measureLoudness(std::span<const float> interleaved)
{
    LoudnessMeter meter;
    meter.add(interleaved);
    return meter.result();
}

} // namespace pieria::audio
