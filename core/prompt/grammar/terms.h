// The things of the lexicon found in a prompt, and how the words around change what they mean.
#pragma once

#include "core/prompt/grammar/draft.h"
#include "core/prompt/lexicon/lexicon.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pieria::prompt {

struct Term
{
    const Entry* entry = nullptr;
    std::size_t first = 0; ///< tokens [first, last)
    std::size_t last = 0;
    bool negated = false;
    bool dropped = false; ///< became part of another term
    std::optional<Slot> role;
    [[nodiscard]] bool is(SenseKind kind) const { return !dropped && entry->has(kind); }
    [[nodiscard]] bool plays() const
    {
        return is(SenseKind::Instrument) || is(SenseKind::Ensemble);
    }
};

/// Longest matches from left to right over the tokens nobody took.
[[nodiscard]] std::vector<Term> findTerms(const Draft& draft);
/// "no", "without", "-less", lists behind them, "but not", "instead of".
void markNegations(const Draft& draft, std::vector<Term>& terms);
/// "flute lead", "over a string pad", "bass line on tuba".
void markRoles(const Draft& draft, std::vector<Term>& terms);
/// "solo piano", "only strings", "flute and piano duet": nothing else plays.
[[nodiscard]] bool findOnly(const Draft& draft, std::vector<Term>& terms);
/// "calm then loud": the course of the energy from levels in order.
[[nodiscard]] std::optional<EnergyCurve> curveOfLevels(
    const Draft& draft, const std::vector<Term>& terms);

/// True when only words without weight ("the", "a", "very") stand in [first, last).
[[nodiscard]] bool onlyFillers(const Draft& draft, std::size_t first, std::size_t last);

void addOnce(std::vector<std::string>& list, std::string_view word);

} // namespace pieria::prompt
