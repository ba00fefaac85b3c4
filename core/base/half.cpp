#include "core/base/half.h"

#include <bit>

namespace pieria {

namespace {

constexpr std::uint32_t kSign = 0x80000000U;
constexpr std::uint32_t kInfinity = 0x7F800000U;

/// value / 2^shift, rounded to nearest, ties to even; shift in [1, 31].
std::uint32_t shiftRounding(std::uint32_t value, unsigned shift)
{
    const std::uint32_t half = 1U << (shift - 1);
    const std::uint32_t odd = (value >> shift) & 1U;
    return (value + half - 1 + odd) >> shift;
}

} // namespace

float floatFromHalf(std::uint16_t bits)
{
    const std::uint32_t sign = (std::uint32_t { bits } & 0x8000U) << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1FU;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0x1FU) {
        const std::uint32_t quiet = mantissa == 0 ? 0 : 0x00400000U;
        return std::bit_cast<float>(sign | kInfinity | quiet | (mantissa << 13));
    }
    if (exponent == 0) {
        const float magnitude = static_cast<float>(mantissa) * 0x1p-24F;
        return sign == 0 ? magnitude : -magnitude;
    }
    return std::bit_cast<float>(sign | ((exponent + 112U) << 23) | (mantissa << 13));
}

std::uint16_t halfFromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits & kSign) >> 16;
    const std::uint32_t magnitude = bits & ~kSign;
    if (magnitude > kInfinity) {
        return static_cast<std::uint16_t>(sign | 0x7E00U | ((magnitude >> 13) & 0x1FFU));
    }
    if (magnitude >= 0x477FF000U) { // 65,520 and up round to infinity
        return static_cast<std::uint16_t>(sign | 0x7C00U);
    }
    if (magnitude >= 0x38800000U) { // normal: a carry out of the mantissa raises the exponent
        return static_cast<std::uint16_t>(sign | (shiftRounding(magnitude, 13) - (112U << 10)));
    }
    const std::uint32_t exponent = magnitude >> 23;
    if (exponent < 102U) { // below half of the smallest subnormal
        return static_cast<std::uint16_t>(sign);
    }
    const std::uint32_t mantissa = (magnitude & 0x7FFFFFU) | 0x800000U;
    return static_cast<std::uint16_t>(sign | shiftRounding(mantissa, 126U - exponent));
}

float floatFromBfloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(std::uint32_t { bits } << 16);
}

std::uint16_t bfloat16FromFloat(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & ~kSign) > kInfinity) {
        return static_cast<std::uint16_t>((bits >> 16) | 0x40U);
    }
    return static_cast<std::uint16_t>((bits & kSign) >> 16 | shiftRounding(bits & ~kSign, 16));
}

} // namespace pieria
