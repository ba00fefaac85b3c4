// From controls to a plan: every exact thing is decided here, before sampling, from the request,
// the reading of the prompt and a small prior over styles (resources/corpus/styles.json, whose
// schema is in README.md). Each choice draws from its own noise stream, so asking for another
// instrument does not change the chords.
#pragma once

#include "core/base/result.h"
#include "core/corpus/progressions.h"
#include "core/engine/music_request.h"
#include "core/prompt/music_prompt.h"
#include "core/score/plan.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pieria {

inline constexpr int kMostPlannedBars = 1024;
inline constexpr double kSlowestBpm = 30;
inline constexpr double kFastestBpm = 300;

/// What the corpus says of one style family.
struct StylePrior
{
    std::string name; ///< "bossa nova"
    double slowest = 60; ///< bpm
    double fastest = 180;
    std::vector<Metre> metres; ///< most common first
    std::vector<Mode> modes;
    double energy = 0.5;
    /// Per slot: chance that it plays, and programs with weights. Of drums the kit.
    std::array<double, kSlotCount> chance {};
    std::array<std::vector<std::pair<int, double>>, kSlotCount> programs;
    std::vector<std::string>
        progressions; ///< ids of resources/corpus/progressions.jsonl that suit it
};

/// A plan with sentences about what could not be done as asked.
struct PlannedMusic
{
    MusicPlan plan;
    std::vector<std::string> notes;
};

class MusicPlanner
{
public:
    /// Reads styles.json and progressions.jsonl below `folder` (resources/corpus).
    [[nodiscard]] static Result<MusicPlanner> load(const std::filesystem::path& folder);
    /// `reading` of request.prompt; the negative prompt is read too and only takes away. Fields of
    /// the request win over the prompt. The result's bars are exact: request.bars, else the length
    /// in seconds rounded to the nearest whole bar, else the prompt's, else 16. `suggestedStyle`
    /// (a genre or a family, from text embeddings) counts when the prompt names no style.
    /// request.instruments is the whole instrumentation; instruments of the prompt are completed
    /// from the style unless it says "only".
    [[nodiscard]] Result<MusicPlan> plan(const MusicRequest& request, const MusicReading& reading,
        const std::optional<std::string>& suggestedStyle = std::nullopt) const;
    [[nodiscard]] Result<PlannedMusic> planWithNotes(const MusicRequest& request,
        const MusicReading& reading,
        const std::optional<std::string>& suggestedStyle = std::nullopt) const;
    [[nodiscard]] const std::map<std::string, StylePrior>& styles() const { return m_styles; }
    /// The family for a genre of the lexicon or another spelling of it; empty when there is none.
    [[nodiscard]] std::string familyOf(std::string_view genre) const;

private:
    std::map<std::string, StylePrior> m_styles;
    std::vector<Progression> m_progressions;
};

} // namespace pieria
