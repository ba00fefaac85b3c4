#include "core/prompt/grammar/draft.h"

#include <array>
#include <utility>

namespace pieria::prompt {

namespace {

using Named = std::pair<std::string_view, double>;

constexpr std::array<Named, 22> kSmall { { { "zero", 0 }, { "one", 1 }, { "two", 2 },
    { "three", 3 }, { "four", 4 }, { "five", 5 }, { "six", 6 }, { "seven", 7 }, { "eight", 8 },
    { "nine", 9 }, { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 }, { "thirteen", 13 },
    { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 },
    { "eighteen", 18 }, { "nineteen", 19 }, { "dozen", 12 }, { "couple", 2 } } };
constexpr std::array<Named, 9> kTens { { { "twenty", 20 }, { "thirty", 30 }, { "forty", 40 },
    { "fourty", 40 }, { "fifty", 50 }, { "sixty", 60 }, { "seventy", 70 }, { "eighty", 80 },
    { "ninety", 90 } } };

template <std::size_t N>
std::optional<double> named(const Draft& draft, std::size_t i, const std::array<Named, N>& table)
{
    for (const auto& [name, value] : table) {
        if (draft.is(i, name)) {
            return value;
        }
    }
    return std::nullopt;
}

/// 0 to 99 in words.
std::optional<Spelled> belowHundred(const Draft& draft, std::size_t i)
{
    if (const auto tens = named(draft, i, kTens)) {
        const auto ones = named(draft, i + 1, kSmall);
        const bool joined = ones && *ones >= 1 && *ones <= 9 && !draft.reads(i + 1, "couple");
        return joined ? Spelled { *tens + *ones, i + 2 } : Spelled { *tens, i + 1 };
    }
    if (const auto small = named(draft, i, kSmall)) {
        return Spelled { *small, i + 1 };
    }
    return std::nullopt;
}

/// What follows "hundred": "and twenty", "twenty", or nothing.
Spelled afterHundred(const Draft& draft, double hundreds, std::size_t i)
{
    const std::size_t rest = draft.is(i, "and") ? i + 1 : i;
    const auto more = belowHundred(draft, rest);
    return more ? Spelled { hundreds + more->value, more->end } : Spelled { hundreds, i };
}

} // namespace

std::optional<Spelled> spelledNumber(const Draft& draft, std::size_t i)
{
    if (draft.isNumber(i)) {
        return Spelled { draft.tokens[i].number, i + 1, true };
    }
    const bool article = draft.is(i, "a");
    if (article && draft.is(i + 1, "hundred")) {
        return afterHundred(draft, 100, i + 2);
    }
    if (article && draft.isAny(i + 1, { "dozen", "couple" })) {
        const std::size_t end = draft.is(i + 2, "of") ? i + 3 : i + 2;
        return Spelled { draft.is(i + 1, "dozen") ? 12.0 : 2.0, end };
    }
    const auto first = belowHundred(draft, i);
    if (!first) {
        return std::nullopt;
    }
    if (draft.is(first->end, "hundred") && first->value >= 1 && first->value <= 20) {
        return afterHundred(draft, first->value * 100, first->end + 1);
    }
    // "one-twenty", "one forty-five"
    if (first->value == 1 || first->value == 2) {
        const auto rest = belowHundred(draft, first->end);
        if (rest && rest->value >= 20) {
            return Spelled { first->value * 100 + rest->value, rest->end };
        }
    }
    return first;
}

} // namespace pieria::prompt
