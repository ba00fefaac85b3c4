#include "core/prompt/music_planner.h"

#include "core/base/file.h"
#include "core/base/noise.h"
#include "core/prompt/lexicon/lexicon.h"
#include "core/prompt/lexicon/tables.h"
#include "core/prompt/planning/energy_course.h"
#include "core/prompt/planning/form.h"
#include "core/prompt/planning/frame.h"
#include "core/prompt/planning/harmony.h"
#include "core/prompt/planning/instrumentation.h"
#include "core/prompt/planning/style_choice.h"
#include "core/prompt/planning/style_file.h"
#include "core/prompt/planning/wanted.h"

#include <algorithm>

namespace pieria {

namespace {

using namespace prompt;

constexpr std::uintmax_t kLargestTable = std::uintmax_t { 16 } << 20;
constexpr double kIntroChance = 0.4;
constexpr double kFillChance = 0.35;
constexpr int kLongEnough = 16; ///< bars from which an intro and an ending come by themselves

bool happens(std::uint64_t seed, std::string_view factor, double chance)
{
    return Noise(seed, factor).uniform(0) < chance;
}

bool goesOn(const MusicControls& controls)
{
    return controls.loop || (controls.part && controls.part->index < controls.part->count);
}

/// What was asked for always; else by chance, in pieces long enough to bear it.
FormWishes formWishes(const MusicControls& controls, int bars, int phrase, std::uint64_t seed)
{
    const bool free = bars >= kLongEnough;
    const bool opens = !controls.part || controls.part->index == 1;
    FormWishes wishes;
    wishes.bars = bars;
    wishes.phrase = phrase;
    wishes.intro = controls.intro
        || (!controls.noIntro && opens && !controls.loop && free
            && (controls.part || happens(seed, "form/intro", kIntroChance)));
    wishes.ending = !controls.noEnding && (controls.ending || (free && !goesOn(controls)));
    wishes.fills
        = controls.fills || (!controls.noFills && free && happens(seed, "form/fills", kFillChance));
    return wishes;
}

int phraseLength(const Progression& progression, int bars)
{
    if (progression.bars() == 12) {
        return 12;
    }
    return bars >= 24 || progression.bars() == 8 ? 8 : 4;
}

} // namespace

Result<MusicPlanner> MusicPlanner::load(const std::filesystem::path& folder)
{
    const auto json = readFile(folder / "styles.json", kLargestTable);
    if (!json) {
        return tl::unexpected(json.error());
    }
    auto styles = readStyles(*json);
    if (!styles) {
        return tl::unexpected(styles.error());
    }
    auto progressions = readProgressions(folder / "progressions.jsonl");
    if (!progressions) {
        return tl::unexpected(progressions.error());
    }
    MusicPlanner planner;
    planner.m_styles = std::move(*styles);
    planner.m_progressions = std::move(*progressions);
    return planner;
}

std::string MusicPlanner::familyOf(std::string_view genre) const
{
    if (m_styles.contains(std::string(genre))) {
        return std::string(genre);
    }
    const Entry* entry = lexicon().find(genre);
    const auto row = entry == nullptr ? std::nullopt : entry->row(SenseKind::Style);
    if (!row) {
        return {};
    }
    std::string family;
    const auto consider = [&](std::string_view name) {
        if (family.empty() && m_styles.contains(std::string(name))) {
            family = std::string(name);
        }
    };
    consider(styleRows()[*row].name);
    forEachEntry(styleRows()[*row].families, consider);
    return family;
}

Result<PlannedMusic> MusicPlanner::planWithNotes(const MusicRequest& request,
    const MusicReading& reading, const std::optional<std::string>& suggestedStyle) const
{
    PlannedMusic planned;
    const auto wanted = combine(request, reading, planned.notes);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const std::uint64_t seed = request.seed;
    const MusicControls& controls = wanted->controls;
    const StylePrior& style = chooseStyle(*this, *wanted, suggestedStyle, seed);
    MusicPlan& plan = planned.plan;
    plan.metre = planMetre(*this, style, *wanted, seed);
    plan.key = planKey(style, *wanted, seed);
    plan.bpm = planTempo(style, *wanted, seed);
    plan.loop = controls.loop;
    plan.style = wanted->said || suggestedStyle ? style.name : std::string();
    const auto progressions
        = chooseProgressions(m_progressions, style, *wanted, plan.key.mode, seed);
    plan.bars
        = planBars(*wanted, plan.bpm, plan.metre, progressions[0].bars() == 12, planned.notes);
    const auto form
        = planForm(formWishes(controls, plan.bars, phraseLength(progressions[0], plan.bars), seed));
    plan.sections = sectionsOf(form, plan.metre);
    plan.chords = planChords(form, progressions, plan.key, plan.metre,
        goesOn(controls) ? LastBar::LeadsBack : LastBar::Closes);
    plan.energy = planEnergy(form, style, *wanted);
    auto slots = planInstruments(style, *wanted, seed, planned.notes);
    if (!slots) {
        return tl::unexpected(slots.error());
    }
    plan.slots = *slots;
    return planned;
}

Result<MusicPlan> MusicPlanner::plan(const MusicRequest& request, const MusicReading& reading,
    const std::optional<std::string>& suggestedStyle) const
{
    auto planned = planWithNotes(request, reading, suggestedStyle);
    if (!planned) {
        return tl::unexpected(planned.error());
    }
    return std::move(planned->plan);
}

} // namespace pieria
