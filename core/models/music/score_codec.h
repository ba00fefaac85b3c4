// Stage 1 of the cascade: the beats of a slot as tanh latents and back. Each beat of each slot is
// coded alone, so an edit of one bar or one slot leaves every other latent as it was. Drums and
// pitched slots have a network each; a set encoder (a per-note network, summed; Zaheer et al. 2017,
// eq. 4) reads the notes of the beat.
#pragma once

#include "core/models/torch.h"
#include "core/score/grid.h"

#include <span>
#include <vector>

namespace pieria::models {

inline constexpr int kBeatChannels = 32;
inline constexpr int kBarChannels = kBeatChannels * kBeatsPerBarMax;

enum class BeatKind { Drums, Pitched };
[[nodiscard]] constexpr BeatKind beatKind(Slot slot)
{
    return slot == Slot::Drums ? BeatKind::Drums : BeatKind::Pitched;
}

/// Durations the codec can say, in ticks; others round to the nearest by ratio.
[[nodiscard]] std::span<const int> codedDurations();
[[nodiscard]] int nearestDurationClass(int ticks);

/// A batch of beats as flat lists of notes.
struct BeatBatch
{
    torch::Tensor item; ///< [notes] int64: which beat of the batch
    torch::Tensor cell; ///< [notes] int64: frame * 96 + row
    torch::Tensor micro; ///< [notes] int64: micro + 12
    torch::Tensor duration; ///< [notes] int64: class
    torch::Tensor velocity; ///< [notes] float: velocity / 127
    std::int64_t size = 0; ///< beats
};
[[nodiscard]] BeatBatch makeBeatBatch(std::span<const CodedBeat* const> beats);

struct BeatCodecLoss
{
    torch::Tensor total; ///< scalar; per beat
    double onset = 0;
    double micro = 0;
    double duration = 0;
    double velocity = 0;
};

class BeatCodecImpl : public torch::nn::Module
{
public:
    explicit BeatCodecImpl(int width = 512);
    /// -> [beats, 32] in (-1, 1)
    torch::Tensor encode(const BeatBatch& batch);
    /// Onset probabilities above one half, at most six a frame, with their attributes.
    [[nodiscard]] std::vector<CodedBeat> decode(const torch::Tensor& latents);
    /// Reconstruction loss with N(0, noise^2) added to the latents.
    BeatCodecLoss loss(const BeatBatch& batch, const torch::Tensor& noise);

private:
    torch::Tensor preLatents(const BeatBatch& batch); ///< [beats, 32], before tanh
    struct Decoded
    {
        torch::Tensor frames; ///< [beats, 4, frameWidth]
        torch::Tensor onset; ///< [beats, 384] logits
    };
    Decoded decodeOnsets(const torch::Tensor& latents);
    /// Attributes of the notes in cells `cell` of beats `item` -> [notes, micro 24 | durations |
    /// velocity]
    torch::Tensor attributes(
        const Decoded& decoded, const torch::Tensor& item, const torch::Tensor& cell);

    torch::nn::Embedding m_cell { nullptr };
    torch::nn::Embedding m_micro { nullptr };
    torch::nn::Embedding m_duration { nullptr };
    torch::nn::Linear m_velocity { nullptr };
    torch::nn::Sequential m_note { nullptr };
    torch::nn::Sequential m_beat { nullptr };
    torch::nn::Sequential m_trunk { nullptr };
    torch::nn::Linear m_onset { nullptr };
    torch::nn::Embedding m_rowQuery { nullptr };
    torch::nn::Sequential m_attributes { nullptr };
};
TORCH_MODULE(BeatCodec);

/// Both networks and the normalisation of the latents that stage 2 works in.
class ScoreCodecImpl : public torch::nn::Module
{
public:
    ScoreCodecImpl();
    [[nodiscard]] BeatCodec& of(BeatKind kind)
    {
        return kind == BeatKind::Drums ? m_drums : m_pitched;
    }
    /// -> [bars, 8, 160], normalised to about unit variance; beats beyond the bar are zero.
    torch::Tensor encode(const ScoreGrid& grid);
    /// Decodes the slots with `on` set; all others stay empty.
    [[nodiscard]] ScoreGrid decode(
        const torch::Tensor& latents, int beatsPerBar, const std::array<bool, kSlotCount>& on);
    /// Mean and deviation of the latents, [2 kinds, 32] each.
    void setNormalisation(const torch::Tensor& mean, const torch::Tensor& deviation);

private:
    BeatCodec m_drums { nullptr };
    BeatCodec m_pitched { nullptr };
    torch::Tensor m_mean;
    torch::Tensor m_deviation;
};
TORCH_MODULE(ScoreCodec);

} // namespace pieria::models
