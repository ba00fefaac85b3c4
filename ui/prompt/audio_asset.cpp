#include "ui/prompt/audio_asset.h"

#include "audio/file/export_audio.h"

#include <system_error>

namespace pieria::ui {

Result<Outcome<AssetId>> storeAudio(
    const std::filesystem::path& wav, const AssetStore& assets, JobContext& context)
{
    const std::filesystem::path flac = wav.parent_path() / "asset.flac";
    audio::ExportSettings settings;
    settings.format = audio::AudioFormat::Flac24;
    const auto encoded = audio::exportAudio(wav, flac, settings, context);
    if (!encoded) {
        return tl::make_unexpected(encoded.error());
    }
    if (std::holds_alternative<Cancelled>(*encoded)) {
        return Outcome<AssetId>(Cancelled {});
    }
    auto stored = assets.putFile(flac);
    std::error_code error;
    std::filesystem::remove(flac, error);
    if (!stored) {
        return tl::make_unexpected(stored.error());
    }
    return Outcome<AssetId>(*stored);
}

} // namespace pieria::ui
