// A prompt while it is being read: its tokens, which of them somebody has understood, and what was
// understood so far.
#pragma once

#include "core/prompt/grammar/token.h"
#include "core/prompt/music_prompt.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pieria::prompt {

struct Draft
{
    explicit Draft(std::string_view text);

    std::vector<Token> tokens;
    std::vector<bool> taken;
    MusicReading reading;

    [[nodiscard]] std::size_t size() const { return tokens.size(); }
    /// Token `i` exists, nobody took it, and it reads `text`.
    [[nodiscard]] bool is(std::size_t i, std::string_view text) const;
    [[nodiscard]] bool isAny(std::size_t i, std::initializer_list<std::string_view> texts) const;
    /// As is() and isAny(), whoever took it.
    [[nodiscard]] bool reads(std::size_t i, std::string_view text) const;
    [[nodiscard]] bool readsAny(std::size_t i, std::initializer_list<std::string_view> texts) const;
    [[nodiscard]] bool isNumber(std::size_t i) const;
    [[nodiscard]] bool isWord(std::size_t i) const;
    /// No token there, or a sign that ends a clause.
    [[nodiscard]] bool isBreak(std::size_t i) const;
    /// The words "a b c" from `i` on, none taken.
    [[nodiscard]] bool phrase(std::size_t i, std::initializer_list<std::string_view> words) const;

    void take(std::size_t first, std::size_t last); ///< [first, last)
    /// Takes the tokens and shows them as a chip.
    void chip(ChipKind kind, std::string text, std::size_t first, std::size_t last);
    void note(std::string sentence); ///< once
};

/// A number in digits or words ("ninety-two", "a hundred and twenty", "one-twenty", "a dozen").
struct Spelled
{
    double value = 0;
    std::size_t end = 0; ///< the token behind it
    bool digits = false;
};
[[nodiscard]] std::optional<Spelled> spelledNumber(const Draft& draft, std::size_t i);

} // namespace pieria::prompt
