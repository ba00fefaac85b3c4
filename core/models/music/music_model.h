// The trained music models of one folder: codec.safetensors and generator.safetensors.
#pragma once

#include "core/base/result.h"
#include "core/models/music/score_codec.h"
#include "core/models/music/score_denoiser.h"

#include <filesystem>

namespace pieria::models {

struct MusicModel
{
    ScoreCodec codec { nullptr };
    ScoreDenoiser denoiser { nullptr };
};

[[nodiscard]] Result<MusicModel> loadMusicModel(const std::filesystem::path& folder);
[[nodiscard]] Result<ScoreCodec> loadScoreCodec(const std::filesystem::path& file);
[[nodiscard]] Result<ScoreDenoiser> loadScoreDenoiser(const std::filesystem::path& file);

} // namespace pieria::models
