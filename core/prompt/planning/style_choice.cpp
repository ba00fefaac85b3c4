#include "core/prompt/planning/style_choice.h"

#include "core/base/noise.h"
#include "core/prompt/lexicon/tables.h"

#include <algorithm>
#include <cmath>

namespace pieria::prompt {

namespace {

constexpr double kSharpness = 4;

bool isExcluded(const MusicPlanner& planner, const Wanted& wanted, const std::string& family)
{
    return std::any_of(wanted.controls.notStyles.begin(), wanted.controls.notStyles.end(),
        [&](const std::string& genre) { return planner.familyOf(genre) == family; });
}

/// What each mood is worth to the families that suit it.
std::map<std::string, double> familiesOfMoods(const MusicPlanner& planner, const Wanted& wanted)
{
    std::map<std::string, double> worth;
    for (const std::string& name : wanted.controls.moods) {
        if (const MoodRow* mood = moodRow(name)) {
            double share = 1.2;
            forEachEntry(mood->families, [&](std::string_view family) {
                worth[planner.familyOf(family)] += share;
                share -= 0.15;
            });
        }
    }
    return worth;
}

/// How far the style's energy is from that of the moods.
double moodDistance(const StylePrior& style, const Wanted& wanted)
{
    double distance = 0;
    for (const std::string& name : wanted.controls.moods) {
        if (const MoodRow* mood = moodRow(name)) {
            distance += std::abs(mood->energy - style.energy);
        }
    }
    return distance;
}

double tempoScore(const StylePrior& style, const Wanted& wanted)
{
    const MusicControls& controls = wanted.controls;
    if (!controls.bpm && !controls.bpmRange) {
        return 0;
    }
    const double low = controls.bpm ? *controls.bpm : controls.bpmRange->first;
    const double high = controls.bpm ? *controls.bpm : controls.bpmRange->second;
    if (low <= style.fastest && high >= style.slowest) {
        return 0.5;
    }
    const double gap = low > style.fastest ? low / style.fastest : style.slowest / high;
    return -2 * std::log2(gap) - 0.2;
}

double instrumentScore(const StylePrior& style, const Wanted& wanted)
{
    double score = 0;
    for (const InstrumentWish& wish : wanted.instruments) {
        double best = wish.drums ? 0.5 * style.chance[slotIndex(Slot::Drums)] : 0;
        for (std::size_t slot = 1; slot < kSlotCount; ++slot) {
            double all = 0;
            double named = 0;
            for (const auto& [program, weight] : style.programs[slot]) {
                all += weight;
                const bool wished = std::find(wish.programs.begin(), wish.programs.end(), program)
                    != wish.programs.end();
                named += wished ? weight : 0;
            }
            best = std::max(best, all > 0 ? style.chance[slot] * named / all : 0);
        }
        score += 1.2 * best;
    }
    return score;
}

double formScore(const StylePrior& style, const Wanted& wanted)
{
    double score = 0;
    if (wanted.controls.metre) {
        const auto& metres = style.metres;
        const auto found = std::find(metres.begin(), metres.end(), *wanted.controls.metre);
        score += found == metres.begin() ? 0.5 : found != metres.end() ? 0.3 : -0.8;
    }
    if (wanted.controls.mode) {
        const auto& modes = style.modes;
        const bool known
            = std::find(modes.begin(), modes.end(), *wanted.controls.mode) != modes.end();
        score += known ? 0.2 : -0.2;
    }
    if (wanted.controls.energy) {
        score -= 0.8 * std::abs(*wanted.controls.energy - style.energy);
    }
    return score;
}

const StylePrior* named(const MusicPlanner& planner, const Wanted& wanted)
{
    for (const std::string& genre : wanted.controls.styles) {
        const auto found = planner.styles().find(planner.familyOf(genre));
        if (found != planner.styles().end()) {
            return &found->second;
        }
    }
    return nullptr;
}

} // namespace

const MoodRow* moodRow(std::string_view name)
{
    const auto rows = moodRows();
    const auto found = std::find_if(
        rows.begin(), rows.end(), [name](const MoodRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

const StylePrior& chooseStyle(const MusicPlanner& planner, const Wanted& wanted,
    const std::optional<std::string>& suggested, std::uint64_t seed)
{
    if (const StylePrior* style = named(planner, wanted)) {
        return *style;
    }
    if (suggested) {
        const auto found = planner.styles().find(planner.familyOf(*suggested));
        if (found != planner.styles().end() && !isExcluded(planner, wanted, found->first)) {
            return found->second;
        }
    }
    // Gumbel-max: every style draws from its own stream, so a small change of the wishes rarely
    // changes the winner.
    const std::map<std::string, double> families = familiesOfMoods(planner, wanted);
    const StylePrior* best = &planner.styles().begin()->second;
    double most = -1e9;
    for (const auto& [name, style] : planner.styles()) {
        if (isExcluded(planner, wanted, name)) {
            continue;
        }
        const auto suits = families.find(name);
        const double score = (suits == families.end() ? 0 : suits->second)
            - 0.4 * moodDistance(style, wanted) + tempoScore(style, wanted)
            + instrumentScore(style, wanted) + formScore(style, wanted);
        const Noise noise(seed, "style/" + name);
        const double value = kSharpness * score - std::log(-std::log(noise.uniform(0)));
        if (value > most) {
            most = value;
            best = &style;
        }
    }
    return *best;
}

} // namespace pieria::prompt
