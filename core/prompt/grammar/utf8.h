// Decoding of UTF-8 that never fails, and the folding of letters to plain ASCII.
#pragma once

#include <cstddef>
#include <string_view>

namespace pieria::prompt {

struct CodePoint
{
    char32_t value = 0; ///< U+FFFD for an invalid byte
    std::size_t size = 1; ///< bytes it took, at least 1
};

/// The code point at `at` (< text.size()). Overlong forms, surrogates and torn sequences are one
/// invalid byte each.
[[nodiscard]] CodePoint decodeUtf8(std::string_view text, std::size_t at);

/// Base letters of a Latin letter in lower case ("a" for U+00C4, "ss" for U+00DF); empty when it is
/// no Latin letter.
[[nodiscard]] std::string_view foldLetter(char32_t letter);
[[nodiscard]] bool isCapital(char32_t letter);

} // namespace pieria::prompt
