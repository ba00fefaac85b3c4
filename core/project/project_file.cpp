#include "core/project/project_file.h"

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/project/json_fields.h"

#include <set>
#include <system_error>
#include <utility>

namespace pieria {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostJsonBytes = std::uintmax_t { 256 } << 20;

Result<Project> loadFrom(const fs::path& file, const fs::path& folder)
{
    const Result<std::string> text = readFile(file, kMostJsonBytes);
    if (!text) {
        return tl::unexpected<Failure>(text.error());
    }
    return projectFromJson(*text, AssetStore(ProjectPaths { folder }.assets()));
}

/// The save so far becomes backup 1, 1 becomes 2, 2 becomes 3. Only renames of whole files; the
/// save itself stays in place all the time, as a second name of the same file.
Status rotateBackups(const ProjectPaths& paths)
{
    std::error_code error;
    for (int n = kBackupCount; n > 1; --n) {
        if (fs::exists(paths.backup(n - 1), error)) {
            fs::rename(paths.backup(n - 1), paths.backup(n), error);
        }
    }
    const Result<std::string> saved = readFile(paths.file(), kMostJsonBytes);
    return saved ? writeFileAtomically(paths.backup(1), *saved)
                 : Status(tl::unexpected<Failure>(saved.error()));
}

Status copyAudio(const Project& project, const AssetStore& to, const AssetStore& from)
{
    for (const ProjectTake& entry : project.takes) {
        if (entry.audio && !to.contains(*entry.audio) && from.contains(*entry.audio)) {
            const Result<AssetId> copied = to.putFile(from.path(*entry.audio));
            if (!copied) {
                return tl::unexpected<Failure>(copied.error());
            }
        }
    }
    return {};
}

void gatherAssets(const Json& json, std::set<AssetId>& used)
{
    if (json.is_structured()) {
        for (const Json& item : json) {
            gatherAssets(item, used);
        }
    } else if (const auto* text = json.get_ptr<const std::string*>()) {
        if (isAssetId(*text)) {
            used.insert(AssetId(*text));
        }
    }
}

} // namespace

Status saveProject(const Project& project, const fs::path& folder, const fs::path& from)
{
    const ProjectPaths paths { folder };
    const AssetStore assets(paths.assets());
    if (!from.empty()) {
        const Status copied
            = copyAudio(project, assets, AssetStore(ProjectPaths { from }.assets()));
        if (!copied) {
            return copied;
        }
    }
    const Result<std::string> text = projectToJson(project, assets);
    if (!text) {
        return tl::unexpected<Failure>(text.error());
    }
    const Result<std::string> saved = readFile(paths.file(), kMostJsonBytes);
    if (!saved || *saved != *text) {
        if (saved) {
            if (const Status rotated = rotateBackups(paths); !rotated) {
                return rotated;
            }
        }
        if (const Status written = writeFileAtomically(paths.file(), *text); !written) {
            return written;
        }
    }
    return removeAutosave(folder);
}

Status autosaveProject(const Project& project, const fs::path& folder)
{
    const ProjectPaths paths { folder };
    const Result<std::string> text = projectToJson(project, AssetStore(paths.assets()));
    if (!text) {
        return tl::unexpected<Failure>(text.error());
    }
    return writeFileAtomically(paths.autosaveFile(), *text);
}

Result<Project> loadProject(const fs::path& folder)
{
    return loadFrom(ProjectPaths { folder }.file(), folder);
}

Result<Project> loadAutosave(const fs::path& folder)
{
    return loadFrom(ProjectPaths { folder }.autosaveFile(), folder);
}

Result<Project> loadBackup(const fs::path& folder, int n)
{
    return loadFrom(ProjectPaths { folder }.backup(n), folder);
}

Status removeAutosave(const fs::path& folder)
{
    std::error_code error;
    fs::remove(ProjectPaths { folder }.autosaveFile(), error);
    if (error) {
        return fail(ErrorCode::Io, "Could not remove the autosave of " + folder.string() + ".",
            error.message());
    }
    return {};
}

Status collectAssets(const fs::path& folder)
{
    const ProjectPaths paths { folder };
    std::vector<fs::path> documents { paths.file(), paths.autosaveFile() };
    for (int n = 1; n <= kBackupCount; ++n) {
        documents.push_back(paths.backup(n));
    }
    std::set<AssetId> used;
    for (const fs::path& document : documents) {
        const Result<std::string> text = readFile(document, kMostJsonBytes);
        if (!text && text.error().code == ErrorCode::NotFound) {
            continue;
        }
        const Result<Json> json
            = text ? parseJson(*text, "The project file") : tl::unexpected<Failure>(text.error());
        if (!json) {
            // What cannot be read may use anything.
            return tl::unexpected<Failure>(json.error());
        }
        gatherAssets(*json, used);
    }
    return AssetStore(paths.assets()).collect(used);
}

} // namespace pieria
