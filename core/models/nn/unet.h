// The 1-D U-Net of Mousai (Schneider et al., 2023; the a-unet / UNetV0 family). Recursive blocks,
// outermost first: downsample, items, inner block, items, upsample, merge with the skip.
#pragma once

#include "core/models/nn/attention.h"
#include "core/models/nn/features.h"
#include "core/models/nn/unet_config.h"

#include <vector>

namespace pieria::models {

enum class Edges {
    Zero, ///< zeros beyond both ends
    Circular ///< the end meets the start (loops)
};

/// What a call sees beside the data.
struct UNetContext
{
    torch::Tensor text; ///< [batch, tokens, textDim]; needed when any depth cross-attends
    std::vector<torch::Tensor> injected; ///< by depth: [batch, injected, length there]
    Edges edges = Edges::Zero;
};

/// Convolution of stride 1 and odd kernel that keeps the length.
[[nodiscard]] torch::Tensor sameConvolution(
    torch::nn::Conv1dImpl& layer, const torch::Tensor& x, Edges edges);

/// 2 x [GroupNorm, SiLU, Conv k3] plus identity. [batch, channels, time].
class ResnetImpl : public torch::nn::Module
{
public:
    ResnetImpl(std::int64_t channels, std::int64_t groups);
    torch::Tensor forward(const torch::Tensor& x, Edges edges);

private:
    torch::nn::GroupNorm m_norm0 { nullptr };
    torch::nn::Conv1d m_conv0 { nullptr };
    torch::nn::GroupNorm m_norm1 { nullptr };
    torch::nn::Conv1d m_conv1 { nullptr };
};
TORCH_MODULE(Resnet);

/// x + attention(LN(x), LN'(context)), with x as its own context for self-attention: two separate
/// normalisations. No positions, no mask. [batch, channels, time].
class NormedAttentionImpl : public torch::nn::Module
{
public:
    NormedAttentionImpl(const UNetConfig& config, std::int64_t channels, std::int64_t contextDim);
    /// `context` [batch, tokens, contextDim]; undefined: x itself.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& context);

private:
    torch::nn::LayerNorm m_norm { nullptr };
    torch::nn::LayerNorm m_contextNorm { nullptr };
    Attention m_attention { nullptr };
};
TORCH_MODULE(NormedAttention);

/// One repetition of the item list: Resnet, Modulation, Inject, SelfAttention, CrossAttention.
class UNetItemsImpl : public torch::nn::Module
{
public:
    UNetItemsImpl(const UNetConfig& config, const UNetDepth& depth);
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& features,
        const torch::Tensor& injected, const UNetContext& context);

private:
    Resnet m_resnet { nullptr };
    torch::nn::Linear m_modulation { nullptr };
    torch::nn::Conv1d m_inject { nullptr };
    NormedAttention m_self { nullptr };
    NormedAttention m_cross { nullptr };
};
TORCH_MODULE(UNetItems);

class UNetBlockImpl : public torch::nn::Module
{
public:
    UNetBlockImpl(const UNetConfig& config, std::size_t depth, std::int64_t outer);
    /// `x` [batch, outer (+ 1 with a level channel at depth 0), time] -> [batch, outer, time]
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& skip,
        const torch::Tensor& features, const UNetContext& context);

private:
    torch::Tensor runItems(const std::vector<UNetItems>& items, torch::Tensor x,
        const torch::Tensor& features, const UNetContext& context);
    torch::Tensor merge(
        const torch::Tensor& skip, const torch::Tensor& y, const torch::Tensor& features);

    std::size_t m_depth;
    std::int64_t m_factor;
    std::int64_t m_injected;
    torch::nn::Conv1d m_down { nullptr };
    std::vector<UNetItems> m_before;
    std::shared_ptr<UNetBlockImpl> m_inner;
    std::vector<UNetItems> m_after;
    torch::nn::Conv1d m_up { nullptr };
    torch::nn::Linear m_skipScale { nullptr };
    torch::nn::Conv1d m_skipCat { nullptr };
};

class UNet1dImpl : public torch::nn::Module
{
public:
    explicit UNet1dImpl(const UNetConfig& config);

    /// x [batch, inChannels, time], time a multiple of lengthUnit(config). `level`: one per sample
    /// (any shape of `batch` or one element), or with LevelInput::Channel anything broadcastable to
    /// [batch, 1, time]. Returns v_hat in the shape of x. Throws c10::Error on wrong shapes.
    torch::Tensor forward(
        const torch::Tensor& x, const torch::Tensor& level, const UNetContext& context = {});

    [[nodiscard]] const UNetConfig& config() const { return m_config; }

private:
    UNetConfig m_config;
    FourierFeatures m_features { nullptr };
    std::shared_ptr<UNetBlockImpl> m_net;
};
TORCH_MODULE(UNet1d);

/// The learned sequence that stands for "no text" (one vector per position).
class NullTextImpl : public torch::nn::Module
{
public:
    NullTextImpl(std::int64_t maxTokens, std::int64_t dim);
    /// [batch, tokens, dim], tokens <= maxTokens
    torch::Tensor forward(std::int64_t batch, std::int64_t tokens);
    /// Training: `text` [batch, tokens, dim] with the samples where `drop` [batch] (bool) is true
    /// replaced by the null sequence.
    torch::Tensor replace(const torch::Tensor& text, const torch::Tensor& drop);

private:
    torch::Tensor m_table;
};
TORCH_MODULE(NullText);

} // namespace pieria::models
