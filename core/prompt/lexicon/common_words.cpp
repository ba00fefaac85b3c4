#include "core/prompt/lexicon/common_words.h"

#include <array>
#include <string>
#include <unordered_set>

namespace pieria::prompt {

namespace {

constexpr std::string_view kList =
#include "core/prompt/lexicon/common_words_list.inc"
    ;

/// Words of prompts that a general list does not hold.
constexpr std::string_view kMore
    = "a i an dont doesnt isnt wont cant im ive id lets youre thats its "
      "whats theres okay ok peice ll ve re id gonna wanna kinda sorta please "
      "thanks vibe vibes vibey chill chilled catchy cinematic podcast "
      "vlog youtube intro app dj mp wav midi remix mix mixdown stem "
      "playlist soundtrack studio cafe coffee ish esque de la le el en "
      "et y und mit der die das ein eine con un una il lo gli per pour "
      "avec musik musica musique feel feels vs etc eg ie kids mellow "
      "cozy cosy villa viking vikings bases basis brake brakes";

struct Ending
{
    std::string_view suffix;
    std::string_view stem; ///< put in its place
};
constexpr std::array<Ending, 22> kEndings { { { "s", "" }, { "es", "" }, { "ies", "y" },
    { "ed", "" }, { "ed", "e" }, { "ied", "y" }, { "ing", "" }, { "ing", "e" }, { "er", "" },
    { "er", "e" }, { "est", "" }, { "est", "e" }, { "ly", "" }, { "ly", "le" }, { "ally", "al" },
    { "ily", "y" }, { "ness", "" }, { "less", "" }, { "ers", "" }, { "ers", "e" }, { "ings", "" },
    { "ings", "e" } } };

std::unordered_set<std::string_view> split(std::string_view list)
{
    std::unordered_set<std::string_view> words;
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        if (end > at) {
            words.insert(list.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

const std::unordered_set<std::string_view>& words()
{
    static const std::unordered_set<std::string_view> all = [] {
        auto set = split(kList);
        set.merge(split(kMore));
        return set;
    }();
    return all;
}

bool knowsStem(std::string_view word, const Ending& ending)
{
    if (!word.ends_with(ending.suffix) || word.size() < ending.suffix.size() + 3) {
        return false;
    }
    std::string stem(word.substr(0, word.size() - ending.suffix.size()));
    stem += ending.stem;
    if (words().contains(stem)) {
        return true;
    }
    const std::size_t size = stem.size();
    const bool doubles = ending.suffix.starts_with("e") || ending.suffix.starts_with("i");
    if (doubles && ending.suffix != "es" && ending.stem.empty() && size > 3
        && stem[size - 1] == stem[size - 2]) {
        stem.pop_back(); // "running"
        return words().contains(stem);
    }
    return false;
}

} // namespace

bool isCommonWord(std::string_view word)
{
    if (word.size() < 2 || words().contains(word)) {
        return true;
    }
    for (const Ending& ending : kEndings) {
        if (knowsStem(word, ending)) {
            return true;
        }
    }
    return false;
}

} // namespace pieria::prompt
