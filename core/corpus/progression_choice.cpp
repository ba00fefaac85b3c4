#include "core/corpus/progression_choice.h"

#include <algorithm>

namespace pieria {

namespace {

bool shares(std::string_view a, std::string_view b)
{
    return !a.empty() && !b.empty()
        && (a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos);
}

bool hasPowerChords(const Progression& progression)
{
    return std::any_of(progression.chords.begin(), progression.chords.end(),
        [](const Numeral& chord) { return chord.suffix == "5"; });
}

bool hasHalfBars(const Progression& progression)
{
    return std::any_of(progression.chords.begin(), progression.chords.end(),
        [](const Numeral& chord) { return chord.bars < 1; });
}

bool isHeavy(std::string_view family)
{
    return family == "rock" || family == "trance";
}

double weightOf(const Progression& progression, const GrooveRow& row)
{
    if (hasPowerChords(progression) && !isHeavy(row.family)) {
        return 0;
    }
    double weight = 1;
    for (const std::string& style : progression.styles) {
        if (shares(style, row.family) || shares(style, row.nickname)) {
            weight = std::max(weight, 7.0);
        }
    }
    const bool twelveBar = progression.bars() == 12;
    if (twelveBar) {
        const bool blue = row.family == "blues" || row.family == "boogie woogie"
            || row.family == "rock and roll";
        return blue ? 24 : 0.2;
    }
    if (row.metre.numerator != 4 && hasHalfBars(progression)) {
        weight *= 0.4;
    }
    return weight;
}

} // namespace

const Progression& chooseProgression(const std::vector<Progression>& progressions,
    const GrooveRow& row, const Progression* partner, NoiseSequence& dice)
{
    std::vector<double> weights;
    double sum = 0;
    for (const Progression& progression : progressions) {
        const bool fits = partner == nullptr
            || (progression.mode == partner->mode
                && (progression.bars() == 12) == (partner->bars() == 12));
        weights.push_back(fits ? weightOf(progression, row) : 0);
        sum += weights.back();
    }
    double mark = dice.uniform() * sum;
    for (std::size_t i = 0; i < progressions.size(); ++i) {
        mark -= weights[i];
        if (mark < 0) {
            return progressions[i];
        }
    }
    return partner != nullptr ? *partner : progressions.front();
}

} // namespace pieria
