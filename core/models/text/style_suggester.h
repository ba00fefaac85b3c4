// Which style family a prompt is nearest to when it names none: by the meaning of its words.
#pragma once

#include "core/models/text/text_encoder.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pieria::models {

class StyleSuggester
{
public:
    StyleSuggester(const TextEncoder& encoder, const std::vector<std::string>& styles);
    /// Nothing when no style is clearly near (mean of sentence and word cosine below 0.45).
    [[nodiscard]] std::optional<std::string> suggest(const TextEncoding& prompt) const;

private:
    std::vector<std::pair<std::string, TextEncoding>> m_styles;
};

} // namespace pieria::models
