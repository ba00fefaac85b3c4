// A project on disk: the folder Name.pieria with
//   project.json     format number, program version, takes, history, view state
//   backup-1.json    the save before (2 and 3: the ones before that)
//   assets/          immutable files named by SHA-256: scores (MIDI), latents (safetensors), audio
//   autosave/        project.json of the unsaved state; its assets are in assets/, too
//   lock             the process that has it open (see recovery.h)
// A save writes new assets first and project.json last, by an atomic rename: whenever the power
// goes, the folder holds one whole state. Autosave writes nothing but the JSON and the scores that
// changed since.
#pragma once

#include "core/base/result.h"
#include "core/project/asset_store.h"
#include "core/project/project.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pieria {

inline constexpr int kBackupCount = 3;

struct ProjectPaths
{
    std::filesystem::path folder; ///< Name.pieria
    [[nodiscard]] std::filesystem::path file() const { return folder / "project.json"; }
    [[nodiscard]] std::filesystem::path backup(int n) const ///< from 1, newest first
    {
        return folder / ("backup-" + std::to_string(n) + ".json");
    }
    [[nodiscard]] std::filesystem::path assets() const { return folder / "assets"; }
    [[nodiscard]] std::filesystem::path autosaveFile() const
    {
        return folder / "autosave" / "project.json";
    }
    [[nodiscard]] std::filesystem::path lock() const { return folder / "lock"; }
};

/// Saves as `folder`; keeps the last kBackupCount saves and removes the autosave. Scores are
/// normalised on the way. The audio assets of the takes must be in the folder already, or be in
/// `from` (Save As copies them).
[[nodiscard]] Status saveProject(const Project& project, const std::filesystem::path& folder,
    const std::filesystem::path& from = {});
[[nodiscard]] Status autosaveProject(const Project& project, const std::filesystem::path& folder);

/// Saving what was loaded writes the same bytes. A missing audio asset is dropped (it can be
/// rendered again) and logged; a missing score or latents is a failure.
[[nodiscard]] Result<Project> loadProject(const std::filesystem::path& folder);
[[nodiscard]] Result<Project> loadAutosave(const std::filesystem::path& folder);
/// A kept save, from 1 (newest) to kBackupCount.
[[nodiscard]] Result<Project> loadBackup(const std::filesystem::path& folder, int n);
[[nodiscard]] Status removeAutosave(const std::filesystem::path& folder);

/// Deletes assets that neither the save, its backups nor the autosave use. Call when closing.
[[nodiscard]] Status collectAssets(const std::filesystem::path& folder);

/// project.json as text; assets are written to or read from `assets`.
[[nodiscard]] Result<std::string> projectToJson(const Project& project, const AssetStore& assets);
[[nodiscard]] Result<Project> projectFromJson(std::string_view text, const AssetStore& assets);

} // namespace pieria
