// SHA-256 of bytes and files, as lower-case hex.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace pieria {

[[nodiscard]] std::string sha256(std::string_view bytes);
/// Reads the file in blocks; memory does not grow with its size.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace pieria
