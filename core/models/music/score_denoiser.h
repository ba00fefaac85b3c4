// Stage 2 of the cascade: the transformer that denoises the latents of a piece. A token is one bar
// of one slot; it carries its own noise level, so known bars and slots simply stand at level 0
// (diffusion forcing, Chen et al. 2024), and one set of weights composes, extends, inpaints and
// makes a slot again. Attention is factored: over the bars of a slot (relative positions, circular
// for loops), over the slots of a bar, and to the text.
#pragma once

#include "core/models/torch.h"

#include <vector>

namespace pieria::models {

struct DenoiserConfig
{
    int width = 256;
    int blocks = 6;
    int heads = 8;
    int textChannels = 612; ///< USE-lite state 512, GloVe 100
    bool operator==(const DenoiserConfig&) const = default;
};

/// What a batch of pieces is conditioned on. B pieces, N bars, S slots (only those that play), T
/// text tokens.
struct MusicConditions
{
    torch::Tensor slot; ///< [B, S] int64, 0..7
    torch::Tensor slotMask; ///< [B, S] float: 0 where the batch is padded
    torch::Tensor program; ///< [B, S] int64, see programIndex
    torch::Tensor bar; ///< [B, N, kBarFeatures]
    torch::Tensor barMask; ///< [B, N] float
    torch::Tensor global; ///< [B, kGlobalFeatures]
    torch::Tensor text; ///< [B, T, 612]
    torch::Tensor textMask; ///< [B, T] float
    torch::Tensor pooled; ///< [B, 612]: sentence vector and mean word vector
    torch::Tensor textGiven; ///< [B] float: 0 takes the learned null embedding instead
    std::vector<bool> loop; ///< [B]: bar positions are circular
};

class ScoreDenoiserImpl : public torch::nn::Module
{
public:
    explicit ScoreDenoiserImpl(const DenoiserConfig& config);
    /// x [B, N, S, 160], level [B, N, S] in [0, 1] -> v [B, N, S, 160]
    torch::Tensor forward(
        const torch::Tensor& x, const torch::Tensor& level, const MusicConditions& conditions);
    [[nodiscard]] const DenoiserConfig& config() const { return m_config; }

private:
    struct Block
    {
        torch::nn::Linear timeQkv { nullptr };
        torch::nn::Linear timeOut { nullptr };
        torch::Tensor timeBias; ///< [heads, 2 reach + 1]
        torch::nn::Linear slotQkv { nullptr };
        torch::nn::Linear slotOut { nullptr };
        torch::nn::LayerNorm textNorm { nullptr };
        torch::nn::Linear textQ { nullptr };
        torch::nn::Linear textKv { nullptr };
        torch::nn::Linear textOut { nullptr };
        torch::nn::Linear up { nullptr };
        torch::nn::Linear down { nullptr };
        torch::Tensor modulation; ///< [9, width]
    };
    struct Context;
    Block makeBlock(int index);
    torch::Tensor attendTime(Block& block, const torch::Tensor& x, const Context& context);
    torch::Tensor attendSlots(Block& block, const torch::Tensor& x, const Context& context);
    torch::Tensor attendText(Block& block, const torch::Tensor& x, const Context& context);

    DenoiserConfig m_config;
    torch::nn::Linear m_in { nullptr };
    torch::nn::Embedding m_slot { nullptr };
    torch::nn::Embedding m_program { nullptr };
    torch::nn::Sequential m_bar { nullptr };
    torch::nn::Linear m_global { nullptr };
    torch::nn::Sequential m_pooled { nullptr };
    torch::Tensor m_nullPooled;
    torch::nn::Linear m_text { nullptr };
    torch::Tensor m_nullText; ///< [4, width]
    torch::Tensor m_frequencies;
    torch::nn::Sequential m_level { nullptr };
    torch::nn::Linear m_modulation { nullptr };
    std::vector<Block> m_blocks;
    torch::nn::Linear m_out { nullptr };
};
TORCH_MODULE(ScoreDenoiser);

} // namespace pieria::models
