// From controls to a plan: every exact thing is decided here, before sampling, from the request,
// the reading of the prompt and a small prior over styles (resources/corpus/styles.json). Each
// choice draws from its own noise stream, so asking for another instrument does not change the
// chords.
#pragma once

#include "core/base/result.h"
#include "core/engine/music_request.h"
#include "core/prompt/music_prompt.h"
#include "core/score/plan.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pieria {

/// What the corpus says of one style family.
struct StylePrior
{
    std::string name; ///< "bossa nova"
    double slowest = 60; ///< bpm
    double fastest = 180;
    std::vector<Metre> metres; ///< most common first
    std::vector<Mode> modes;
    double energy = 0.5;
    /// Per slot: chance that it plays, and programs with weights.
    std::array<double, kSlotCount> chance {};
    std::array<std::vector<std::pair<int, double>>, kSlotCount> programs;
    std::vector<std::string>
        progressions; ///< ids of resources/corpus/progressions.jsonl that suit it
};

class MusicPlanner
{
public:
    /// Reads styles.json and progressions.jsonl below `folder` (resources/corpus).
    [[nodiscard]] static Result<MusicPlanner> load(const std::filesystem::path& folder);
    /// `reading` of request.prompt; the negative prompt is read too and only takes away. The
    /// result's bars are exact: request.bars, else the length in seconds rounded to the nearest
    /// whole bar.
    [[nodiscard]] Result<MusicPlan> plan(
        const MusicRequest& request, const MusicReading& reading) const;
    [[nodiscard]] const std::map<std::string, StylePrior>& styles() const { return m_styles; }

private:
    struct Progression
    {
        std::string id;
        Mode mode = Mode::Major;
        std::vector<std::string> moods;
        std::vector<std::string> styles;
        std::vector<Chord> chords; ///< in C, onsets in ticks of 4/4 bars
        double bars = 4;
    };
    std::map<std::string, StylePrior> m_styles;
    std::vector<Progression> m_progressions;
};

} // namespace pieria
