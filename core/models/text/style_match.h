// Which style a text is nearest to, for prompts that name none: "monks singing in a cathedral" is
// nearest to hymn. Word vectors, weighted by rarity and centred (Arora, Liang and Ma, "A simple
// but tough-to-beat baseline for sentence embeddings", 2017). On 181 paraphrases of 57 styles the
// right one of 71 comes first for 38 % and among the first five for 58 %: a suggestion, no more.
#pragma once

#include "core/models/text/word_vectors.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pieria::models {

struct StyleMatch
{
    std::string style;
    double similarity = 0; ///< cosine, -1 to 1
    bool operator==(const StyleMatch&) const = default;
};

/// Nearest first; styles whose words are all unknown are left out, and nothing is near to a text
/// of unknown or only of the commonest words.
[[nodiscard]] std::vector<StyleMatch> rankStyles(
    const WordVectors& words, std::string_view text, const std::vector<std::string>& styles);

/// The nearest style when it is near enough to be worth following.
[[nodiscard]] std::optional<std::string> suggestedStyle(
    const WordVectors& words, std::string_view text, const std::vector<std::string>& styles);

} // namespace pieria::models
