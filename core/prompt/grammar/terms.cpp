#include "core/prompt/grammar/terms.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

bool negationNear(const Draft& draft, std::size_t i)
{
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
        if (draft.readsAny(i - back,
                { "no", "without", "not", "avoid", "minus", "sans", "ohne", "senza", "zero",
                    "exclude", "excluding", "remove", "dont", "any", "or", "nor" })) {
            return true;
        }
    }
    return false;
}

/// "in minor keys", "all keys", "black keys" are no keyboards.
bool isOtherThing(const Draft& draft, const Term& term)
{
    const std::size_t i = term.first;
    if (term.last - i != 1 || i == 0) {
        return false;
    }
    if (draft.readsAny(i, { "keys" })) {
        return draft.readsAny(
            i - 1, { "major", "minor", "different", "all", "other", "sharp", "flat" });
    }
    if (draft.reads(i, "march")) {
        return draft.readsAny(i - 1, { "in", "last", "early", "late" }) && draft.isBreak(i + 1);
    }
    return false;
}

std::optional<Term> termAt(const Draft& draft, std::size_t i)
{
    const std::size_t most = std::min(lexicon().longestPhrase(), draft.size() - i);
    for (std::size_t n = most; n >= 1; --n) {
        const auto begin = draft.taken.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(begin, begin + static_cast<std::ptrdiff_t>(n), true)
            != begin + static_cast<std::ptrdiff_t>(n)) {
            continue;
        }
        const Entry* entry = lexicon().find(std::span(draft.tokens).subspan(i, n));
        if (entry == nullptr) {
            continue;
        }
        const Term term { entry, i, i + n, false, false, std::nullopt };
        if (!isOtherThing(draft, term)) {
            return term;
        }
    }
    return std::nullopt;
}

/// "drumless", "beatless", "vocal-free": the thing that is absent.
std::optional<Term> lessTerm(const Draft& draft, std::size_t i)
{
    const std::string& text = draft.tokens[i].text;
    if (!text.ends_with("less") || text.size() < 8) {
        return std::nullopt;
    }
    const std::string stem = text.substr(0, text.size() - 4);
    const Entry* entry = lexicon().find(stem == "beat" ? "drums" : stem);
    if (entry == nullptr
        || !(entry->has(SenseKind::Instrument) || entry->has(SenseKind::Impossible))) {
        return std::nullopt;
    }
    return Term { entry, i, i + 1, true, false, std::nullopt };
}

/// Plain words ("played", "tune") are known but steer nothing.
bool says(const Entry& entry)
{
    return std::any_of(entry.senses.begin(), entry.senses.end(), [](const Sense& sense) {
        return sense.kind != SenseKind::Plain && sense.kind != SenseKind::Artist;
    });
}

bool onlyNames(const Entry& entry)
{
    return std::all_of(entry.senses.begin(), entry.senses.end(), [](const Sense& sense) {
        return sense.kind == SenseKind::Plain || sense.kind == SenseKind::Instrument;
    });
}

} // namespace

void addOnce(std::vector<std::string>& list, std::string_view word)
{
    if (std::find(list.begin(), list.end(), word) == list.end()) {
        list.emplace_back(word);
    }
}

bool onlyFillers(const Draft& draft, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (!draft.readsAny(i,
                { "the", "a", "an", "any", "some", "very", "quite", "really", "too", "so", "overly",
                    "of", "kind", "use", "using", "more", "that", "single", "other", "at", "all",
                    "much", "many", "few", "lead", "solo", "big", "huge", "real", "type", "sort",
                    "need", "for", "include", "including", "playing", "be", "should", "have",
                    "there", "just", "even", "my", "your", "audible", "extra", "additional",
                    "further", "simple", "single", "sound", "sounds", "want", "like", "add", "put",
                    "it", "is", "please", "this", "time", "bit", "particularly", "especially",
                    "totally", "completely", "live", "will", "must", "own" })) {
            return false;
        }
    }
    return true;
}

std::vector<Term> findTerms(const Draft& draft)
{
    std::vector<Term> terms;
    std::size_t i = 0;
    while (i < draft.size()) {
        if (draft.taken[i] || draft.tokens[i].kind == TokenKind::Sign) {
            ++i;
            continue;
        }
        std::optional<Term> term = termAt(draft, i);
        if (!term && draft.reads(i, "beat") && negationNear(draft, i)) {
            term = Term { lexicon().find("drums"), i, i + 1, false, false, std::nullopt };
        }
        if (!term) {
            term = lessTerm(draft, i);
        }
        if (!term) {
            ++i;
            continue;
        }
        // A shy word names an instrument behind "no"; elsewhere its other senses are left.
        if (term->entry->shy && onlyNames(*term->entry) && !negationNear(draft, i)) {
            i = term->last;
            continue;
        }
        if (draft.reads(i, "beat") && term->last == i + 1 && negationNear(draft, i)) {
            term->entry = lexicon().find("drums");
        }
        if (says(*term->entry)) {
            terms.push_back(*term);
        }
        i = term->last;
    }
    return terms;
}

} // namespace pieria::prompt
