// Attention and normalisation blocks. Tokens are [batch, tokens, channels] everywhere.
#pragma once

#include "core/models/torch.h"

#include <cstdint>

namespace pieria::models {

/// Layer normalisation over the last axis without trained scale and shift.
[[nodiscard]] torch::Tensor plainLayerNorm(const torch::Tensor& x, double eps = 1e-6);

/// softmax(q k^T / sqrt(channels) + bias) v, written with matmul and softmax (the fused form is not
/// in every LibTorch). q, k, v: [batch, heads, tokens, channels]; `bias` (may be undefined) is
/// added to the scores and broadcasts to [batch, heads, queries, keys]. Long query axes are worked
/// through in fixed blocks, so memory stays bounded and results do not depend on threads.
[[nodiscard]] torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k,
    const torch::Tensor& v, const torch::Tensor& bias = {});

/// Bias [batch, 1, 1, keys] that hides padding: `valid` [batch, keys] bool, true = may be seen.
[[nodiscard]] torch::Tensor paddingBias(const torch::Tensor& valid, torch::Dtype dtype);

struct AttentionOptions
{
    std::int64_t dim = 0; ///< channels in and out
    std::int64_t contextDim = 0; ///< channels of the context; 0: dim
    std::int64_t heads = 8;
    std::int64_t headDim = 64;
    bool projectionBias = false;
    bool outputBias = false;
};

/// Multi-head attention of x to context (to x itself for self-attention); no normalisation inside.
class AttentionImpl : public torch::nn::Module
{
public:
    explicit AttentionImpl(const AttentionOptions& options);
    /// x [batch, queries, dim], context [batch, keys, contextDim] -> [batch, queries, dim]
    torch::Tensor forward(
        const torch::Tensor& x, const torch::Tensor& context, const torch::Tensor& bias = {});

private:
    AttentionOptions m_options;
    torch::nn::Linear m_query { nullptr };
    torch::nn::Linear m_keyValue { nullptr }; ///< keys first, then values
    torch::nn::Linear m_output { nullptr };
};
TORCH_MODULE(Attention);

/// Scale, shift and gate of one block from a condition vector; starts as scale 0, shift 0, gate 0,
/// so a fresh residual block is the identity (adaLN-Zero; Peebles and Xie, 2023).
struct Modulation
{
    torch::Tensor scale;
    torch::Tensor shift;
    torch::Tensor gate;

    /// LN(x) (1 + scale) + shift
    [[nodiscard]] torch::Tensor apply(const torch::Tensor& x) const;
};

class AdaLayerNormImpl : public torch::nn::Module
{
public:
    AdaLayerNormImpl(std::int64_t dim, std::int64_t conditionDim);
    /// condition [batch, tokens or 1, conditionDim] (one per token when levels differ by token), or
    /// [batch, conditionDim]; the parts are [batch, tokens or 1, dim].
    Modulation forward(const torch::Tensor& condition);

private:
    torch::nn::Linear m_project { nullptr };
};
TORCH_MODULE(AdaLayerNorm);

enum class Topology {
    Line, ///< distance = key - query
    Circle ///< the shorter way round: position 0 follows the last (loops)
};

/// A trained score bias per head and signed distance, clamped to +-maxDistance.
class RelativeBiasImpl : public torch::nn::Module
{
public:
    RelativeBiasImpl(std::int64_t heads, std::int64_t maxDistance);
    /// -> [1, heads, length, length], row = query, column = key. On an even circle the opposite
    /// point takes the positive distance.
    torch::Tensor forward(std::int64_t length, Topology topology);

private:
    std::int64_t m_maxDistance;
    torch::Tensor m_table; ///< [2 maxDistance + 1, heads], zero at first
};
TORCH_MODULE(RelativeBias);

} // namespace pieria::models
