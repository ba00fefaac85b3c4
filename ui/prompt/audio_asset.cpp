#include "ui/prompt/audio_asset.h"

namespace pieria::ui {

Result<Outcome<AssetId>> storeAudio(
    const std::filesystem::path& wav, const AssetStore& assets, JobContext& context)
{
    if (context.cancelled()) {
        return Outcome<AssetId>(Cancelled {});
    }
    auto stored = assets.putFile(wav);
    if (!stored) {
        return tl::make_unexpected(stored.error());
    }
    return Outcome<AssetId>(*stored);
}

} // namespace pieria::ui
