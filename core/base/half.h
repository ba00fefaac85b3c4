// Sixteen-bit floats as files hold them: IEEE 754 binary16 and bfloat16, to and from float.
// Rounding is to nearest, ties to even; infinities, subnormals and NaN (kept quiet) survive.
#pragma once

#include <cstdint>

namespace pieria {

[[nodiscard]] float floatFromHalf(std::uint16_t bits);
/// Beyond 65,504 after rounding: infinity.
[[nodiscard]] std::uint16_t halfFromFloat(float value);

[[nodiscard]] float floatFromBfloat16(std::uint16_t bits);
[[nodiscard]] std::uint16_t bfloat16FromFloat(float value);

} // namespace pieria
