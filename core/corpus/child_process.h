// Runs another program and collects what it prints: the corpus maker's way to mma.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace pieria {

struct ChildResult
{
    int exitCode = 0;
    std::string output; ///< standard output, at most 64 MiB
};

/// Runs `arguments[0]` (looked up in PATH) in `folder` with HOME set to it, standard error dropped.
/// NotFound when the program is missing, Unavailable when it takes longer than `limit` (it is then
/// killed), Internal when it dies of a signal. A non-zero exit code is a result, not a failure.
[[nodiscard]] Result<ChildResult> runChild(const std::vector<std::string>& arguments,
    const std::filesystem::path& folder, std::chrono::milliseconds limit);

/// A private folder below the system's temporary folder, removed with its contents at the end.
class ScratchFolder
{
public:
    [[nodiscard]] static Result<ScratchFolder> make();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&& other) noexcept;
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit ScratchFolder(std::filesystem::path path);
    std::filesystem::path m_path;
};

} // namespace pieria
