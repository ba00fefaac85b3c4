#include "core/score/music_types.h"

#include <array>
#include <charconv>

namespace pieria {

namespace {

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

bool isValidMetre(Metre metre)
{
    const int d = metre.denominator;
    const bool powerOfTwo = d >= 1 && d <= 64 && (d & (d - 1)) == 0;
    return powerOfTwo && metre.numerator >= 1 && metre.numerator <= 255;
}

std::string metreName(Metre metre)
{
    return std::to_string(metre.numerator) + "/" + std::to_string(metre.denominator);
}

std::optional<Metre> metreFromName(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto numerator = wholeNumber(text.substr(0, slash));
    const auto denominator = wholeNumber(text.substr(slash + 1));
    if (!numerator || !denominator || !isValidMetre({ *numerator, *denominator })) {
        return std::nullopt;
    }
    return Metre { *numerator, *denominator };
}

bool canComposeIn(Metre metre)
{
    constexpr std::array<Metre, 5> kMetres { Metre { 4, 4 }, Metre { 3, 4 }, Metre { 6, 8 },
        Metre { 2, 4 }, Metre { 5, 4 } };
    for (const Metre known : kMetres) {
        if (known == metre) {
            return true;
        }
    }
    return false;
}

} // namespace pieria
