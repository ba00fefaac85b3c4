#include "audio/synth/strip_processor.h"

#include "core/engine/score_renderer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pieria::audio {

namespace {

/// Constant power, 0 dB at the centre.
std::array<float, 2> panGains(const Strip& strip)
{
    const double gain = std::pow(10.0, std::clamp(strip.gain, -60.0, 12.0) / 20);
    const double angle = (std::clamp(strip.pan, -1.0, 1.0) + 1) * std::numbers::pi / 4;
    return { static_cast<float>(gain * std::numbers::sqrt2 * std::cos(angle)),
        static_cast<float>(gain * std::numbers::sqrt2 * std::sin(angle)) };
}

double bounded(double decibels)
{
    return std::clamp(decibels, -12.0, 12.0);
}

} // namespace

StripProcessor::StripProcessor(const Strip& strip)
    : m_gain(panGains(strip))
    , m_send(static_cast<float>(std::clamp(strip.reverb, 0.0, 1.0)))
{
    if (strip.low != 0) {
        m_equaliser.emplace_back(lowShelf(120, bounded(strip.low), kSampleRate));
    }
    if (strip.mid != 0) {
        m_equaliser.emplace_back(bell(1000, 0.7, bounded(strip.mid), kSampleRate));
    }
    if (strip.high != 0) {
        m_equaliser.emplace_back(highShelf(6000, bounded(strip.high), kSampleRate));
    }
}

void StripProcessor::process(std::span<float> interleaved)
{
    for (StereoBiquad& band : m_equaliser) {
        band.process(interleaved);
    }
    for (std::size_t i = 0; i + 1 < interleaved.size(); i += 2) {
        interleaved[i] *= m_gain[0];
        interleaved[i + 1] *= m_gain[1];
    }
    if (m_send > 0) {
        m_dry.assign(interleaved.begin(), interleaved.end());
        m_reverb.process(m_dry, m_send, interleaved);
    }
}

bool isHeard(const Mix& mix, Slot slot, std::span<const Slot> playing)
{
    const auto soloed = [&](Slot s) { return mix.strips[slotIndex(s)].solo; };
    const Strip& strip = mix.strips[slotIndex(slot)];
    return !strip.mute && (strip.solo || std::none_of(playing.begin(), playing.end(), soloed));
}

} // namespace pieria::audio
