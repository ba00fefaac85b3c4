// Whole files in and out. Writing is safe: a crash leaves the old file or the new one, never a torn
// one.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pieria {

/// Reads a regular file; refuses one larger than `limit` bytes before it allocates.
[[nodiscard]] Result<std::string> readFile(
    const std::filesystem::path& path, std::uintmax_t limit = std::uintmax_t { 1 } << 30);

/// Temp file in the same folder, write, fsync, rename, fsync of the folder. Makes missing folders.
[[nodiscard]] Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

/// fsync of an existing file followed by a rename onto `target` and an fsync of the folder: the
/// last step for files that were streamed to a temporary name.
[[nodiscard]] Status publishFile(
    const std::filesystem::path& temporary, const std::filesystem::path& target);

} // namespace pieria
