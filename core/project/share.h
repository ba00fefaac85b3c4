// A project as one file to send: a zip (.pieriaz) of project.json and the assets it uses.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>

namespace pieria {

/// The last save of `folder` as a zip. Same project, same bytes: entries sorted, times fixed.
[[nodiscard]] Status packProject(
    const std::filesystem::path& folder, const std::filesystem::path& archive);

struct UnpackLimits
{
    std::uint64_t entries = 20'000;
    std::uint64_t bytes = std::uint64_t { 16 } << 30; ///< unpacked, all together
    double ratio = 200; ///< unpacked to packed, of any entry larger than 1 MiB
};

/// Unpacks into `folder`, which must not exist yet. Refuses names that lead anywhere else, links,
/// bombs, and assets whose bytes are not what their names say; on failure nothing stays behind.
[[nodiscard]] Status unpackProject(const std::filesystem::path& archive,
    const std::filesystem::path& folder, const UnpackLimits& limits = {});

} // namespace pieria
