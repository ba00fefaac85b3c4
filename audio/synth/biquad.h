// Second-order filters: shelves and bell (R. Bristow-Johnson, "Cookbook formulae for audio EQ
// biquad filter coefficients") and the K-weighting of ITU-R BS.1770-4, annex 1.
#pragma once

#include <array>
#include <span>

namespace pieria::audio {

struct BiquadCoefficients
{
    double b0 = 1, b1 = 0, b2 = 0, a1 = 0, a2 = 0; ///< a0 = 1
};

/// Shelf slope 1.
[[nodiscard]] BiquadCoefficients lowShelf(double hertz, double decibels, double sampleRate);
[[nodiscard]] BiquadCoefficients highShelf(double hertz, double decibels, double sampleRate);
[[nodiscard]] BiquadCoefficients bell(double hertz, double q, double decibels, double sampleRate);
[[nodiscard]] BiquadCoefficients highPass(double hertz, double q, double sampleRate);
/// The two stages of K-weighting at 48 kHz.
[[nodiscard]] std::array<BiquadCoefficients, 2> kWeighting();

/// Both channels of one filter; transposed direct form 2, in double.
class StereoBiquad
{
public:
    StereoBiquad() = default;
    explicit StereoBiquad(BiquadCoefficients coefficients)
        : m_c(coefficients)
    {
    }
    /// In place, interleaved.
    void process(std::span<float> interleaved);
    /// One frame, for chains.
    [[nodiscard]] std::array<double, 2> step(std::array<double, 2> x)
    {
        std::array<double, 2> y {};
        for (std::size_t c = 0; c < 2; ++c) {
            y[c] = m_c.b0 * x[c] + m_z1[c];
            m_z1[c] = m_c.b1 * x[c] - m_c.a1 * y[c] + m_z2[c];
            m_z2[c] = m_c.b2 * x[c] - m_c.a2 * y[c];
        }
        return y;
    }

private:
    BiquadCoefficients m_c;
    std::array<double, 2> m_z1 {};
    std::array<double, 2> m_z2 {};
};

} // namespace pieria::audio
