// Typing errors: the dictionary's word that was meant.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pieria::prompt {

/// Damerau-Levenshtein distance (optimal string alignment: insert, delete, replace, swap
/// neighbours), or limit + 1 when it is larger than `limit`.
[[nodiscard]] std::size_t typingDistance(std::string_view a, std::string_view b, std::size_t limit);

/// The nearest word of the lexicon or of the grammar for a folded word that neither knows: within
/// one error from 5 letters on, within two from 8. A common English word is never corrected.
/// Of equally near words the one that makes a phrase with the word before or behind wins ("frech
/// horn").
[[nodiscard]] std::optional<std::string> correctedWord(
    std::string_view word, std::string_view before = {}, std::string_view behind = {});

/// True for words of the lexicon, of the grammar, and common English words.
[[nodiscard]] bool isKnownWord(std::string_view word);

} // namespace pieria::prompt
