// Thin types for quantities, so that a position in beats is never taken for seconds.
#pragma once

#include <compare>
#include <cstdint>

namespace pieria {

template <class Tag, class Rep> class Quantity
{
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(Rep value)
        : m_value(value)
    {
    }
    [[nodiscard]] constexpr Rep value() const { return m_value; }
    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator+(Quantity other) const { return Quantity(m_value + other.m_value); }
    constexpr Quantity operator-(Quantity other) const { return Quantity(m_value - other.m_value); }

private:
    Rep m_value {};
};

using Seconds = Quantity<struct SecondsTag, double>;
using Beats = Quantity<struct BeatsTag, double>; ///< quarter notes, whatever the metre
using Frames = Quantity<struct FramesTag, std::int64_t>; ///< audio frames (one sample per channel)
using Decibels = Quantity<struct DecibelsTag, double>;

} // namespace pieria
