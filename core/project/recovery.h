// What is left of a session that ended badly, and the lock that tells.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pieria {

/// Marks a project folder as open in this process. Moving hands it over; the end of its life
/// removes the mark.
class ProjectLock
{
public:
    /// Takes over a lock whose process is dead; fails with a sentence when it is alive (another
    /// window, or another machine on a shared disk).
    [[nodiscard]] static Result<ProjectLock> acquire(const std::filesystem::path& folder);
    ProjectLock(ProjectLock&& other) noexcept;
    ProjectLock& operator=(ProjectLock&& other) noexcept;
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;
    ~ProjectLock();
    void release();

private:
    ProjectLock(std::filesystem::path file, int descriptor);
    std::filesystem::path m_file;
    int m_descriptor = -1; ///< -1: holds nothing
};

enum class LockState { Free, Alive, Dead };
[[nodiscard]] LockState lockState(const std::filesystem::path& folder);

/// Something that can be recovered: the window asks Recover / Open saved / Keep both.
struct RecoveryOffer
{
    std::filesystem::path folder;
    std::string title; ///< of the autosaved project
    bool crashed = false; ///< its lock is dead
    bool everSaved = false; ///< there is a project.json to go back to
};

/// An offer when the folder holds an autosave newer than (or differing from) its save and no living
/// process has it open. A dead lock with nothing newer is no offer: the save is whole.
[[nodiscard]] std::optional<RecoveryOffer> recoveryFor(const std::filesystem::path& folder);

/// Where projects live that were never saved: one folder each, below the user's data.
[[nodiscard]] std::filesystem::path unsavedProjectsFolder();
/// Offers among `known` (recent projects) and the never-saved ones.
[[nodiscard]] std::vector<RecoveryOffer> findRecoverable(
    const std::vector<std::filesystem::path>& known);

} // namespace pieria
