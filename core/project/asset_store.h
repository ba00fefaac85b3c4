// The files of a project that never change: each is named by the SHA-256 of its bytes, so writing
// one twice writes it once, and a damaged one is noticed.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace pieria {

[[nodiscard]] bool isAssetId(std::string_view text); ///< 64 lower-case hex digits

class AssetStore
{
public:
    /// `folder`: Name.pieria/assets; made with the first asset.
    explicit AssetStore(std::filesystem::path folder);

    /// On disk (flushed) when this returns.
    [[nodiscard]] Result<AssetId> put(std::string_view bytes) const;
    /// Copies the file in; memory does not grow with its size.
    [[nodiscard]] Result<AssetId> putFile(const std::filesystem::path& file) const;
    /// Reads one and verifies its hash; at most `limit` bytes.
    [[nodiscard]] Result<std::string> get(
        const AssetId& id, std::uintmax_t limit = std::uintmax_t { 1 } << 30) const;
    [[nodiscard]] bool contains(const AssetId& id) const;
    [[nodiscard]] std::filesystem::path path(const AssetId& id) const;
    /// Deletes every asset that is not in `used`, and left-over temporary files.
    [[nodiscard]] Status collect(const std::set<AssetId>& used) const;

private:
    std::filesystem::path m_folder;
};

} // namespace pieria
