#include "core/project/share.h"

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/project/json_fields.h"
#include "core/project/project_file.h"
#include "core/project/zip.h"

#include <set>
#include <system_error>

namespace pieria {

namespace {

namespace fs = std::filesystem;

const std::string kWhat = "This shared project";
const std::string kDocument = "project.json";
const std::string kAssetPrefix = "assets/";
constexpr std::uint64_t kMostJsonBytes = std::uint64_t { 256 } << 20;
constexpr std::uint64_t kSmall = std::uint64_t { 1 } << 20;

/// Removes what was unpacked unless told to keep it.
class Scratch
{
public:
    explicit Scratch(fs::path folder)
        : m_folder(std::move(folder))
    {
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

/// The id in "assets/<id>"; empty for every other name, so no name can lead out of the folder.
std::string assetOf(const std::string& name)
{
    const bool asset = name.starts_with(kAssetPrefix)
        && isAssetId(std::string_view(name).substr(kAssetPrefix.size()));
    return asset ? name.substr(kAssetPrefix.size()) : std::string();
}

Status checkEntries(const std::vector<ZipEntry>& entries, const UnpackLimits& limits)
{
    std::uint64_t total = 0;
    bool hasDocument = false;
    for (const ZipEntry& entry : entries) {
        hasDocument = hasDocument || entry.name == kDocument;
        if (entry.name != kDocument && assetOf(entry.name).empty()) {
            return fail(ErrorCode::InvalidInput,
                kWhat + " holds something that is no part of a project; it was not opened.");
        }
        const bool bomb = entry.size > kSmall
            && static_cast<double>(entry.size)
                > limits.ratio * static_cast<double>(std::max<std::uint64_t>(entry.packed, 1));
        if (bomb || entry.size > limits.bytes - total) {
            return fail(ErrorCode::InvalidInput,
                kWhat + " unpacks to more than is allowed; it was not opened.");
        }
        total += entry.size;
    }
    return hasDocument ? Status {}
                       : Status(fail(ErrorCode::InvalidInput,
                             kWhat + " holds no project; choose a .pieriaz file."));
}

Status unpackEntry(
    const ZipReader& zip, std::uint64_t index, const ZipEntry& entry, const fs::path& folder)
{
    const fs::path target = folder / entry.name;
    if (const Status extracted = zip.extract(index, entry.size, target); !extracted) {
        return extracted;
    }
    const std::string asset = assetOf(entry.name);
    if (asset.empty()) {
        return {};
    }
    const Result<std::string> hash = sha256OfFile(target);
    if (!hash) {
        return tl::unexpected<Failure>(hash.error());
    }
    return *hash == asset
        ? Status {}
        : Status(fail(ErrorCode::Corrupt, kWhat + " is damaged; ask for it again or use a copy."));
}

void gatherAssets(const Json& json, std::set<std::string>& used)
{
    if (json.is_structured()) {
        for (const Json& item : json) {
            gatherAssets(item, used);
        }
    } else if (const auto* text = json.get_ptr<const std::string*>()) {
        if (isAssetId(*text)) {
            used.insert(*text);
        }
    }
}

} // namespace

Status packProject(const fs::path& folder, const fs::path& archive)
{
    const ProjectPaths paths { folder };
    Result<std::string> text = readFile(paths.file(), kMostJsonBytes);
    if (!text) {
        return tl::unexpected<Failure>(text.error());
    }
    const Result<Json> json = parseJson(*text, "The project file");
    if (!json) {
        return tl::unexpected<Failure>(json.error());
    }
    std::set<std::string> used;
    gatherAssets(*json, used);
    const AssetStore assets(paths.assets());
    ZipWriter zip;
    zip.add(kDocument, std::move(*text));
    for (const std::string& id : used) {
        if (assets.contains(AssetId(id))) {
            zip.addFile(kAssetPrefix + id, assets.path(AssetId(id)));
        }
    }
    return zip.toFile(archive);
}

Status unpackProject(const fs::path& archive, const fs::path& folder, const UnpackLimits& limits)
{
    std::error_code error;
    if (fs::exists(folder, error)) {
        return fail(ErrorCode::InvalidInput,
            folder.string() + " exists already; choose another name for the project.");
    }
    const Result<ZipReader> zip = ZipReader::fromFile(archive, kWhat);
    if (!zip) {
        return tl::unexpected<Failure>(zip.error());
    }
    const auto entries = zip->entries(limits.entries);
    if (!entries) {
        return tl::unexpected<Failure>(entries.error());
    }
    if (const Status fine = checkEntries(*entries, limits); !fine) {
        return fine;
    }
    const Scratch scratch(
        folder.parent_path() / ("." + folder.filename().string() + "." + makeUuid() + ".tmp"));
    fs::create_directories(ProjectPaths { scratch.folder() }.assets(), error);
    for (std::uint64_t i = 0; i < entries->size(); ++i) {
        const Status unpacked = unpackEntry(*zip, i, (*entries)[i], scratch.folder());
        if (!unpacked) {
            return unpacked;
        }
    }
    const Result<Project> project = loadProject(scratch.folder());
    if (!project) {
        return tl::unexpected<Failure>(project.error());
    }
    fs::rename(scratch.folder(), folder, error);
    if (error) {
        return fail(ErrorCode::Io, "Could not make " + folder.string() + "; check the folder.",
            error.message());
    }
    return {};
}

} // namespace pieria
