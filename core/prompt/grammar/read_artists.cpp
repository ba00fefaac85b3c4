#include "core/prompt/grammar/readers.h"
#include "core/prompt/grammar/terms.h"
#include "core/prompt/lexicon/common_words.h"
#include "core/prompt/lexicon/lexicon.h"
#include "core/prompt/lexicon/tables.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

constexpr std::size_t kLongestName = 5;

/// The token behind a cue such as "in the style of" at `i`; `i` when there is none.
std::size_t cueEnd(const Draft& draft, std::size_t i)
{
    using Words = std::initializer_list<std::string_view>;
    const std::initializer_list<Words> cues = { { "in", "the", "style", "of" },
        { "in", "the", "manner", "of" }, { "in", "the", "vein", "of" },
        { "in", "the", "spirit", "of" }, { "in", "style", "of" }, { "style", "of" },
        { "sounds", "like" }, { "sound", "like" }, { "sounding", "like" }, { "inspired", "by" },
        { "influenced", "by" }, { "reminiscent", "of" }, { "similar", "to" }, { "a", "la" },
        { "imitating" }, { "mimicking" }, { "composed", "by" }, { "written", "by" },
        { "produced", "by" }, { "performed", "by" }, { "sung", "by" }, { "something", "by" },
        { "like" }, { "by" }, { "cover", "of" }, { "remix", "of" }, { "im", "stil", "von" },
        { "homage", "to" }, { "tribute", "to" } };
    for (const Words& cue : cues) {
        if (draft.phrase(i, cue)) {
            return i + cue.size();
        }
    }
    return i;
}

struct Match
{
    const ArtistRow* row = nullptr;
    std::size_t end = 0;
};

Match knownArtist(const Draft& draft, std::size_t i, bool cued)
{
    const std::size_t most = std::min(lexicon().longestPhrase(), draft.size() - i);
    for (std::size_t n = most; n >= 1; --n) {
        const Entry* entry = lexicon().find(std::span(draft.tokens).subspan(i, n));
        const auto row = entry == nullptr ? std::nullopt : entry->row(SenseKind::Artist);
        if (!row) {
            continue;
        }
        // "queen" and "prince" are words; "hans zimmer" is not.
        const bool onlyName = entry->senses.size() == 1 && (n > 1 || !isCommonWord(entry->phrase));
        if (onlyName || (cued && draft.tokens[i].capital)) {
            return { &artistRows()[*row], i + n };
        }
    }
    return {};
}

bool isMusicTerm(const Draft& draft, std::size_t i)
{
    for (std::size_t n = 1; n <= 3 && i + n <= draft.size(); ++n) {
        if (lexicon().find(std::span(draft.tokens).subspan(i, n)) != nullptr) {
            return true;
        }
    }
    return false;
}

/// Capitalised words behind a cue that no music has for a name: the token behind the last one.
std::size_t unknownName(const Draft& draft, std::size_t i)
{
    std::size_t at = i;
    while (at < draft.size() && at < i + kLongestName && draft.isWord(at)) {
        const Token& token = draft.tokens[at];
        const bool link = at > i
            && draft.readsAny(at, { "of", "the", "and", "de", "van", "von", "la" })
            && at + 1 < draft.size() && draft.tokens[at + 1].capital;
        if (!link && (!token.capital || token.text.size() < 2)) {
            break;
        }
        if (!link && isMusicTerm(draft, at)) {
            break;
        }
        ++at;
    }
    return at;
}

void sayInstead(Draft& draft, const ArtistRow& row)
{
    std::string nearest;
    forEachEntry(row.styles, [&](std::string_view style) {
        nearest += (nearest.empty() ? "" : " and ") + std::string(style);
        addOnce(draft.reading.controls.styles, style);
    });
    forEachEntry(
        row.moods, [&](std::string_view mood) { addOnce(draft.reading.controls.moods, mood); });
    draft.note("The studio does not imitate " + std::string(row.name)
        + ": it composes in the nearest style it knows, " + nearest + ".");
}

/// Where the words of a name begin in the prompt: the cue belongs to them unless it is "like".
void takeName(Draft& draft, std::size_t cue, std::size_t name, std::size_t end, const Match& match)
{
    std::string shown;
    if (match.row != nullptr) {
        shown = std::string(match.row->name);
        sayInstead(draft, *match.row);
    } else {
        for (std::size_t i = name; i < end; ++i) {
            shown += (shown.empty() ? "" : " ") + draft.tokens[i].text;
        }
        shown = "that artist";
        draft.note(
            "The studio does not imitate people it has never studied: the rest of the prompt "
            "decides the style. Naming a genre helps.");
    }
    if (draft.isAny(end, { "style", "like", "esque", "type", "inspired" })) {
        ++end;
    }
    draft.chip(ChipKind::CannotDo, "imitating " + shown, cue, end);
}

} // namespace

void readArtists(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        if (draft.taken[i] || draft.tokens[i].kind != TokenKind::Word) {
            continue;
        }
        std::size_t name = cueEnd(draft, i);
        const bool cued = name > i;
        if (cued && draft.isAny(name, { "the" }) && knownArtist(draft, name, true).row == nullptr) {
            ++name;
        }
        if (name >= draft.size()) {
            return;
        }
        const Match match = knownArtist(draft, name, cued);
        if (match.row != nullptr) {
            takeName(draft, i, name, match.end, match);
            continue;
        }
        if (!cued) {
            continue;
        }
        const std::size_t end = unknownName(draft, name);
        if (end > name) {
            takeName(draft, i, name, end, match);
        }
    }
}

} // namespace pieria::prompt
