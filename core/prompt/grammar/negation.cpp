#include "core/prompt/grammar/terms.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

enum class Cue { None, No, Without, Not, Except };

Cue cueAt(const Draft& draft, std::size_t i)
{
    if (draft.taken[i] && !draft.reads(i, "no")) {
        return Cue::None;
    }
    if (draft.readsAny(
            i, { "no", "zero", "neither", "kein", "keine", "keinen", "pas", "nessun", "ningun" })) {
        const bool other = draft.readsAny(i + 1,
            { "more", "less", "matter", "idea", "problem", "one", "longer", "shorter", "slower",
                "faster", "need" });
        return other && !draft.reads(i + 1, "need") ? Cue::None : Cue::No;
    }
    if (draft.readsAny(i,
            { "without", "sans", "ohne", "senza", "sin", "minus", "exclude", "excluding",
                "excludes", "avoid", "avoiding", "omit", "omitting", "lacking", "lacks", "remove",
                "skip", "drop", "mute", "ban", "eliminate", "forget", "removing", "instead",
                "absent" })) {
        return draft.reads(i, "drop") && !draft.reads(i + 1, "the") ? Cue::None : Cue::Without;
    }
    if (draft.readsAny(i,
            { "not", "dont", "doesnt", "isnt", "wont", "never", "cannot", "cant", "non", "shouldnt",
                "nothing", "arent", "hardly" })) {
        return draft.readsAny(i + 1, { "only", "just", "merely" }) ? Cue::None : Cue::Not;
    }
    if (draft.readsAny(i, { "except", "excepting", "besides" })
        || (draft.reads(i, "but") && i > 0
            && draft.readsAny(i - 1, { "anything", "everything", "all", "everyone", "instrument" }))
        || (draft.reads(i, "from") && i > 0 && draft.readsAny(i - 1, { "apart", "aside", "free" }))
        || (draft.reads(i, "than") && i > 0 && draft.readsAny(i - 1, { "rather", "other" }))
        || (draft.reads(i, "of") && i > 0
            && draft.readsAny(i - 1, { "free", "devoid", "instead", "lack" }))
        || (draft.reads(i, "out") && i > 0
            && draft.readsAny(i - 1, { "leave", "leaving", "take", "cut", "left" }))) {
        return Cue::Except;
    }
    return Cue::None;
}

bool isQuality(const Term& term)
{
    return !term.entry->has(SenseKind::Instrument) && !term.entry->has(SenseKind::Ensemble)
        && !term.entry->has(SenseKind::Impossible);
}

class Marker
{
public:
    Marker(const Draft& draft, std::vector<Term>& terms)
        : m_draft(draft)
        , m_terms(terms)
        , m_cues(terms.size(), Cue::None)
    {
    }

    void run()
    {
        for (std::size_t n = 0; n < m_terms.size(); ++n) {
            Term& term = m_terms[n];
            m_cues[n] = cueOf(n);
            term.negated = term.negated || m_cues[n] != Cue::None || negatedBehind(term);
        }
        for (std::size_t n = 0; n < m_terms.size(); ++n) {
            dropQuality(n);
        }
    }

private:
    /// Looks left from a term for the cue that governs it.
    Cue cueOf(std::size_t n) const
    {
        const std::size_t first = m_terms[n].first;
        std::size_t at = first;
        std::size_t previous = n;
        int steps = 0;
        while (at > 0 && steps < 5) {
            if (previous > 0 && m_terms[previous - 1].last == at) {
                --previous;
                const Term& before = m_terms[previous];
                if (!isQuality(before) || m_cues[previous] == Cue::Not) {
                    return Cue::None; // things side by side share nothing
                }
                at = before.first; // "no loud drums"
                continue;
            }
            --at;
            ++steps;
            const Cue cue = cueAt(m_draft, at);
            if (cue != Cue::None) {
                return cue == Cue::Except && exceptionOfNothing(n) ? Cue::None : cue;
            }
            if (m_draft.readsAny(at, { "and", "or", "nor", ",", "/" })) {
                return listCue(n, previous, at);
            }
            if (m_draft.tokens[at].kind == TokenKind::Sign || !onlyFillers(m_draft, at, at + 1)) {
                return Cue::None;
            }
        }
        return Cue::None;
    }

    /// "no instruments except piano" takes nothing away.
    bool exceptionOfNothing(std::size_t n) const
    {
        return n > 0 && m_terms[n - 1].negated && m_terms[n].entry->has(SenseKind::Instrument);
    }

    /// A term behind "and", "or" or a comma follows the one before it, or does not.
    Cue listCue(std::size_t n, std::size_t previous, std::size_t connector) const
    {
        const bool behindComma = connector > 0
            && m_draft.readsAny(connector, { "and", "or", "nor" })
            && m_draft.reads(connector - 1, ",");
        const std::size_t end = behindComma ? connector - 1 : connector;
        if (previous == 0 || m_terms[previous - 1].last != end || !m_terms[previous - 1].negated) {
            return Cue::None;
        }
        const Cue cue = m_cues[previous - 1];
        const bool bare = m_terms[n].first == connector + 1
            || (m_terms[n].first == connector + 2
                && m_draft.readsAny(connector + 1, { "the", "any" }));
        if (m_draft.readsAny(connector, { "or", "nor", "/" })) {
            return cue;
        }
        if (!bare || !comparable(m_terms[previous - 1], m_terms[n])) {
            return Cue::None;
        }
        if (m_draft.reads(connector, "and")) {
            return cue == Cue::Not && !isQuality(m_terms[n]) ? Cue::None : cue;
        }
        const std::string_view closing = closingWord(n);
        const bool goesOn = closing == "or" || closing == "nor"
            || (closing == "and" && (cue == Cue::Without || cue == Cue::Except));
        return goesOn ? cue : Cue::None;
    }

    static bool comparable(const Term& a, const Term& b) { return isQuality(a) == isQuality(b); }

    /// The word that closes a list of bare terms joined by commas from `n` on; empty when none
    /// does.
    std::string_view closingWord(std::size_t n) const
    {
        for (std::size_t k = n; k + 1 < m_terms.size(); ++k) {
            const std::size_t at = m_terms[k].last;
            const bool comma = m_draft.reads(at, ",");
            const std::size_t word = comma ? at + 1 : at;
            if (m_draft.readsAny(word, { "and", "or", "nor" })
                && m_terms[k + 1].first == word + 1) {
                return m_draft.tokens[word].text;
            }
            if (!comma || m_terms[k + 1].first != at + 1) {
                return {};
            }
        }
        return {};
    }

    /// "drums off", "vocal-free", "drums: no".
    bool negatedBehind(const Term& term) const
    {
        if (!term.entry->has(SenseKind::Instrument) && !term.entry->has(SenseKind::Impossible)) {
            return false;
        }
        const std::size_t at = term.last;
        if (m_draft.readsAny(at, { "off", "excluded", "removed" })) {
            return true;
        }
        if (m_draft.reads(at, "free") && m_draft.tokens[at].hyphen) {
            return true;
        }
        return m_draft.readsAny(at, { ":", "=" })
            && m_draft.readsAny(at + 1, { "no", "none", "off", "0", "never" });
    }

    /// In "no loud drums" it is the drums that are not wanted; loudness is not meant.
    void dropQuality(std::size_t n)
    {
        Term& term = m_terms[n];
        if (!term.negated || !isQuality(term) || n + 1 >= m_terms.size()) {
            return;
        }
        const Term& next = m_terms[n + 1];
        if (next.negated && next.first == term.last && !isQuality(next)) {
            term.dropped = true;
        }
    }

    const Draft& m_draft;
    std::vector<Term>& m_terms;
    std::vector<Cue> m_cues;
};

} // namespace

void markNegations(const Draft& draft, std::vector<Term>& terms)
{
    Marker(draft, terms).run();
}

} // namespace pieria::prompt
