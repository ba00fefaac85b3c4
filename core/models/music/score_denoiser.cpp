#include "core/models/music/score_denoiser.h"

#include "core/models/music/plan_features.h"
#include "core/models/music/score_codec.h"

#include <cmath>
#include <string>

namespace pieria::models {

namespace {

constexpr int kReach = 32; ///< bars; further apart look alike
constexpr int kFrequencies = 64;
constexpr int kNullTokens = 4;
constexpr float kMinusInfinity = -1e9F;

torch::Tensor layerNorm(const torch::Tensor& x)
{
    return torch::layer_norm(x, { x.size(-1) });
}

torch::Tensor modulated(const torch::Tensor& x, const torch::Tensor& m, int first)
{
    return layerNorm(x) * (1 + m.select(-2, first)) + m.select(-2, first + 1);
}

/// q, k, v [batch, tokens, width], bias broadcastable to [batch, heads, tokens, keys].
torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
    const torch::Tensor& bias, int heads)
{
    const std::int64_t batch = q.size(0);
    const std::int64_t width = q.size(2);
    const auto split = [&](const torch::Tensor& t) {
        return t.view({ t.size(0), t.size(1), heads, width / heads }).transpose(1, 2);
    };
    const double scale = 1.0 / std::sqrt(static_cast<double>(width) / heads);
    torch::Tensor weights = torch::matmul(split(q) * scale, split(k).transpose(2, 3));
    if (bias.defined()) {
        weights = weights + bias;
    }
    return torch::matmul(torch::softmax(weights, -1), split(v))
        .transpose(1, 2)
        .reshape({ batch, q.size(1), width });
}

torch::nn::Linear zeroLinear(int in, int out)
{
    torch::nn::Linear layer(in, out);
    const torch::NoGradGuard guard;
    layer->weight.zero_();
    layer->bias.zero_();
    return layer;
}

/// Index into the relative-position table for every pair of bars, [bars, bars].
torch::Tensor relativeIndex(std::int64_t bars, bool loop)
{
    const torch::Tensor position = torch::arange(bars);
    torch::Tensor distance = position.unsqueeze(0) - position.unsqueeze(1);
    if (loop) {
        distance = torch::remainder(distance + bars / 2, bars) - bars / 2;
    }
    return distance.clamp(-kReach, kReach) + kReach;
}

} // namespace

struct ScoreDenoiserImpl::Context
{
    std::int64_t pieces = 0;
    std::int64_t bars = 0;
    std::int64_t slots = 0;
    torch::Tensor timeIndex; ///< [B, N, N]
    torch::Tensor timeMask; ///< [B * S, 1, 1, N] additive
    torch::Tensor slotMask; ///< [B * N, 1, 1, S] additive
    torch::Tensor text; ///< [B, T, width]
    torch::Tensor textMask; ///< [B, 1, 1, T] additive
};

ScoreDenoiserImpl::ScoreDenoiserImpl(const DenoiserConfig& config)
    : m_config(config)
{
    const int d = config.width;
    m_in = register_module("in", torch::nn::Linear(kBarChannels, d));
    m_slot = register_module("slot", torch::nn::Embedding(8, d));
    m_program = register_module("program", torch::nn::Embedding(kProgramCount, d));
    m_bar = register_module("bar",
        torch::nn::Sequential(
            torch::nn::Linear(kBarFeatures, d), torch::nn::SiLU(), torch::nn::Linear(d, d)));
    m_global = register_module("global", torch::nn::Linear(kGlobalFeatures, d));
    m_pooled = register_module("pooled",
        torch::nn::Sequential(
            torch::nn::Linear(config.textChannels, d), torch::nn::SiLU(), torch::nn::Linear(d, d)));
    m_nullPooled = register_parameter("null_pooled", torch::zeros({ d }));
    m_text = register_module("text", torch::nn::Linear(config.textChannels, d));
    m_nullText = register_parameter("null_text", 0.02 * torch::randn({ kNullTokens, d }));
    m_frequencies = register_parameter("frequencies", torch::randn({ kFrequencies }) * 2.0);
    m_level = register_module("level",
        torch::nn::Sequential(torch::nn::Linear(2 * kFrequencies + 1, d), torch::nn::SiLU(),
            torch::nn::Linear(d, d)));
    m_modulation = register_module("modulation", zeroLinear(d, 9 * d));
    for (int i = 0; i < config.blocks; ++i) {
        m_blocks.push_back(makeBlock(i));
    }
    m_out = register_module("out", zeroLinear(d, kBarChannels));
}

ScoreDenoiserImpl::Block ScoreDenoiserImpl::makeBlock(int index)
{
    const int d = m_config.width;
    const std::string prefix = "block" + std::to_string(index) + "_";
    const auto linear = [&](const char* name, torch::nn::Linear layer) {
        return register_module(prefix + name, std::move(layer));
    };
    Block block;
    block.timeQkv = linear("time_qkv", torch::nn::Linear(d, 3 * d));
    block.timeOut = linear("time_out", torch::nn::Linear(d, d));
    block.timeBias = register_parameter(
        prefix + "time_bias", torch::zeros({ m_config.heads, 2 * kReach + 1 }));
    block.slotQkv = linear("slot_qkv", torch::nn::Linear(d, 3 * d));
    block.slotOut = linear("slot_out", torch::nn::Linear(d, d));
    block.textNorm = register_module(
        prefix + "text_norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({ d })));
    block.textQ = linear("text_q", torch::nn::Linear(d, d));
    block.textKv = linear("text_kv", torch::nn::Linear(d, 2 * d));
    block.textOut = linear("text_out", zeroLinear(d, d));
    block.up = linear("up", torch::nn::Linear(d, 4 * d));
    block.down = linear("down", torch::nn::Linear(4 * d, d));
    // Gates (rows 2, 5, 8) start open: with few training steps a network that starts as the
    // identity lags.
    torch::Tensor table = torch::zeros({ 9, d });
    table[2] = table[5] = table[8] = torch::full({ d }, 0.5);
    block.modulation = register_parameter(prefix + "modulation", table);
    return block;
}

torch::Tensor ScoreDenoiserImpl::attendTime(
    Block& block, const torch::Tensor& x, const Context& context)
{
    const std::int64_t d = m_config.width;
    const torch::Tensor rows
        = x.transpose(1, 2).reshape({ context.pieces * context.slots, context.bars, d });
    const std::vector<torch::Tensor> qkv = block.timeQkv->forward(rows).chunk(3, 2);
    const torch::Tensor relative
        = block.timeBias.index_select(1, context.timeIndex.reshape({ -1 }))
              .view({ m_config.heads, context.pieces, context.bars, context.bars })
              .transpose(0, 1)
              .repeat_interleave(context.slots, 0);
    const torch::Tensor out
        = attend(qkv[0], qkv[1], qkv[2], relative + context.timeMask, m_config.heads);
    return block.timeOut->forward(out)
        .view({ context.pieces, context.slots, context.bars, d })
        .transpose(1, 2);
}

torch::Tensor ScoreDenoiserImpl::attendSlots(
    Block& block, const torch::Tensor& x, const Context& context)
{
    const torch::Tensor rows
        = x.reshape({ context.pieces * context.bars, context.slots, m_config.width });
    const std::vector<torch::Tensor> qkv = block.slotQkv->forward(rows).chunk(3, 2);
    const torch::Tensor out = attend(qkv[0], qkv[1], qkv[2], context.slotMask, m_config.heads);
    return block.slotOut->forward(out).view(x.sizes());
}

torch::Tensor ScoreDenoiserImpl::attendText(
    Block& block, const torch::Tensor& x, const Context& context)
{
    const torch::Tensor rows
        = x.reshape({ context.pieces, context.bars * context.slots, m_config.width });
    const torch::Tensor q = block.textQ->forward(block.textNorm->forward(rows));
    const std::vector<torch::Tensor> kv = block.textKv->forward(context.text).chunk(2, 2);
    const torch::Tensor out = attend(q, kv[0], kv[1], context.textMask, m_config.heads);
    return block.textOut->forward(out).view(x.sizes());
}

torch::Tensor ScoreDenoiserImpl::forward(
    const torch::Tensor& x, const torch::Tensor& level, const MusicConditions& conditions)
{
    Context context;
    context.pieces = x.size(0);
    context.bars = x.size(1);
    context.slots = x.size(2);
    const auto additive = [](const torch::Tensor& mask) { return (1 - mask) * kMinusInfinity; };
    std::vector<torch::Tensor> index;
    for (const bool loop : conditions.loop) {
        index.push_back(relativeIndex(context.bars, loop));
    }
    context.timeIndex = torch::stack(index).to(x.device());
    context.timeMask = additive(conditions.barMask)
                           .repeat_interleave(context.slots, 0)
                           .view({ context.pieces * context.slots, 1, 1, context.bars });
    context.slotMask = additive(conditions.slotMask)
                           .repeat_interleave(context.bars, 0)
                           .view({ context.pieces * context.bars, 1, 1, context.slots });

    // The learned null sequence stands in front of every prompt; without a prompt it is all there
    // is.
    const torch::Tensor given = conditions.textGiven;
    const torch::Tensor nulls
        = m_nullText.unsqueeze(0).expand({ context.pieces, kNullTokens, m_config.width });
    context.text = torch::cat({ nulls, m_text(conditions.text) }, 1);
    context.textMask
        = additive(torch::cat({ torch::ones({ context.pieces, kNullTokens }, x.options()),
                                  conditions.textMask * given.unsqueeze(1) },
                       1))
              .view({ context.pieces, 1, 1, -1 });
    const torch::Tensor pooled = m_pooled->forward(conditions.pooled) * given.unsqueeze(1)
        + m_nullPooled * (1 - given).unsqueeze(1);

    const torch::Tensor tokenInfo
        = (m_slot(conditions.slot) + m_program(conditions.program)).unsqueeze(1);
    const torch::Tensor barInfo = m_bar->forward(conditions.bar).unsqueeze(2);
    const torch::Tensor globalInfo
        = (m_global(conditions.global) + pooled).view({ context.pieces, 1, 1, -1 });

    const torch::Tensor angles = level.unsqueeze(-1) * m_frequencies * (2 * M_PI);
    const torch::Tensor levelInfo = m_level->forward(
        torch::cat({ level.unsqueeze(-1), torch::sin(angles), torch::cos(angles) }, -1));
    const torch::Tensor condition = levelInfo + globalInfo + tokenInfo + barInfo;
    const torch::Tensor modulation
        = m_modulation(torch::silu(condition))
              .view({ context.pieces, context.bars, context.slots, 9, m_config.width });

    torch::Tensor h = m_in(x) + tokenInfo + barInfo + globalInfo;
    for (Block& block : m_blocks) {
        const torch::Tensor m = modulation + block.modulation;
        h = h + m.select(-2, 2) * attendTime(block, modulated(h, m, 0), context);
        h = h + m.select(-2, 5) * attendSlots(block, modulated(h, m, 3), context);
        h = h + attendText(block, h, context);
        const torch::Tensor up = torch::gelu(block.up->forward(modulated(h, m, 6)));
        h = h + m.select(-2, 8) * block.down->forward(up);
    }
    return m_out(layerNorm(h));
}

} // namespace pieria::models
