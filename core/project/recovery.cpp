#include "core/project/recovery.h"

#include "core/base/file.h"
#include "core/base/paths.h"
#include "core/project/json_fields.h"
#include "core/project/project_file.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace pieria {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostJsonBytes = std::uintmax_t { 256 } << 20;

/// Whether the autosave was written after the save and says something else.
bool isNewer(const ProjectPaths& paths, const std::string& autosave)
{
    const Result<std::string> saved = readFile(paths.file(), kMostJsonBytes);
    if (!saved) {
        return true;
    }
    std::error_code error;
    const auto savedAt = fs::last_write_time(paths.file(), error);
    const auto autosavedAt = fs::last_write_time(paths.autosaveFile(), error);
    return !error && autosavedAt >= savedAt && *saved != autosave;
}

std::string titleOf(const Json& json)
{
    const auto title = json.is_object() ? json.find("title") : json.end();
    const bool known = json.is_object() && title != json.end() && title->is_string();
    return known ? title->get<std::string>() : "Untitled";
}

} // namespace

std::optional<RecoveryOffer> recoveryFor(const fs::path& folder)
{
    const ProjectPaths paths { folder };
    const LockState state = lockState(folder);
    if (state == LockState::Alive) {
        return std::nullopt;
    }
    const Result<std::string> autosave = readFile(paths.autosaveFile(), kMostJsonBytes);
    if (!autosave || !isNewer(paths, *autosave)) {
        return std::nullopt;
    }
    const Result<Json> json = parseJson(*autosave, "The autosave");
    if (!json) {
        return std::nullopt;
    }
    std::error_code error;
    return RecoveryOffer { folder, titleOf(*json), state == LockState::Dead,
        fs::exists(paths.file(), error) };
}

fs::path unsavedProjectsFolder()
{
    return userDataFolder() / "unsaved";
}

std::vector<RecoveryOffer> findRecoverable(const std::vector<fs::path>& known)
{
    std::set<fs::path> folders(known.begin(), known.end());
    std::error_code error;
    for (const fs::directory_entry& entry :
        fs::directory_iterator(unsavedProjectsFolder(), error)) {
        folders.insert(entry.path());
    }
    std::vector<RecoveryOffer> offers;
    for (const fs::path& folder : folders) {
        if (auto offer = recoveryFor(folder)) {
            offers.push_back(std::move(*offer));
        }
    }
    return offers;
}

} // namespace pieria
