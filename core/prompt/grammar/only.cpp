#include "core/prompt/grammar/terms.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

bool isQuality(const Term& term)
{
    return !term.plays() && !term.entry->has(SenseKind::Impossible);
}

/// The first token of the noun group that ends with terms[n]: adjectives, articles, and a linking
/// word such as "for" with "piece" in front.
std::size_t groupBegin(const Draft& draft, const std::vector<Term>& terms, std::size_t n)
{
    std::size_t at = terms[n].first;
    std::size_t previous = n;
    bool linked = false;
    while (at > 0) {
        const bool touches = previous > 0 && terms[previous - 1].last == at;
        if (touches && !linked && isQuality(terms[previous - 1])) {
            at = terms[--previous].first;
        } else if (draft.readsAny(at - 1, { "for", "with", "by", "on", "of", "use", "using" })) {
            linked = true;
            --at;
        } else if (draft.readsAny(
                       at - 1, { "a", "an", "the", "one", "single", "simple", "some", "played" })
            || (linked
                && draft.readsAny(at - 1,
                    { "piece", "music", "work", "song", "composition", "tune", "track" }))) {
            --at;
        } else {
            break;
        }
    }
    return at;
}

bool isSoloWord(const Draft& draft, std::size_t i)
{
    return draft.readsAny(i, { "solo", "soli", "solist" });
}

/// "with a solo violin", "then a sax solo": a soloist among others.
bool isFeature(const Draft& draft, std::size_t i)
{
    std::size_t at = i;
    while (at > 0
        && draft.readsAny(at - 1, { "a", "an", "the", "some", "one", "long", "short", "great" })) {
        --at;
    }
    return at > 0
        && draft.readsAny(at - 1,
            { "with", "has", "have", "featuring", "feature", "features", "and", "then", "plus",
                "including", "includes", "into", "add", "over", "by", "ft", "feat" });
}

bool onlyBefore(const Draft& draft, const std::vector<Term>& terms, std::size_t n)
{
    const std::size_t at = groupBegin(draft, terms, n);
    if (at == 0) {
        return false;
    }
    const std::size_t word = at - 1;
    if (isSoloWord(draft, word)) {
        return !isFeature(draft, word);
    }
    if (draft.readsAny(word,
            { "only", "solely", "exclusively", "purely", "unaccompanied", "nur", "seulement",
                "lone", "solamente", "soltanto" })) {
        return word == 0 || !draft.reads(word - 1, "not");
    }
    return draft.reads(word, "just") && !(word > 0 && draft.reads(word - 1, "not"));
}

bool onlyBehind(const Draft& draft, const Term& term)
{
    const std::size_t i = term.last;
    return draft.readsAny(i,
               { "only", "alone", "unaccompanied", "exclusively", "allein", "seul", "solamente" })
        || draft.phrase(i, { "by", "itself" }) || draft.phrase(i, { "by", "themselves" })
        || draft.phrase(i, { "on", "its", "own" }) || draft.phrase(i, { "and", "nothing", "else" })
        || draft.phrase(i, { "nothing", "else" }) || draft.phrase(i, { "on", "their", "own" })
        || draft.phrase(i, { "without", "accompaniment" })
        || draft.phrase(i, { "and", "no", "other", "instruments" })
        || draft.phrase(i, { "no", "other", "instruments" })
        || (draft.reads(i, ",") && draft.phrase(i + 1, { "nothing", "else" }))
        || (draft.reads(i, ",") && draft.phrase(i + 1, { "unaccompanied" }))
        || (draft.reads(i, ",") && draft.reads(i + 1, "solo") && draft.isBreak(i + 2));
}

std::size_t groupSize(const Draft& draft, std::size_t i)
{
    if (draft.readsAny(i, { "duet", "duo", "duett", "duets", "dialogue" })) {
        return 2;
    }
    if (draft.readsAny(i, { "trio", "terzett" })) {
        return 3;
    }
    return draft.readsAny(i, { "quartet", "quartett" }) ? 4 : draft.reads(i, "quintet") ? 5 : 0;
}

/// "flute and piano duet", "trio for flute, viola and harp".
bool countedGroup(const Draft& draft, std::size_t players)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (groupSize(draft, i) == players && !draft.taken[i]) {
            return true;
        }
    }
    return false;
}

} // namespace

bool findOnly(const Draft& draft, std::vector<Term>& terms)
{
    std::size_t players = 0;
    bool style = false;
    for (const Term& term : terms) {
        players += term.plays() && !term.negated ? 1U : 0U;
        style = style || (term.is(SenseKind::Style) && !term.negated);
    }
    bool only = players >= 2 && players <= 5 && countedGroup(draft, players);
    for (std::size_t n = 0; n < terms.size(); ++n) {
        Term& term = terms[n];
        if (!term.plays() || term.negated) {
            continue;
        }
        if (onlyBefore(draft, terms, n) || onlyBehind(draft, term)) {
            only = true;
        } else if (isSoloWord(draft, term.last)) {
            // "piano solo" is a piece for one; "guitar solo" in a rock song is a passage.
            const bool whole = players == 1 && !style && !isFeature(draft, term.first);
            only = only || whole;
            if (!whole && !term.role) {
                term.role = Slot::Lead;
            }
        }
        if (term.first > 0 && isSoloWord(draft, term.first - 1) && players > 1 && !term.role) {
            term.role = Slot::Lead;
        }
    }
    return only;
}

} // namespace pieria::prompt
