#include "core/prompt/planning/frame.h"

#include "core/base/noise.h"
#include "core/prompt/lexicon/tables.h"
#include "core/prompt/planning/draw.h"
#include "core/prompt/planning/style_choice.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::prompt {

namespace {

constexpr int kUsualBars = 16;
constexpr double kMetreFallOff = 0.12; ///< each further metre of a style is this much rarer
constexpr double kModeFallOff = 0.5;

bool isDark(Mode mode)
{
    return mode == Mode::Minor || mode == Mode::Dorian || mode == Mode::Phrygian
        || mode == Mode::Locrian;
}

double fallOff(double factor, std::size_t rank)
{
    return std::pow(factor, static_cast<double>(rank));
}

/// Sums of what the moods say: light from -1 to 1, pace from -1 to 1.
std::pair<double, double> lightAndPace(const Wanted& wanted)
{
    double light = 0;
    double pace = 0;
    double count = 0;
    for (const std::string& name : wanted.controls.moods) {
        if (const MoodRow* mood = moodRow(name)) {
            light += mood->light;
            pace += mood->pace;
            ++count;
        }
    }
    return count > 0 ? std::pair { light / count, pace / count } : std::pair { 0.0, 0.0 };
}

Mode drawMode(const std::vector<Mode>& modes, std::uint64_t seed)
{
    std::vector<double> weights;
    for (std::size_t i = 0; i < modes.size(); ++i) {
        weights.push_back(fallOff(kModeFallOff, i));
    }
    return modes[drawIndex(weights, Noise(seed, "key/mode").uniform(0))];
}

Mode planMode(const StylePrior& style, const Wanted& wanted, std::uint64_t seed)
{
    if (wanted.controls.mode) {
        return *wanted.controls.mode;
    }
    const double light = lightAndPace(wanted).first;
    // "in F" by itself is F major unless the style is a dark one.
    const bool tonicAlone = wanted.controls.tonic && std::abs(light) <= 0.3;
    if (tonicAlone) {
        return isDark(style.modes.front()) ? style.modes.front() : Mode::Major;
    }
    if (std::abs(light) <= 0.3) {
        return drawMode(style.modes, seed);
    }
    std::vector<Mode> fitting;
    std::copy_if(style.modes.begin(), style.modes.end(), std::back_inserter(fitting),
        [light](Mode mode) { return isDark(mode) == (light < 0); });
    if (fitting.empty()) {
        return light < 0 ? Mode::Minor : Mode::Major;
    }
    return drawMode(fitting, seed);
}

int drawTonic(std::uint64_t seed)
{
    // Keys people play in: few accidentals are commoner.
    constexpr std::array<double, 12> kWeights { 5, 1, 4, 2.5, 3, 4, 1, 5, 2, 4, 3, 1.5 };
    return static_cast<int>(drawIndex(kWeights, Noise(seed, "key/tonic").uniform(0)));
}

using Range = std::pair<double, double>;

/// What is left of `range` outside `taboo`; the bigger side.
Range outside(Range range, const Range& taboo)
{
    if (taboo.second < range.first || taboo.first > range.second) {
        return range;
    }
    const double below = taboo.first - range.first;
    const double above = range.second - taboo.second;
    if (below <= 0 && above <= 0) { // all of it is unwanted: go past the nearer edge
        return (taboo.first + taboo.second) / 2 > 110
            ? Range { taboo.first - 30, taboo.first - 5 }
            : Range { taboo.second + 5, taboo.second + 30 };
    }
    return below > above ? Range { range.first, taboo.first }
                         : Range { taboo.second, range.second };
}

Range tempoRange(const StylePrior& style, const Wanted& wanted)
{
    Range range { style.slowest, style.fastest };
    const double pace = lightAndPace(wanted).second;
    const double width = range.second - range.first;
    if (pace > 0.2) {
        range.first += width * 0.4;
    } else if (pace < -0.2) {
        range.second -= width * 0.4;
    }
    if (wanted.controls.bpmRange) {
        const Range asked = *wanted.controls.bpmRange;
        const Range both { std::max(asked.first, style.slowest),
            std::min(asked.second, style.fastest) };
        range = both.second - both.first >= 4 ? both : asked;
    }
    return wanted.notBpm ? outside(range, *wanted.notBpm) : range;
}

} // namespace

Metre planMetre(
    const MusicPlanner& planner, const StylePrior& style, const Wanted& wanted, std::uint64_t seed)
{
    if (wanted.controls.metre) {
        return *wanted.controls.metre;
    }
    // A waltz is in three whatever stands beside it.
    for (const std::string& genre : wanted.controls.styles) {
        const auto found = planner.styles().find(planner.familyOf(genre));
        if (found == planner.styles().end()) {
            continue;
        }
        const auto& metres = found->second.metres;
        if (std::find(metres.begin(), metres.end(), Metre { 4, 4 }) == metres.end()) {
            return metres.front();
        }
    }
    std::vector<double> weights;
    for (std::size_t i = 0; i < style.metres.size(); ++i) {
        weights.push_back(fallOff(kMetreFallOff, i));
    }
    return style.metres[drawIndex(weights, Noise(seed, "metre").uniform(0))];
}

Key planKey(const StylePrior& style, const Wanted& wanted, std::uint64_t seed)
{
    return { wanted.controls.tonic ? *wanted.controls.tonic : drawTonic(seed),
        planMode(style, wanted, seed) };
}

double planTempo(const StylePrior& style, const Wanted& wanted, std::uint64_t seed)
{
    if (wanted.controls.bpm) {
        return *wanted.controls.bpm;
    }
    const Range range = tempoRange(style, wanted);
    const double u = Noise(seed, "tempo").uniform(0);
    const double bpm = std::round(range.first + u * (range.second - range.first));
    return std::clamp(bpm, kSlowestBpm, kFastestBpm);
}

int planBars(
    const Wanted& wanted, double bpm, Metre metre, bool twelveBars, std::vector<std::string>& notes)
{
    const MusicControls& controls = wanted.controls;
    if (controls.bars) {
        return std::clamp(*controls.bars, 1, kMostPlannedBars);
    }
    if (!controls.length) {
        return twelveBars ? 24 : kUsualBars;
    }
    const double beatsPerBar = static_cast<double>(metre.ticksPerBar()) / kTicksPerBeat;
    const double bars = std::round(controls.length->value() * bpm / 60 / beatsPerBar);
    if (bars > kMostPlannedBars) {
        notes.push_back("A piece has at most " + std::to_string(kMostPlannedBars)
            + " bars: it is cut to that length.");
    }
    return static_cast<int>(std::clamp(bars, 1.0, static_cast<double>(kMostPlannedBars)));
}

} // namespace pieria::prompt
