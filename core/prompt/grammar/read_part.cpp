#include "core/prompt/grammar/readers.h"

#include <array>
#include <cmath>

namespace pieria::prompt {

namespace {

constexpr std::array<std::string_view, 8> kOrdinals { "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth" };
constexpr double kMostParts = 64;

/// "2", "2nd", "second", "part two": the index and the token behind it.
std::optional<Spelled> partIndex(const Draft& draft, std::size_t i)
{
    for (std::size_t n = 0; n < kOrdinals.size(); ++n) {
        if (draft.is(i, kOrdinals[n])) {
            return Spelled { static_cast<double>(n + 1), i + 1 };
        }
    }
    auto number = spelledNumber(draft, i);
    if (number && draft.isAny(number->end, { "st", "nd", "rd", "th" })) {
        ++number->end;
    }
    return number;
}

bool readAt(Draft& draft, std::size_t i)
{
    const bool named = draft.isAny(i, { "part", "section", "chunk", "segment", "piece", "number" });
    const auto index = partIndex(draft, named ? i + 1 : i);
    if (!index) {
        return false;
    }
    std::size_t at = index->end;
    if (draft.isAny(at, { "part", "section", "segment", "chunk" })) {
        ++at;
    }
    const bool joined = draft.is(at, "of") || (named && draft.is(at, "/"));
    if (!joined) {
        return false;
    }
    at += draft.is(at + 1, "the") ? 2 : 1;
    const auto count = spelledNumber(draft, at);
    const bool whole = count && std::floor(index->value) == index->value
        && std::floor(count->value) == count->value;
    if (!whole || index->value < 1 || count->value < 2 || index->value > count->value
        || count->value > kMostParts || draft.reading.controls.part) {
        return false;
    }
    std::size_t end = count->end;
    if (draft.isAny(end, { "parts", "sections", "segments", "chunks" })) {
        ++end;
    }
    const PartOf part { static_cast<int>(index->value), static_cast<int>(count->value) };
    draft.reading.controls.part = part;
    draft.chip(ChipKind::Structure,
        "part " + std::to_string(part.index) + " of " + std::to_string(part.count), i, end);
    return true;
}

} // namespace

void readPart(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (!draft.taken[i]) {
            static_cast<void>(readAt(draft, i));
        }
    }
}

} // namespace pieria::prompt
