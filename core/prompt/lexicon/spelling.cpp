#include "core/prompt/lexicon/spelling.h"

#include "core/prompt/lexicon/common_words.h"
#include "core/prompt/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace pieria::prompt {

namespace {

/// Words the readers look for beyond those of the lexicon.
constexpr std::array<std::string_view, 20> kGrammarWords { "without", "tempo", "minutes", "minute",
    "seconds", "second", "measures", "measure", "major", "minor", "dorian", "phrygian", "lydian",
    "mixolydian", "locrian", "aeolian", "hundred", "quarter", "dotted", "exclude" };

constexpr std::size_t kLongestWord = 24;

std::size_t allowedErrors(std::size_t typed, std::size_t meant)
{
    if (typed >= 8) {
        return 2;
    }
    // "flut" counts as five letters: the missing one is the error.
    return std::max(typed, meant) >= 5 ? 1 : 0;
}

struct Candidate
{
    std::size_t distance;
    bool loose; ///< makes no phrase with its neighbours
    bool part; ///< only a part of a longer phrase
    bool otherInitial;
    std::string_view word;
    auto key() const { return std::tie(distance, loose, otherInitial, part, word); }
};

bool fits(std::string_view word, std::string_view before, std::string_view behind)
{
    const auto makesPhrase = [](std::string_view a, std::string_view b) {
        return !a.empty() && !b.empty()
            && lexicon().find(std::string(a) + " " + std::string(b)) != nullptr;
    };
    return makesPhrase(before, word) || makesPhrase(word, behind);
}

} // namespace

std::size_t typingDistance(std::string_view a, std::string_view b, std::size_t limit)
{
    if (a.size() > kLongestWord || b.size() > kLongestWord
        || std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) {
        return limit + 1;
    }
    using Row = std::array<std::size_t, kLongestWord + 1>;
    Row before {};
    Row last {};
    Row row {};
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({ last[j] + 1, row[j - 1] + 1, last[j - 1] + cost });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) {
            return limit + 1;
        }
        before = last;
        last = row;
    }
    return std::min(last[b.size()], limit + 1);
}

bool isKnownWord(std::string_view word)
{
    if (isCommonWord(word) || lexicon().words().contains(std::string(word))
        || lexicon().find(word) != nullptr) {
        return true;
    }
    return std::find(kGrammarWords.begin(), kGrammarWords.end(), word) != kGrammarWords.end();
}

std::optional<std::string> correctedWord(
    std::string_view word, std::string_view before, std::string_view behind)
{
    if (word.size() < 4 || word.size() > kLongestWord || isKnownWord(word)) {
        return std::nullopt;
    }
    std::optional<Candidate> best;
    const auto consider = [&](std::string_view meant, bool part) {
        const std::size_t limit = allowedErrors(word.size(), meant.size());
        const std::size_t distance = typingDistance(word, meant, limit);
        const bool otherInitial = meant.front() != word.front();
        if (limit == 0 || distance > limit || (otherInitial && distance > 1)) {
            return;
        }
        const bool loose = !(best && distance > best->distance) && !fits(meant, before, behind);
        const Candidate candidate { distance, loose, part, otherInitial, meant };
        if (!best || candidate.key() < best->key()) {
            best = candidate;
        }
    };
    for (const std::string_view meant : kGrammarWords) {
        consider(meant, false);
    }
    for (const auto& [meant, alone] : lexicon().words()) {
        consider(meant, !alone);
    }
    if (!best) {
        return std::nullopt;
    }
    return std::string(best->word);
}

} // namespace pieria::prompt
