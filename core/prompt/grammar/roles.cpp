#include "core/prompt/grammar/terms.h"
#include "core/prompt/lexicon/tables.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

/// The role that the words behind an instrument give it ("lead", "chords"), and where they end.
std::optional<Slot> roleBehind(const Draft& draft, std::size_t i)
{
    if (draft.isAny(i, { "bass" }) && draft.isAny(i + 1, { "line", "part", "lines" })) {
        return Slot::Bass;
    }
    if (draft.isAny(i, { "on", "as" })
        && draft.isAny(i + 1, { "top", "lead", "melody", "the", "a" })) {
        return draft.isAny(i + 1, { "the", "a" }) ? roleBehind(draft, i + 2) : Slot::Lead;
    }
    if (draft.isAny(i,
            { "playing", "plays", "carries", "carrying", "takes", "taking", "has", "sings",
                "singing", "doing", "handles" })
        && i + 1 < draft.size()) {
        return roleBehind(draft, draft.isAny(i + 1, { "the", "a", "an" }) ? i + 2 : i + 1);
    }
    if (draft.isAny(i,
            { "lead", "melody", "leads", "led", "topline", "melodies", "line", "lines", "hook",
                "melodie", "improvising", "improvises" })) {
        return Slot::Lead;
    }
    if (draft.isAny(i,
            { "pad", "pads", "bed", "wash", "washes", "drone", "backdrop", "background", "swells",
                "texture", "textures", "cushion", "carpet" })) {
        return Slot::Pad;
    }
    if (draft.isAny(i,
            { "comping", "comp", "rhythm", "strumming", "strums", "stabs", "vamp", "vamps", "skank",
                "arpeggios", "arpeggio", "arp", "arps", "ostinato", "picking", "plucks", "riff",
                "riffs", "arpeggiated", "fingerpicking" })) {
        return Slot::Comp;
    }
    if (draft.isAny(i, { "chords", "chord", "accompaniment", "backing", "harmony", "harmonies" })) {
        return Slot::Chords;
    }
    if (draft.isAny(i,
            { "countermelody", "counterpoint", "countermelodies", "descant", "obbligato",
                "counterline", "answers" })
        || (draft.is(i, "counter") && draft.isAny(i + 1, { "melody", "line", "melodies" }))) {
        return Slot::Counter;
    }
    return std::nullopt;
}

/// The role that the words in front of an instrument give it.
std::optional<Slot> roleBefore(const Draft& draft, std::size_t first)
{
    std::size_t at = first;
    while (at > 0
        && draft.readsAny(at - 1,
            { "a", "an", "the", "on", "by", "from", "in", "played", "of", "for", "solo" })) {
        --at;
    }
    const bool linked = at < first;
    if (at == 0) {
        return std::nullopt;
    }
    const std::size_t word = at - 1;
    if (draft.isAny(word, { "lead" })) {
        return Slot::Lead;
    }
    if (draft.isAny(word, { "rhythm", "strummed", "arpeggiated", "fingerpicked" }) && !linked) {
        return Slot::Comp;
    }
    if (draft.isAny(word, { "background", "backing" }) && !linked) {
        return Slot::Pad;
    }
    if (!linked) {
        return std::nullopt;
    }
    if (draft.isAny(word, { "melody", "tune", "theme", "melodies", "led", "carried", "topline" })) {
        return Slot::Lead;
    }
    if (draft.isAny(word, { "chords" })) {
        return Slot::Chords;
    }
    if (draft.isAny(word, { "pad", "pads", "bed", "wash", "drone" })) {
        return Slot::Pad;
    }
    if (draft.isAny(word, { "countermelody", "counterpoint", "descant" })) {
        return Slot::Counter;
    }
    if (draft.isAny(word, { "arpeggios", "ostinato" })) {
        return Slot::Comp;
    }
    return std::nullopt;
}

bool spells(const Term& term, std::initializer_list<std::string_view> phrases)
{
    return std::find(phrases.begin(), phrases.end(), term.entry->phrase) != phrases.end();
}

bool isBass(const Term& term)
{
    const auto row = term.entry->row(SenseKind::Instrument);
    return row && instrumentRows()[*row].role == "bass";
}

/// "string pad" and "cello bass line" are one player: the second term is its role.
void joinNeighbour(Term& term, Term& next)
{
    if (next.first != term.last || !next.is(SenseKind::Instrument)
        || next.negated != term.negated) {
        return;
    }
    if (spells(next, { "pad", "pads", "drone", "drones" })) {
        term.role = Slot::Pad;
        next.dropped = true;
    } else if (spells(next, { "bass line", "bassline", "bass part", "bass lines" })) {
        term.role = Slot::Bass;
        next.dropped = true;
    }
}

/// "bass line on tuba", "pad played by the choir".
void joinPlayedBy(const Draft& draft, Term& part, Term& player)
{
    const bool named
        = spells(part, { "bass", "bass line", "bassline", "bass part", "pad", "pads" });
    const bool linked = player.first > part.last
        && draft.readsAny(part.last, { "on", "played", "by", "from" })
        && onlyFillers(draft, part.last + 1, player.first);
    const bool twoWords = player.first > part.last + 1 && draft.reads(part.last, "played")
        && draft.readsAny(part.last + 1, { "by", "on" })
        && onlyFillers(draft, part.last + 2, player.first);
    if (named && (linked || twoWords) && player.is(SenseKind::Instrument) && !part.negated
        && !player.negated) {
        player.role = part.entry->phrase.starts_with("pad") ? Slot::Pad : Slot::Bass;
        part.dropped = true;
    }
}

} // namespace

void markRoles(const Draft& draft, std::vector<Term>& terms)
{
    for (std::size_t n = 0; n < terms.size(); ++n) {
        Term& term = terms[n];
        if (!term.is(SenseKind::Instrument)) {
            continue;
        }
        if (n + 1 < terms.size()) {
            joinNeighbour(term, terms[n + 1]);
            joinPlayedBy(draft, term, terms[n + 1]);
        }
        if (term.role || term.dropped) {
            continue;
        }
        term.role = roleBehind(draft, term.last);
        if (term.role == Slot::Lead && isBass(term) && !draft.is(term.last, "lead")) {
            term.role = Slot::Bass; // a bass line is a line of the bass
        }
        if (!term.role) {
            term.role = roleBefore(draft, term.first);
        }
    }
}

} // namespace pieria::prompt
