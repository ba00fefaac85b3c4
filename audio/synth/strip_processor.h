// One mixer strip: EQ, gain, pan and the reverb's return. Linear and time-invariant, so that the
// strips' outputs sum to the mix and a loop repeats.
#pragma once

#include "audio/synth/biquad.h"
#include "audio/synth/reverb.h"
#include "core/engine/mix.h"

#include <span>
#include <vector>

namespace pieria::audio {

class StripProcessor
{
public:
    explicit StripProcessor(const Strip& strip);
    /// Interleaved stereo at 48 kHz, in place.
    void process(std::span<float> interleaved);

private:
    std::vector<StereoBiquad> m_equaliser; ///< the bands that are not flat
    std::array<float, 2> m_gain {};
    float m_send = 0;
    Reverb m_reverb;
    std::vector<float> m_dry;
};

/// Whether a slot is heard: not muted, and soloed where any of `playing` is.
[[nodiscard]] bool isHeard(const Mix& mix, Slot slot, std::span<const Slot> playing);

} // namespace pieria::audio
