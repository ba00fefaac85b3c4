// A stereo room: pre-delay, input diffusion by all-passes, then a feedback delay network of eight
// damped lines with a Householder matrix (J.-M. Jot and A. Chaigne, "Digital delay networks for
// designing artificial reverberators", AES 90, 1991). Linear and time-invariant: the returns of
// stems sum to the return of the mix, and a loop's return repeats.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace pieria::audio {

class Reverb
{
public:
    /// Time for the middle frequencies to decay by 60 dB.
    static constexpr double kDecaySeconds = 1.6;

    Reverb();
    /// Adds `send` times the wet signal of the input to the output; both interleaved, same size.
    void process(std::span<const float> input, float send, std::span<float> output);
    /// Nothing is left in the lines: a silent input gives a silent output.
    [[nodiscard]] bool isSilent() const { return m_quietFrames >= m_quietAfter; }

private:
    struct Line
    {
        std::vector<float> samples;
        std::size_t at = 0;
        float step(float in)
        {
            const float out = samples[at];
            samples[at] = in;
            at = at + 1 == samples.size() ? 0 : at + 1;
            return out;
        }
        [[nodiscard]] float peek() const { return samples[at]; }
    };
    struct AllPass
    {
        Line line;
        float step(float in);
    };
    static constexpr std::size_t kLines = 8;

    std::array<float, 2> wet(float left, float right);

    std::array<Line, 2> m_preDelay;
    std::array<std::array<AllPass, 3>, 2> m_diffusion;
    std::array<Line, kLines> m_lines;
    std::array<float, kLines> m_gain {};
    std::array<float, kLines> m_damped {};
    std::array<float, 2> m_lowCut {};
    std::size_t m_quietFrames = 0;
    std::size_t m_quietAfter = 0;
};

} // namespace pieria::audio
