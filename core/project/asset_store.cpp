#include "core/project/asset_store.h"

#include "core/base/file.h"
#include "core/base/hash.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace pieria {

namespace fs = std::filesystem;

bool isAssetId(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

AssetStore::AssetStore(fs::path folder)
    : m_folder(std::move(folder))
{
}

fs::path AssetStore::path(const AssetId& id) const
{
    return m_folder / id.text();
}

bool AssetStore::contains(const AssetId& id) const
{
    std::error_code error;
    return isAssetId(id.text()) && fs::is_regular_file(path(id), error);
}

Result<AssetId> AssetStore::put(std::string_view bytes) const
{
    const AssetId id(sha256(bytes));
    std::error_code error;
    // The size tells a file that a failing disk cut short; it is written again.
    if (contains(id) && fs::file_size(path(id), error) == bytes.size()) {
        return id;
    }
    const Status written = writeFileAtomically(path(id), bytes);
    if (!written) {
        return tl::unexpected<Failure>(written.error());
    }
    return id;
}

Result<AssetId> AssetStore::putFile(const fs::path& file) const
{
    const Result<std::string> hash = sha256OfFile(file);
    if (!hash) {
        return tl::unexpected<Failure>(hash.error());
    }
    const AssetId id(*hash);
    if (contains(id)) {
        return id;
    }
    std::error_code error;
    fs::create_directories(m_folder, error);
    const fs::path temporary = m_folder / ("." + id.text() + "." + makeUuid() + ".tmp");
    if (!fs::copy_file(file, temporary, error)) {
        fs::remove(temporary, error);
        return fail(ErrorCode::Io,
            "Could not copy " + file.string() + " into the project; check the free disk space.",
            error.message());
    }
    const Status published = publishFile(temporary, path(id));
    if (!published) {
        return tl::unexpected<Failure>(published.error());
    }
    return id;
}

Result<std::string> AssetStore::get(const AssetId& id, std::uintmax_t limit) const
{
    if (!isAssetId(id.text())) {
        return fail(ErrorCode::Corrupt, "The project names an asset that cannot exist.");
    }
    Result<std::string> bytes = readFile(path(id), limit);
    if (!bytes) {
        return bytes;
    }
    if (sha256(*bytes) != id.text()) {
        return fail(ErrorCode::Corrupt,
            "The file " + path(id).string()
                + " is damaged; restore it from a copy of the project.");
    }
    return bytes;
}

Status AssetStore::collect(const std::set<AssetId>& used) const
{
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, error)) {
        const std::string name = entry.path().filename().string();
        const bool unused = isAssetId(name) && used.count(AssetId(name)) == 0;
        const bool leftOver = name.starts_with(".") && name.ends_with(".tmp");
        if ((unused || leftOver) && !fs::remove(entry.path(), error)) {
            return fail(ErrorCode::Io,
                "Could not delete " + entry.path().string() + "; check its permissions.",
                error.message());
        }
    }
    return {};
}

} // namespace pieria
