#include "core/models/nn/unet.h"

#include <cmath>
#include <utility>

namespace pieria::models {

namespace {

torch::nn::Conv1d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel)
{
    return torch::nn::Conv1d(torch::nn::Conv1dOptions(in, out, kernel).padding(kernel / 2));
}

torch::Tensor swapped(const torch::Tensor& x)
{
    return x.transpose(1, 2);
}

torch::Tensor nearest(const torch::Tensor& x, std::int64_t factor)
{
    return factor == 1 ? x : x.repeat_interleave(factor, 2);
}

} // namespace

torch::Tensor sameConvolution(torch::nn::Conv1dImpl& layer, const torch::Tensor& x, Edges edges)
{
    if (edges == Edges::Zero) {
        return layer.forward(x);
    }
    const std::int64_t half = layer.weight.size(2) / 2;
    if (half == 0) {
        return layer.forward(x);
    }
    // Shorter than the padding, the signal goes round more than once.
    const std::int64_t time = x.size(2);
    const torch::Tensor around = torch::remainder(
        torch::arange(-half, time + half, torch::TensorOptions(torch::kInt64).device(x.device())),
        time);
    return torch::conv1d(x.index_select(2, around), layer.weight, layer.bias);
}

ResnetImpl::ResnetImpl(std::int64_t channels, std::int64_t groups)
{
    m_norm0 = register_module("norm0", torch::nn::GroupNorm(groups, channels));
    m_conv0 = register_module("conv0", convolution(channels, channels, 3));
    m_norm1 = register_module("norm1", torch::nn::GroupNorm(groups, channels));
    m_conv1 = register_module("conv1", convolution(channels, channels, 3));
}

torch::Tensor ResnetImpl::forward(const torch::Tensor& x, Edges edges)
{
    const torch::Tensor h = sameConvolution(*m_conv0, torch::silu(m_norm0(x)), edges);
    return x + sameConvolution(*m_conv1, torch::silu(m_norm1(h)), edges);
}

NormedAttentionImpl::NormedAttentionImpl(
    const UNetConfig& config, std::int64_t channels, std::int64_t contextDim)
{
    const auto norm = [](std::int64_t width) {
        return torch::nn::LayerNorm(torch::nn::LayerNormOptions({ width }));
    };
    m_norm = register_module("norm", norm(channels));
    m_contextNorm = register_module("contextNorm", norm(contextDim));
    AttentionOptions options;
    options.dim = channels;
    options.contextDim = contextDim;
    options.heads = config.heads;
    options.headDim = config.headDim;
    m_attention = register_module("attention", Attention(options));
}

torch::Tensor NormedAttentionImpl::forward(const torch::Tensor& x, const torch::Tensor& context)
{
    const torch::Tensor tokens = swapped(x);
    const torch::Tensor seen = context.defined() ? context : tokens;
    return x + swapped(m_attention(m_norm(tokens), m_contextNorm(seen)));
}

UNetItemsImpl::UNetItemsImpl(const UNetConfig& config, const UNetDepth& depth)
{
    const std::int64_t c = depth.channels;
    m_resnet = register_module("resnet", Resnet(c, config.groups));
    if (config.level == LevelInput::Modulation) {
        m_modulation = register_module("modulation", torch::nn::Linear(config.features, 2 * c));
    }
    if (depth.injected > 0) {
        m_inject = register_module("inject", convolution(c + depth.injected, c, 1));
    }
    if (depth.selfAttention) {
        m_self = register_module("self", NormedAttention(config, c, c));
    }
    if (depth.crossAttention) {
        m_cross = register_module("cross", NormedAttention(config, c, config.textDim));
    }
}

torch::Tensor UNetItemsImpl::forward(const torch::Tensor& x, const torch::Tensor& features,
    const torch::Tensor& injected, const UNetContext& context)
{
    torch::Tensor h = m_resnet(x, context.edges);
    if (m_modulation) {
        // The modulated, normalised signal replaces x: there is no residual around it.
        const auto parts = m_modulation(torch::silu(features)).unsqueeze(1).chunk(2, -1);
        h = swapped(plainLayerNorm(swapped(h)) * (1 + parts[0]) + parts[1]);
    }
    if (m_inject) {
        h = h + m_inject(torch::cat({ h, injected }, 1));
    }
    if (m_self) {
        h = m_self(h, torch::Tensor());
    }
    return m_cross ? m_cross(h, context.text) : h;
}

UNetBlockImpl::UNetBlockImpl(const UNetConfig& config, std::size_t depth, std::int64_t outer)
    : m_depth(depth)
    , m_factor(config.depths[depth].factor)
    , m_injected(config.depths[depth].injected)
{
    const UNetDepth& d = config.depths[depth];
    const bool modulated = config.level == LevelInput::Modulation;
    const std::int64_t in = outer + (depth == 0 && !modulated ? 1 : 0);
    m_down = register_module("down",
        torch::nn::Conv1d(torch::nn::Conv1dOptions(in, d.channels, d.factor).stride(d.factor)));
    for (std::int64_t i = 0; i < d.items; ++i) {
        m_before.push_back(register_module("before" + std::to_string(i), UNetItems(config, d)));
    }
    if (depth + 1 < config.depths.size()) {
        m_inner = register_module(
            "inner", std::make_shared<UNetBlockImpl>(config, depth + 1, d.channels));
    }
    for (std::int64_t i = 0; i < d.items; ++i) {
        m_after.push_back(register_module("after" + std::to_string(i), UNetItems(config, d)));
    }
    m_up = register_module("up", convolution(d.channels, outer, 3));
    if (modulated) {
        m_skipScale = register_module("skip", torch::nn::Linear(config.features, outer));
    } else {
        m_skipCat = register_module("skip", convolution(2 * outer, outer, 1));
    }
}

torch::Tensor UNetBlockImpl::forward(const torch::Tensor& x, const torch::Tensor& skip,
    const torch::Tensor& features, const UNetContext& context)
{
    torch::Tensor h = runItems(m_before, m_down(x), features, context);
    if (m_inner) {
        h = m_inner->forward(h, h, features, context);
    }
    h = runItems(m_after, h, features, context);
    return merge(skip, sameConvolution(*m_up, nearest(h, m_factor), context.edges), features);
}

torch::Tensor UNetBlockImpl::runItems(const std::vector<UNetItems>& items, torch::Tensor x,
    const torch::Tensor& features, const UNetContext& context)
{
    torch::Tensor injected;
    if (m_injected > 0) {
        TORCH_CHECK(m_depth < context.injected.size() && context.injected[m_depth].defined(),
            "a latent must be injected at depth ", m_depth);
        injected = context.injected[m_depth];
        TORCH_CHECK(injected.size(1) == m_injected && injected.size(2) == x.size(2),
            "the latent injected at depth ", m_depth, " must be [batch, ", m_injected, ", ",
            x.size(2), "]");
    }
    for (UNetItems item : items) {
        x = item(x, features, injected, context);
    }
    return x;
}

torch::Tensor UNetBlockImpl::merge(
    const torch::Tensor& skip, const torch::Tensor& y, const torch::Tensor& features)
{
    if (m_skipScale) {
        return skip + m_skipScale(torch::silu(features)).unsqueeze(-1) * y;
    }
    return m_skipCat(torch::cat({ skip * std::sqrt(0.5), y }, 1));
}

UNet1dImpl::UNet1dImpl(const UNetConfig& config)
    : m_config(config)
{
    TORCH_CHECK(!config.depths.empty() && config.inChannels > 0, "a U-Net needs depths");
    if (config.level == LevelInput::Modulation) {
        m_features
            = register_module("features", FourierFeatures(config.frequencies, config.features));
    }
    m_net = register_module(
        "net", std::make_shared<UNetBlockImpl>(config, std::size_t { 0 }, config.inChannels));
}

torch::Tensor UNet1dImpl::forward(
    const torch::Tensor& x, const torch::Tensor& level, const UNetContext& context)
{
    TORCH_CHECK(x.dim() == 3 && x.size(1) == m_config.inChannels, "U-Net data must be [batch, ",
        m_config.inChannels, ", time]");
    TORCH_CHECK(x.size(2) > 0 && x.size(2) % lengthUnit(m_config) == 0,
        "U-Net length must be a multiple of ", lengthUnit(m_config));
    if (!m_features) {
        const torch::Tensor channel = level.expand({ x.size(0), 1, x.size(2) });
        return m_net->forward(torch::cat({ x, channel }, 1), x, {}, context);
    }
    TORCH_CHECK(level.numel() == x.size(0) || level.numel() == 1, "one level per sample");
    const torch::Tensor perSample = level.reshape({ -1 }).expand({ x.size(0) });
    return m_net->forward(x, x, m_features(perSample), context);
}

NullTextImpl::NullTextImpl(std::int64_t maxTokens, std::int64_t dim)
{
    m_table = register_parameter("table", torch::randn({ maxTokens, dim }));
}

torch::Tensor NullTextImpl::forward(std::int64_t batch, std::int64_t tokens)
{
    TORCH_CHECK(tokens <= m_table.size(0), "at most ", m_table.size(0), " text tokens");
    return m_table.narrow(0, 0, tokens).unsqueeze(0).expand({ batch, tokens, m_table.size(1) });
}

torch::Tensor NullTextImpl::replace(const torch::Tensor& text, const torch::Tensor& drop)
{
    return torch::where(drop.view({ -1, 1, 1 }), forward(text.size(0), text.size(1)), text);
}

} // namespace pieria::models
