#include "core/models/text/style_suggester.h"

namespace pieria::models {

namespace {

constexpr double kNear = 0.45;

double cosine(const torch::Tensor& a, const torch::Tensor& b)
{
    const double length = a.norm().item<double>() * b.norm().item<double>();
    return length > 0 ? a.dot(b).item<double>() / length : 0.0;
}

} // namespace

StyleSuggester::StyleSuggester(const TextEncoder& encoder, const std::vector<std::string>& styles)
{
    for (const std::string& style : styles) {
        m_styles.emplace_back(style, encoder.encode(style + " music"));
    }
}

std::optional<std::string> StyleSuggester::suggest(const TextEncoding& prompt) const
{
    if (prompt.ids.empty()) {
        return std::nullopt;
    }
    std::optional<std::string> best;
    double nearest = kNear;
    for (const auto& [name, encoding] : m_styles) {
        const double similarity = (cosine(prompt.pooled, encoding.pooled)
                                      + cosine(prompt.gloveMean, encoding.gloveMean))
            / 2;
        if (similarity > nearest) {
            nearest = similarity;
            best = name;
        }
    }
    return best;
}

} // namespace pieria::models
