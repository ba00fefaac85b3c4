#include "core/corpus/groove_library.h"

#include "core/corpus/child_process.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace pieria {

namespace {

constexpr auto kLimit = std::chrono::seconds(60);
constexpr std::string_view kLibraryFolder = "/usr/share/mma/lib/stdlib";

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// Patterns that are no music of the file's own metre or length.
bool isUsable(std::string_view name)
{
    return !contains(name, "Metronome") && !contains(name, "DrumIntro") && name != "Ballad68-44";
}

std::vector<Groove>& shelfFor(GrooveFile& file, std::string_view name)
{
    if (contains(name, "Intro") || contains(name, "intro")) {
        return file.intros;
    }
    if (contains(name, "Fill")) {
        return file.fills;
    }
    return contains(name, "End") ? file.endings : file.bodies;
}

Result<GrooveFile> readFileOf(
    const std::string& mma, const std::filesystem::path& scratch, const GrooveRow& row)
{
    const std::string path = std::string(kLibraryFolder) + "/" + std::string(row.file) + ".mma";
    const auto child = runChild({ mma, "-Djs", path }, scratch, kLimit);
    if (!child) {
        return tl::unexpected(child.error());
    }
    const std::size_t marker = child->output.find("JSON\n");
    if (child->exitCode != 0 || marker == std::string::npos) {
        return fail(ErrorCode::Unavailable,
            "mma could not describe its groove file " + std::string(row.file)
                + "; reinstall the package mma and try again.");
    }
    const auto json = nlohmann::json::parse(child->output.substr(marker + 5), nullptr, false);
    GrooveFile file { &row, {}, {}, {}, {} };
    if (json.is_array()) {
        for (const auto& entry : json) {
            const std::string name = entry.value("groove", std::string());
            if (!name.empty() && isUsable(name)) {
                shelfFor(file, name)
                    .push_back({ name, entry.value("description", std::string()),
                        std::max(1, entry.value("size", 1)) * row.barsPerMmaBar() });
            }
        }
    }
    if (file.bodies.empty()) {
        return fail(ErrorCode::Corrupt,
            "mma's groove file " + std::string(row.file)
                + " holds no groove; reinstall the package mma.");
    }
    return file;
}

} // namespace

Result<std::vector<GrooveFile>> readGrooveLibrary(const std::string& mma,
    const std::filesystem::path& scratch, const std::vector<std::string>& only)
{
    std::vector<GrooveFile> files;
    for (const GrooveRow& row : grooveTable()) {
        if (!only.empty() && std::find(only.begin(), only.end(), row.file) == only.end()) {
            continue;
        }
        auto file = readFileOf(mma, scratch, row);
        if (!file) {
            return tl::unexpected(file.error());
        }
        files.push_back(std::move(*file));
    }
    return files;
}

} // namespace pieria
