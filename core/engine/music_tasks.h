// What a request asks of the generator, without any model: the plan, what is kept of the source
// take, and how the final score is put together. Pure functions; torch-free, so they are tested
// without weights.
#pragma once

#include "core/base/result.h"
#include "core/engine/take.h"
#include "core/prompt/music_planner.h"
#include "core/score/grid.h"

#include <optional>
#include <string>
#include <vector>

namespace pieria {

struct MusicJob
{
    MusicPlan plan;
    MusicTask task = MusicTask::Compose;
    int firstBar = 0; ///< of what is made, from 0
    int endBar = 0;
    Slot slot = Slot::Lead; ///< RemakeSlot only
    std::vector<std::string> notes; ///< sentences for people

    /// True where the source take's notes stay.
    [[nodiscard]] bool kept(int bar, Slot at) const;
};

/// Refuses what cannot be done with one sentence: bars out of range, a task without a source, ...
[[nodiscard]] Status checkMusicRequest(const MusicRequest& request, const Take* source);

/// `suggestedStyle`: the family that the meaning of the prompt is nearest to, for prompts that name
/// none.
[[nodiscard]] Result<MusicJob> planMusicJob(const MusicPlanner& planner,
    const MusicRequest& request, const MusicReading& reading, const Take* source,
    const std::optional<std::string>& suggestedStyle = std::nullopt);

/// Notes decoded from `grid` where they were made, notes of the source where they are kept. Bars
/// that the grid does not reach yet stay empty.
[[nodiscard]] Score assembleScore(const MusicJob& job, const ScoreGrid& grid, const Take* source);

/// Slots that the plan switches on, that were made, and that say nothing in the whole piece.
[[nodiscard]] std::vector<Slot> silentSlots(const MusicJob& job, const Score& score);

/// "Slow bossa nova in D minor ..."; for tasks on a take, its title.
[[nodiscard]] std::string titleOf(const MusicRequest& request, const Take* source);

} // namespace pieria
