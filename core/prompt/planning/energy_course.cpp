#include "core/prompt/planning/energy_course.h"

#include "core/prompt/lexicon/tables.h"
#include "core/prompt/planning/style_choice.h"

#include <algorithm>
#include <cmath>

namespace pieria::prompt {

namespace {

constexpr double kSwing = 0.3; ///< how far a curve moves from the level, each way

double baseLevel(const StylePrior& style, const Wanted& wanted)
{
    if (wanted.controls.energy && !wanted.controls.energyCurve) {
        return *wanted.controls.energy;
    }
    double sum = 0;
    int count = 0;
    for (const std::string& name : wanted.controls.moods) {
        if (const MoodRow* mood = moodRow(name)) {
            sum += mood->energy;
            ++count;
        }
    }
    if (wanted.controls.energy) {
        sum += *wanted.controls.energy;
        ++count;
    }
    return count == 0 ? style.energy : 0.6 * sum / count + 0.4 * style.energy;
}

double sectionShift(const FormSection& section)
{
    if (section.label == "intro") {
        return -0.15;
    }
    if (section.label == "ending") {
        return -0.12;
    }
    if (section.label == "fill") {
        return 0.1;
    }
    switch (section.material) {
    case 'B':
        return 0.1;
    case 'C':
        return -0.06;
    default:
        return section.label == "A" ? 0 : 0.05;
    }
}

/// -1 to 1 over the piece, `x` from 0 to 1.
double curveAt(EnergyCurve curve, double x)
{
    switch (curve) {
    case EnergyCurve::Rising:
        return 2 * x - 1;
    case EnergyCurve::Falling:
        return 1 - 2 * x;
    case EnergyCurve::Arch:
        return 1 - 2 * std::abs(2 * x - 1);
    case EnergyCurve::Valley:
        return 2 * std::abs(2 * x - 1) - 1;
    case EnergyCurve::Flat:
        break;
    }
    return 0;
}

/// Mousai's "i of n": an opening rises, a finale falls, the middle stays up.
double partAt(const PartOf& part, double x)
{
    if (part.index == 1) {
        return 1.6 * x - 1;
    }
    return part.index == part.count ? 0.6 - 1.6 * x : 0.35;
}

} // namespace

std::vector<float> planEnergy(
    const std::vector<FormSection>& form, const StylePrior& style, const Wanted& wanted)
{
    const MusicControls& controls = wanted.controls;
    const int bars = form.back().firstBar + form.back().bars;
    const bool shaped = controls.energyCurve.has_value();
    const double level = baseLevel(style, wanted);
    // A curve needs room on both sides.
    const double base = shaped && *controls.energyCurve != EnergyCurve::Flat
        ? std::clamp(level, kSwing, 1 - kSwing)
        : level;
    std::vector<float> energy;
    for (const FormSection& section : form) {
        for (int bar = 0; bar < section.bars; ++bar) {
            const double x
                = bars < 2 ? 0.5 : static_cast<double>(section.firstBar + bar) / (bars - 1);
            double value = base;
            if (shaped) {
                value += kSwing * curveAt(*controls.energyCurve, x);
            } else {
                value += sectionShift(section);
                value += controls.part ? kSwing * partAt(*controls.part, x) : 0;
            }
            energy.push_back(static_cast<float>(std::clamp(value, 0.02, 1.0)));
        }
    }
    return energy;
}

} // namespace pieria::prompt
