// Draws training batches for stage 2: windows of pieces with text, slots and noise levels.
#pragma once

#include "core/base/noise.h"
#include "core/models/music/conditions.h"
#include "core/models/music/score_codec.h"
#include "core/models/music/training_piece.h"

#include <map>
#include <string>
#include <vector>

namespace pieria::models {

struct WindowBatch
{
    torch::Tensor latents; ///< [B, N, S, 160]
    torch::Tensor valid; ///< [B, N, S, 160] float: real bars, playing slots, beats of the metre
    MusicConditions conditions;
};

class WindowSource
{
public:
    /// Codes every piece once. `pieces` and `text` must outlive the source.
    WindowSource(
        std::vector<const TrainingPiece*> pieces, ScoreCodec& codec, const TextEncoder& text);
    [[nodiscard]] std::size_t size() const { return m_pieces.size(); }
    /// `count` windows of at most `bars` bars.
    [[nodiscard]] WindowBatch draw(int count, int bars, NoiseSequence& random);

private:
    struct Window
    {
        ConditionItem item;
        torch::Tensor latents; ///< [N, S, 160]
        int beats = 4;
    };
    [[nodiscard]] Window drawWindow(int bars, NoiseSequence& random);
    [[nodiscard]] const TextEncoding& encode(const std::string& caption);

    std::vector<const TrainingPiece*> m_pieces;
    std::vector<torch::Tensor> m_latents; ///< [bars, 8, 160] half
    const TextEncoder& m_text;
    std::map<std::string, TextEncoding> m_captions;
};

/// Levels [B, N, S] in [0, 1]: see generator_trainer.h.
[[nodiscard]] torch::Tensor drawLevels(
    std::int64_t pieces, std::int64_t bars, std::int64_t slots, NoiseSequence& random);

} // namespace pieria::models
