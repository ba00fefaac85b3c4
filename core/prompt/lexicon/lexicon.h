// All tables in one index: the longest phrase at a place of the prompt, and what it can mean.
#pragma once

#include "core/prompt/grammar/token.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pieria::prompt {

enum class SenseKind : std::uint8_t {
    Instrument,
    Ensemble,
    Style,
    Mood,
    Tempo,
    Energy,
    Curve,
    Structure,
    Metre,
    Impossible,
    Artist,
    Plain
};

/// `row` counts in the table of its kind.
struct Sense
{
    SenseKind kind = SenseKind::Plain;
    std::size_t row = 0;
};

struct Entry
{
    std::string phrase; ///< folded, words joined by one space
    std::vector<Sense> senses;
    /// Too common a word to name an instrument in running text ("atmosphere", "kick"): it does so
    /// in lists of instruments and after "no".
    bool shy = false;
    [[nodiscard]] bool has(SenseKind kind) const;
    [[nodiscard]] std::optional<std::size_t> row(SenseKind kind) const;
};

class Lexicon
{
public:
    Lexicon();
    /// The entry whose phrase the words spell, hyphens and spaces left out, plural and "-ish"
    /// tolerated; null when there is none.
    [[nodiscard]] const Entry* find(std::span<const Token> words) const;
    [[nodiscard]] const Entry* find(std::string_view phrase) const;
    [[nodiscard]] std::size_t longestPhrase() const { return m_longest; } ///< in words
    /// Every word of the phrases, and whether it names something by itself.
    [[nodiscard]] const std::unordered_map<std::string, bool>& words() const { return m_words; }

private:
    void add(std::string_view phrase, Sense sense);
    void addAll(std::string_view name, std::string_view words, Sense sense);
    void markShy();
    [[nodiscard]] const Entry* lookUp(std::string_view joined) const;

    std::unordered_map<std::string, Entry> m_entries; ///< by the phrase without spaces
    std::unordered_map<std::string, bool> m_words;
    std::size_t m_longest = 1;
};

[[nodiscard]] const Lexicon& lexicon();

} // namespace pieria::prompt
