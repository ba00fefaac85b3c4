#include "audio/synth/biquad.h"

#include <cmath>
#include <numbers>

namespace pieria::audio {

namespace {

struct Design
{
    double a; ///< square root of the gain
    double cosine;
    double alpha;
};

Design shelfDesign(double hertz, double decibels, double sampleRate)
{
    const double w = 2 * std::numbers::pi * hertz / sampleRate;
    return { std::pow(10.0, decibels / 40), std::cos(w), std::sin(w) / 2 * std::numbers::sqrt2 };
}

BiquadCoefficients normalised(double b0, double b1, double b2, double a0, double a1, double a2)
{
    return { b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0 };
}

} // namespace

BiquadCoefficients lowShelf(double hertz, double decibels, double sampleRate)
{
    const auto [a, c, alpha] = shelfDesign(hertz, decibels, sampleRate);
    const double k = 2 * std::sqrt(a) * alpha;
    return normalised(a * ((a + 1) - (a - 1) * c + k), 2 * a * ((a - 1) - (a + 1) * c),
        a * ((a + 1) - (a - 1) * c - k), (a + 1) + (a - 1) * c + k, -2 * ((a - 1) + (a + 1) * c),
        (a + 1) + (a - 1) * c - k);
}

BiquadCoefficients highShelf(double hertz, double decibels, double sampleRate)
{
    const auto [a, c, alpha] = shelfDesign(hertz, decibels, sampleRate);
    const double k = 2 * std::sqrt(a) * alpha;
    return normalised(a * ((a + 1) + (a - 1) * c + k), -2 * a * ((a - 1) + (a + 1) * c),
        a * ((a + 1) + (a - 1) * c - k), (a + 1) - (a - 1) * c + k, 2 * ((a - 1) - (a + 1) * c),
        (a + 1) - (a - 1) * c - k);
}

BiquadCoefficients bell(double hertz, double q, double decibels, double sampleRate)
{
    const double w = 2 * std::numbers::pi * hertz / sampleRate;
    const double a = std::pow(10.0, decibels / 40);
    const double alpha = std::sin(w) / (2 * q);
    return normalised(1 + alpha * a, -2 * std::cos(w), 1 - alpha * a, 1 + alpha / a,
        -2 * std::cos(w), 1 - alpha / a);
}

BiquadCoefficients highPass(double hertz, double q, double sampleRate)
{
    const double w = 2 * std::numbers::pi * hertz / sampleRate;
    const double c = std::cos(w);
    const double alpha = std::sin(w) / (2 * q);
    return normalised((1 + c) / 2, -(1 + c), (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha);
}

std::array<BiquadCoefficients, 2> kWeighting()
{
    return { BiquadCoefficients { 1.53512485958697, -2.69169618940638, 1.19839281085285,
                 -1.69065929318241, 0.73248077421585 },
        BiquadCoefficients { 1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621 } };
}

void StereoBiquad::process(std::span<float> interleaved)
{
    for (std::size_t i = 0; i + 1 < interleaved.size(); i += 2) {
        const auto y = step({ interleaved[i], interleaved[i + 1] });
        interleaved[i] = static_cast<float>(y[0]);
        interleaved[i + 1] = static_cast<float>(y[1]);
    }
}

} // namespace pieria::audio
