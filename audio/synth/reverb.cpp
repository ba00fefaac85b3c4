#include "audio/synth/reverb.h"

#include "core/engine/score_renderer.h"

#include <cmath>

namespace pieria::audio {

namespace {

/// Primes from 23 to 67 ms, spread evenly in the logarithm: no common echo.
constexpr std::array<std::size_t, 8> kLengths { 1103, 1289, 1493, 1741, 2029, 2357, 2749, 3203 };
/// The right channel's diffusers are a little longer, so that a mono input becomes wide.
constexpr std::array<std::array<std::size_t, 3>, 2> kDiffusers { { { 229, 347, 541 },
    { 241, 367, 563 } } };
constexpr std::size_t kPreDelay = 720; ///< 15 ms
constexpr float kDiffusion = 0.62f;
constexpr float kDamping = 0.32f; ///< one pole in each line
constexpr float kLowCut = 0.018f; ///< one pole, about 140 Hz: no mud
constexpr float kReturn = 0.4f;
constexpr float kSilence = 1e-9f;

} // namespace

float Reverb::AllPass::step(float in)
{
    const float delayed = line.peek();
    const float v = in - kDiffusion * delayed;
    line.step(v);
    return delayed + kDiffusion * v;
}

Reverb::Reverb()
{
    for (std::size_t c = 0; c < 2; ++c) {
        m_preDelay[c].samples.resize(kPreDelay);
        for (std::size_t i = 0; i < 3; ++i) {
            m_diffusion[c][i].line.samples.resize(kDiffusers[c][i]);
        }
    }
    for (std::size_t i = 0; i < kLines; ++i) {
        m_lines[i].samples.resize(kLengths[i]);
        const double loops = kDecaySeconds * kSampleRate / static_cast<double>(kLengths[i]);
        m_gain[i] = static_cast<float>(std::pow(10.0, -3.0 / loops));
        m_quietAfter += kLengths[i];
    }
    m_quietAfter += kPreDelay + 2048;
}

std::array<float, 2> Reverb::wet(float left, float right)
{
    std::array<float, 2> x { m_preDelay[0].step(left), m_preDelay[1].step(right) };
    for (std::size_t c = 0; c < 2; ++c) {
        m_lowCut[c] += kLowCut * (x[c] - m_lowCut[c]);
        x[c] -= m_lowCut[c];
        for (AllPass& diffuser : m_diffusion[c]) {
            x[c] = diffuser.step(x[c]);
        }
    }
    std::array<float, kLines> out {};
    float sum = 0;
    for (std::size_t i = 0; i < kLines; ++i) {
        m_damped[i] += (1.0f - kDamping) * (m_lines[i].peek() - m_damped[i]);
        out[i] = m_damped[i];
        sum += m_gain[i] * out[i];
    }
    // Householder reflection: each line gets itself minus a quarter of the sum of all.
    for (std::size_t i = 0; i < kLines; ++i) {
        m_lines[i].step(x[i % 2] + m_gain[i] * out[i] - 0.25f * sum);
    }
    return { out[0] - out[2] + out[4] - out[6] + 0.3f * (out[1] - out[5]),
        out[1] - out[3] + out[5] - out[7] + 0.3f * (out[2] - out[6]) };
}

void Reverb::process(std::span<const float> input, float send, std::span<float> output)
{
    for (std::size_t i = 0; i + 1 < input.size(); i += 2) {
        const float left = input[i];
        const float right = input[i + 1];
        const bool silentIn = left == 0.0f && right == 0.0f;
        if (silentIn && isSilent()) {
            continue;
        }
        const auto [wetLeft, wetRight] = wet(left, right);
        const bool quiet
            = silentIn && std::fabs(wetLeft) < kSilence && std::fabs(wetRight) < kSilence;
        m_quietFrames = quiet ? m_quietFrames + 1 : 0;
        output[i] += kReturn * send * wetLeft;
        output[i + 1] += kReturn * send * wetRight;
    }
}

} // namespace pieria::audio
