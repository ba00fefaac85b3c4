#include "core/models/music/music_model.h"

#include "core/models/tensor_io.h"

#include <charconv>
#include <optional>

namespace pieria::models {

namespace {

std::optional<int> number(const SafeTensors& file, std::string_view key, int least, int most)
{
    const auto found = file.metadata().find(key);
    if (found == file.metadata().end()) {
        return std::nullopt;
    }
    int value = 0;
    const std::string& text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
        return std::nullopt;
    }
    return value;
}

} // namespace

Result<ScoreCodec> loadScoreCodec(const std::filesystem::path& file)
{
    const Result<SafeTensors> tensors = SafeTensors::open(file);
    if (!tensors) {
        return tl::unexpected(tensors.error());
    }
    ScoreCodec codec;
    if (Status status = assignTensors(*codec, *tensors); !status) {
        return tl::unexpected(status.error());
    }
    codec->eval();
    return codec;
}

Result<ScoreDenoiser> loadScoreDenoiser(const std::filesystem::path& file)
{
    const Result<SafeTensors> tensors = SafeTensors::open(file);
    if (!tensors) {
        return tl::unexpected(tensors.error());
    }
    const std::optional<int> width = number(*tensors, "width", 8, 4096);
    const std::optional<int> blocks = number(*tensors, "blocks", 1, 64);
    const std::optional<int> heads = number(*tensors, "heads", 1, 64);
    if (!width || !blocks || !heads || *width % *heads != 0) {
        return fail(ErrorCode::Corrupt,
            "The generator in " + file.string()
                + " does not say its size; bring the model back with \"pieria models import\".");
    }
    DenoiserConfig config;
    config.width = *width;
    config.blocks = *blocks;
    config.heads = *heads;
    ScoreDenoiser denoiser(config);
    if (Status status = assignTensors(*denoiser, *tensors); !status) {
        return tl::unexpected(status.error());
    }
    denoiser->eval();
    return denoiser;
}

Result<MusicModel> loadMusicModel(const std::filesystem::path& folder)
{
    MusicModel model;
    Result<ScoreCodec> codec = loadScoreCodec(folder / "codec.safetensors");
    if (!codec) {
        return tl::unexpected(codec.error());
    }
    Result<ScoreDenoiser> denoiser = loadScoreDenoiser(folder / "generator.safetensors");
    if (!denoiser) {
        return tl::unexpected(denoiser.error());
    }
    model.codec = *codec;
    model.denoiser = *denoiser;
    return model;
}

} // namespace pieria::models
