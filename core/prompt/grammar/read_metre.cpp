#include "core/prompt/grammar/metre_choice.h"
#include "core/prompt/grammar/readers.h"

#include <cmath>

namespace pieria::prompt {

namespace {

bool isPowerOfTwo(int value)
{
    return value > 0 && (value & (value - 1)) == 0;
}

std::optional<Metre> plausible(double numerator, double denominator)
{
    if (numerator < 1 || numerator > 32 || denominator < 2 || denominator > 32
        || std::floor(numerator) != numerator || std::floor(denominator) != denominator) {
        return std::nullopt;
    }
    const Metre metre { static_cast<int>(numerator), static_cast<int>(denominator) };
    return isPowerOfTwo(metre.denominator) ? std::optional(metre) : std::nullopt;
}

std::size_t skipMetreWords(const Draft& draft, std::size_t i)
{
    while (draft.isAny(i, { "time", "metre", "meter", "signature", "takt", "measure", "rhythm" })) {
        ++i;
    }
    return i;
}

/// "6/8", "4:4 time"; "1/2" and "1/16 notes" are fractions.
bool readFraction(Draft& draft, std::size_t i)
{
    if (!draft.isNumber(i) || !draft.isNumber(i + 2)) {
        return false;
    }
    const bool slash = draft.is(i + 1, "/");
    const std::size_t end = skipMetreWords(draft, i + 3);
    const bool colon = draft.is(i + 1, ":") && end > i + 3;
    const auto metre = plausible(draft.tokens[i].number, draft.tokens[i + 2].number);
    if ((!slash && !colon) || !metre || (metre->numerator == 1 && end == i + 3)
        || draft.readsAny(i + 3, { "note", "notes", "minutes", "minute", "/" })) {
        return false;
    }
    const bool in = i > 0 && draft.isAny(i - 1, { "in" });
    chooseMetre(draft, *metre, in ? i - 1 : i, end);
    return true;
}

/// "seven-eight time", "seven four": a spelled metre the lexicon has no phrase for.
bool readSpelled(Draft& draft, std::size_t i)
{
    const auto numerator = spelledNumber(draft, i);
    if (!numerator || numerator->digits || numerator->end != i + 1) {
        return false;
    }
    const double denominator = draft.is(i + 1, "four")        ? 4
        : draft.isAny(i + 1, { "eight", "eighth", "eights" }) ? 8
        : draft.is(i + 1, "sixteen")                          ? 16
        : draft.is(i + 1, "two")                              ? 2
                                                              : 0;
    const std::size_t end = skipMetreWords(draft, i + 2);
    const bool said = end > i + 2 || (i > 0 && draft.reads(i - 1, "in") && draft.isBreak(i + 2))
        || draft.isAny(i + 2, { "groove", "feel", "beat" });
    const auto metre = plausible(numerator->value, denominator);
    if (denominator == 0 || !metre || !said) {
        return false;
    }
    chooseMetre(draft, *metre, i, end);
    return true;
}

/// "in five", "in 3 time": not "in four bars", "in two parts", "in 5 minutes".
bool readIn(Draft& draft, std::size_t i)
{
    if (!draft.is(i, "in")) {
        return false;
    }
    const auto number = spelledNumber(draft, i + 1);
    if (!number || number->end != i + 2) {
        return false;
    }
    const std::size_t end = skipMetreWords(draft, i + 2);
    const bool closed = end > i + 2 || draft.isBreak(i + 2)
        || draft.readsAny(
            i + 2, { "with", "at", "and", "for", "using", "featuring", "on", "played" });
    if (!closed) {
        return false;
    }
    const int count = static_cast<int>(number->value);
    if (count < 2 || count > 12 || number->value != count) {
        return false;
    }
    const bool eighths = count == 6 || count == 9 || count == 12 || count == 7 || count == 11;
    chooseMetre(draft, Metre { count, eighths ? 8 : 4 }, i, end);
    return true;
}

} // namespace

Metre nearestMetre(Metre metre)
{
    if (canComposeIn(metre)) {
        return metre;
    }
    switch (metre.numerator) {
    case 3:
        return metre.denominator == 8 ? Metre { 6, 8 } : Metre { 3, 4 };
    case 9:
        return { 3, 4 };
    case 2:
        return { 2, 4 };
    case 6:
    case 12:
        return { 6, 8 };
    case 5:
    case 7:
    case 10:
    case 11:
    case 13:
        return { 5, 4 };
    case 4:
        return metre.denominator == 8 ? Metre { 2, 4 } : Metre { 4, 4 };
    default:
        return { 4, 4 };
    }
}

void chooseMetre(Draft& draft, Metre asked, std::size_t first, std::size_t last)
{
    MusicControls& controls = draft.reading.controls;
    if (controls.metre) {
        draft.take(first, last);
        return;
    }
    controls.metre = nearestMetre(asked);
    if (*controls.metre == asked) {
        draft.chip(ChipKind::Metre, metreName(asked), first, last);
        return;
    }
    draft.chip(ChipKind::CannotDo, metreName(asked), first, last);
    draft.note("The studio does not compose in " + metreName(asked) + ": "
        + metreName(*controls.metre) + " is used instead.");
}

void readMetre(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (!draft.taken[i]) {
            static_cast<void>(readFraction(draft, i) || readSpelled(draft, i) || readIn(draft, i));
        }
    }
}

} // namespace pieria::prompt
