// Word vectors (Pennington, Socher and Manning, "GloVe", 2014): 100 numbers for each of the most
// frequent English words, most frequent first.
#pragma once

#include "core/base/result.h"
#include "core/base/safetensors.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pieria::models {

inline constexpr std::size_t kWordDimensions = 100;

/// A word of a text: code points [begin, end) of the normalised text.
struct WordSpan
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::size_t> row; ///< none: the word has no vector
    bool operator==(const WordSpan&) const = default;
};

class WordVectors
{
public:
    /// Reads glove.words and glove.vectors of the text model's file, and keeps it open.
    [[nodiscard]] static Result<WordVectors> load(const SafeTensors& file);

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    /// Lower case, as the vectors were made; nothing when unknown.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view word) const;
    /// Adds the vector, times `weight`, to `sum`.
    void add(std::size_t row, float weight, std::span<float, kWordDimensions> sum) const;
    /// Chance of meeting the word in English text, by Zipf's law over the ranks.
    [[nodiscard]] double frequency(std::size_t row) const;

    /// The words of a text: whole chunks between spaces where they have a vector ("lo-fi"), else
    /// their runs of letters and digits.
    [[nodiscard]] std::vector<WordSpan> wordsOf(const std::u32string& normalised) const;

private:
    SafeTensors m_file;
    std::span<const std::byte> m_halves;
    std::unordered_map<std::string_view, std::size_t> m_rows; ///< keys point into the file
};

} // namespace pieria::models
