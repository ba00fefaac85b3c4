// The most common English words: a typo is only looked for in words that are not among them.
#pragma once

#include <string_view>

namespace pieria::prompt {

/// `word` folded. Knows plurals and the usual endings of verbs and adjectives.
[[nodiscard]] bool isCommonWord(std::string_view word);

} // namespace pieria::prompt
