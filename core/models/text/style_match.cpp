#include "core/models/text/style_match.h"

#include "core/models/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::models {

namespace {

constexpr double kRarity = 1e-4; ///< words more frequent than this count for less
constexpr double kSomething = 0.05; ///< "the", "of" and "in" together weigh less: they mean nothing
constexpr double kNearEnough = 0.5;

using Meaning = std::array<float, kWordDimensions>;

double dot(const Meaning& a, const Meaning& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < kWordDimensions; ++i) {
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    }
    return sum;
}

/// To length 1; false for zero.
bool normalise(Meaning& meaning)
{
    const double length = std::sqrt(dot(meaning, meaning));
    if (length == 0) {
        return false;
    }
    for (float& value : meaning) {
        value = static_cast<float>(static_cast<double>(value) / length);
    }
    return true;
}

std::optional<Meaning> meaningOf(const WordVectors& words, std::string_view text)
{
    Meaning sum {};
    double total = 0;
    for (const WordSpan& word : words.wordsOf(normalisedText(text))) {
        if (word.row) {
            const double weight = kRarity / (kRarity + words.frequency(*word.row));
            words.add(*word.row, static_cast<float>(weight), sum);
            total += weight;
        }
    }
    return total > kSomething && normalise(sum) ? std::optional(sum) : std::nullopt;
}

/// Takes `mean` away, so that what all styles share does not count.
bool centre(Meaning& meaning, const Meaning& mean)
{
    for (std::size_t i = 0; i < kWordDimensions; ++i) {
        meaning[i] -= mean[i];
    }
    return normalise(meaning);
}

} // namespace

std::vector<StyleMatch> rankStyles(
    const WordVectors& words, std::string_view text, const std::vector<std::string>& styles)
{
    std::optional<Meaning> wanted = meaningOf(words, text);
    std::vector<std::pair<std::string, Meaning>> known;
    for (const std::string& style : styles) {
        if (const std::optional<Meaning> meaning = meaningOf(words, style)) {
            known.emplace_back(style, *meaning);
        }
    }
    if (!wanted || known.empty()) {
        return {};
    }
    Meaning mean {};
    for (const auto& [style, meaning] : known) {
        for (std::size_t i = 0; i < kWordDimensions; ++i) {
            mean[i] += meaning[i] / static_cast<float>(known.size());
        }
    }
    if (!centre(*wanted, mean)) {
        return {};
    }
    std::vector<StyleMatch> matches;
    for (auto& [style, meaning] : known) {
        if (centre(meaning, mean)) {
            matches.push_back({ style, dot(*wanted, meaning) });
        }
    }
    std::stable_sort(matches.begin(), matches.end(),
        [](const StyleMatch& a, const StyleMatch& b) { return a.similarity > b.similarity; });
    return matches;
}

std::optional<std::string> suggestedStyle(
    const WordVectors& words, std::string_view text, const std::vector<std::string>& styles)
{
    const std::vector<StyleMatch> matches = rankStyles(words, text, styles);
    if (matches.empty() || matches.front().similarity < kNearEnough) {
        return std::nullopt;
    }
    return matches.front().style;
}

} // namespace pieria::models
