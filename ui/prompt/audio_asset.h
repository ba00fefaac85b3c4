// A rendered mix becomes an asset of the project.
#pragma once

#include "core/job/job.h"
#include "core/project/asset_store.h"

#include <filesystem>

namespace pieria::ui {

/// Encodes the float WAV as FLAC and puts it into the store; on disk when this returns.
[[nodiscard]] Result<Outcome<AssetId>> storeAudio(
    const std::filesystem::path& wav, const AssetStore& assets, JobContext& context);

} // namespace pieria::ui
