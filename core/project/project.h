// The document: everything the user made, as values. No Qt, no files here (see project_file.h).
#pragma once

#include "core/engine/take.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pieria {

/// A request that was asked for, newest last; the prompt panel's history.
struct HistoryEntry
{
    MusicRequest request;
    std::optional<TakeId> take; ///< the take it made, when it finished
    bool starred = false;
    bool operator==(const HistoryEntry&) const = default;
};

/// A take in the document: the take and what belongs to it on disk.
struct ProjectTake
{
    Take take;
    std::optional<AssetId> audio; ///< rendered mix, FLAC
    bool starred = false;
    bool operator==(const ProjectTake&) const = default;
};

struct Project
{
    static constexpr int kFormat = 1;

    std::string id; ///< UUID, made once
    std::string title = "Untitled";
    std::vector<ProjectTake> takes; ///< in the order they were made
    std::optional<TakeId> current; ///< the take on the stage
    std::vector<HistoryEntry> history;
    std::map<std::string, std::string>
        view; ///< view state by key (not undoable): zoom, loop, layout
    bool operator==(const Project&) const = default;
};

[[nodiscard]] const ProjectTake* findTake(const Project& project, const TakeId& id);
[[nodiscard]] ProjectTake* findTake(Project& project, const TakeId& id);

} // namespace pieria
