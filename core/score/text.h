// Text that comes from files: made valid and bounded once, so that nobody after has to care.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pieria {

[[nodiscard]] bool isUtf8(std::string_view text);
/// Valid UTF-8 of at most `limit` bytes, without control characters or outer blanks. Bytes that are
/// not UTF-8 are read as Latin-1. Idempotent.
[[nodiscard]] std::string cleanText(std::string_view text, std::size_t limit);

} // namespace pieria
