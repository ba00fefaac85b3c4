#include "core/prompt/grammar/readers.h"
#include "core/prompt/lexicon/lexicon.h"
#include "core/prompt/lexicon/spelling.h"

#include <algorithm>
#include <map>

namespace pieria::prompt {

namespace {

/// A prompt of nothing but unknown words is not searched for ever.
constexpr std::size_t kMostCorrections = 200;

} // namespace

void correctTyping(Draft& draft)
{
    std::map<std::string, std::optional<std::string>> seen;
    for (std::size_t i = 0; i < draft.size(); ++i) {
        Token& token = draft.tokens[i];
        if (draft.taken[i] || token.kind != TokenKind::Word || seen.size() > kMostCorrections) {
            continue;
        }
        const auto [found, fresh] = seen.try_emplace(token.text);
        if (fresh) {
            const auto neighbour = [&draft](std::size_t at) {
                return draft.isWord(at) ? std::string_view(draft.tokens[at].text)
                                        : std::string_view();
            };
            found->second = correctedWord(
                token.text, i > 0 ? neighbour(i - 1) : std::string_view(), neighbour(i + 1));
        }
        if (found->second) {
            token.text = *found->second;
        }
    }
}

void readUnknown(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size(); ++i) {
        const Token& token = draft.tokens[i];
        if (draft.taken[i] || token.kind != TokenKind::Word || isKnownWord(token.text)) {
            continue;
        }
        auto& words = draft.reading.unknownWords;
        if (std::find(words.begin(), words.end(), token.text) == words.end()) {
            words.push_back(token.text);
        }
    }
}

} // namespace pieria::prompt
