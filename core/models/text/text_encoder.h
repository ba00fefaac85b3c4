// What a prompt means, as numbers the music models are conditioned with: a vector per piece of text
// and one for the whole. Frozen; the same on every run and for every number of threads.
#pragma once

#include "core/base/result.h"
#include "core/models/text/sentence_encoder.h"
#include "core/models/text/tokenizer.h"
#include "core/models/text/word_vectors.h"
#include "core/models/torch.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace pieria::models {

inline constexpr std::int64_t kTextTokenLimit = 128;
inline constexpr std::int64_t kTextTokenWidth = 612;

struct TextEncoding
{
    /// [n, 612], float32, n in [0, 128]: state of the sentence encoder (512), then the vector of
    /// the word that holds the piece (100; zero where there is none). n is 0 for an empty text
    /// only.
    torch::Tensor tokens;
    torch::Tensor pooled; ///< [512], of length 1; zero for an empty text
    torch::Tensor gloveMean; ///< [100], mean over the words with a vector; zero without any
    std::vector<std::int64_t> ids; ///< pieces of the vocabulary, n of them
};

class TextEncoder
{
public:
    /// `folder` holds text.safetensors (resources/models/text).
    [[nodiscard]] static Result<TextEncoder> load(const std::filesystem::path& folder);

    /// Never fails: any bytes are a text. About 5 ms for a short prompt on one core.
    [[nodiscard]] TextEncoding encode(std::string_view text) const;
    [[nodiscard]] const WordVectors& words() const { return m_words; }

private:
    TextEncoder(Tokenizer tokenizer, SentenceEncoder sentences, WordVectors words);

    Tokenizer m_tokenizer;
    SentenceEncoder m_sentences;
    WordVectors m_words;
};

} // namespace pieria::models
