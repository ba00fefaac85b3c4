#include "audio/synth/velocity_curve.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::audio {

namespace {

/// One per family of eight programs: piano, chromatic percussion, organ, guitar, bass, strings,
/// ensemble, brass, reed, pipe, synth lead, synth pad, synth effects, ethnic, percussive, sound
/// effects. 1 keeps the SoundFont's law.
constexpr std::array kExponent { 0.85, 0.85, 0.45, 0.8, 0.65, 0.65, 0.6, 0.75, 0.75, 0.65, 0.55,
    0.5, 0.6, 0.8, 0.9, 0.7 };
/// Where the curves cross the identity, so that an ordinary note stays as it is.
constexpr double kPivot = 96;

} // namespace

std::uint8_t shapedVelocity(int program, bool drums, std::uint8_t velocity)
{
    const auto family = static_cast<std::size_t>(std::clamp(program, 0, 127) / 8);
    const double exponent = drums ? 0.95 : kExponent[family];
    const double shaped = kPivot * std::pow(velocity / kPivot, exponent);
    return static_cast<std::uint8_t>(std::clamp(std::lround(shaped), 1L, 127L));
}

} // namespace pieria::audio
