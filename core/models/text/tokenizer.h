// Prompt text to pieces of a unigram vocabulary (Kudo, "Subword regularization", 2018), decoded as
// the Universal Sentence Encoder lite does: NFKC, U+2581 for spaces, best path by Viterbi.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pieria::models {

/// Text as code points after NFKC: invalid UTF-8 became U+FFFD, runs of white space one space, none
/// at the ends. At most 64 KiB of input are looked at.
[[nodiscard]] std::u32string normalisedText(std::string_view utf8);

struct Piece
{
    int id = 0; ///< 0: unknown
    std::size_t begin = 0; ///< code points of the normalised text, [begin, end)
    std::size_t end = 0;
    bool operator==(const Piece&) const = default;
};

class Tokenizer
{
public:
    struct Entry
    {
        std::string text; ///< UTF-8
        double score = 0; ///< log probability
    };
    /// The first six entries are reserved and match nothing; pieces longer than 64 code points are
    /// ignored.
    explicit Tokenizer(const std::vector<Entry>& vocabulary);

    /// Pieces in order, covering the text; neighbouring unknowns are one piece. Linear in length.
    [[nodiscard]] std::vector<Piece> encode(const std::u32string& normalised) const;

private:
    struct Node
    {
        std::unordered_map<char32_t, std::uint32_t> next;
        int id = -1;
        double score = 0;
    };
    std::vector<Node> m_trie;
};

} // namespace pieria::models
