// One take as one file (.take): a zip of take.json (request, plan, mix, notes), score.mid and
// latents.safetensors. Same take, same bytes.
#pragma once

#include "core/base/result.h"
#include "core/engine/take.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pieria {

/// Normalises the score on the way.
[[nodiscard]] Result<std::string> takeToBytes(const Take& take);
/// At most 64 MiB, unpacked at most 256 MiB.
[[nodiscard]] Result<Take> takeFromBytes(std::string_view bytes);

[[nodiscard]] Status writeTake(const Take& take, const std::filesystem::path& path);
[[nodiscard]] Result<Take> readTake(const std::filesystem::path& path);

} // namespace pieria
