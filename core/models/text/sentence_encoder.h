// The Universal Sentence Encoder lite (Cer et al., 2018): a two-layer transformer over unigram
// pieces, with frozen weights.
#pragma once

#include "core/base/result.h"
#include "core/base/safetensors.h"
#include "core/models/torch.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pieria::models {

inline constexpr std::int64_t kSentenceDimensions = 512;

class SentenceEncoder
{
public:
    /// Reads the tensors called use.*; weights are [in, out], for x W + b.
    [[nodiscard]] static Result<SentenceEncoder> load(const SafeTensors& file);

    [[nodiscard]] std::int64_t vocabularySize() const { return m_embeddings.size(0); }
    /// States of the pieces: [n, 512]. Every id in [0, vocabularySize()), n >= 1.
    [[nodiscard]] torch::Tensor states(const std::vector<std::int64_t>& ids) const;
    /// The sentence from its states: [512], of length 1.
    [[nodiscard]] torch::Tensor pooled(const torch::Tensor& states) const;

private:
    struct Affine
    {
        torch::Tensor weight;
        torch::Tensor bias;
    };
    struct Layer
    {
        Affine attentionNorm;
        Affine queryKeyValue;
        Affine output;
        Affine shortcut; ///< undefined: the input itself
        Affine feedForwardNorm;
        Affine up;
        Affine down;
        std::int64_t headSize = 0;
    };
    static torch::Tensor apply(const Affine& map, const torch::Tensor& x);
    static torch::Tensor normalised(const Affine& norm, const torch::Tensor& x);
    static torch::Tensor attention(const Layer& layer, const torch::Tensor& x);

    torch::Tensor m_embeddings; ///< [pieces, 256]
    torch::Tensor m_frequencies; ///< [128], of the position signal
    std::array<Layer, 2> m_layers;
    Affine m_sentence;
};

} // namespace pieria::models
