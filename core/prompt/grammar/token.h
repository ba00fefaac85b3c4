// The words of a prompt with the bytes they came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pieria::prompt {

enum class TokenKind : std::uint8_t { Word, Number, Sign };

/// One word, number or sign. `text` is folded: lower case, accents and apostrophes removed, musical
/// sharps and flats as "#" and "b" ("F\u266F" -> "f#"), "&" and "'n'" as "and". Hyphens between
/// words are not tokens: the word behind one has `hyphen` set.
struct Token
{
    TokenKind kind = TokenKind::Word;
    std::string text;
    double number = 0; ///< of Number tokens
    bool capital = false; ///< the word began with a capital letter
    bool glued = false; ///< nothing between this token and the one before
    bool hyphen = false; ///< a hyphen between this token and the one before
    std::size_t begin = 0; ///< bytes of the prompt, [begin, end)
    std::size_t end = 0;
    bool operator==(const Token&) const = default;
};

/// Any bytes give tokens; invalid UTF-8 and unknown scripts separate words.
[[nodiscard]] std::vector<Token> tokenise(std::string_view prompt);

/// The folded words joined by one space: how lexicon phrases are compared.
[[nodiscard]] std::string foldedPhrase(std::string_view text);

} // namespace pieria::prompt
