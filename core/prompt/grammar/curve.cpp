#include "core/prompt/grammar/terms.h"
#include "core/prompt/lexicon/tables.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

constexpr double kNoticeable = 0.15;

std::optional<double> levelOf(const Term& term)
{
    if (term.negated || term.dropped) {
        return std::nullopt;
    }
    if (const auto row = term.entry->row(SenseKind::Energy)) {
        return energyRows()[*row].level;
    }
    if (const auto row = term.entry->row(SenseKind::Mood)) {
        return moodRows()[*row].energy;
    }
    if (const auto row = term.entry->row(SenseKind::Tempo)) {
        return std::clamp((tempoRows()[*row].slowest - 40) / 120, 0.0, 1.0);
    }
    return std::nullopt;
}

/// A word of change stands between two levels.
bool changes(const Draft& draft, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (draft.readsAny(i,
                { "then", "to", "into", "becomes", "becoming", "turns", "turning", "ends", "ending",
                    "finishes", "finishing", "before", "gets", "getting", "grows", "growing",
                    "until", "later", "finally", "afterwards", "evolves", "evolving", "transitions",
                    "turn", "transitioning", "end", "becomes", "after", "towards", "leading",
                    "goes", "explodes", "building" })) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<EnergyCurve> curveOfLevels(const Draft& draft, const std::vector<Term>& terms)
{
    std::vector<double> levels;
    const Term* before = nullptr;
    for (const Term& term : terms) {
        const auto level = levelOf(term);
        if (!level) {
            continue;
        }
        if (levels.empty()) {
            levels.push_back(*level);
        } else if (changes(draft, before->last, term.first)) {
            levels.push_back(*level);
        } else if (levels.size() == 1) {
            levels.back() = *level;
        }
        before = &term;
    }
    if (levels.size() < 2) {
        return std::nullopt;
    }
    const double rise = levels[1] - levels[0];
    const double last = levels.size() > 2 ? levels[2] - levels[1] : 0;
    if (rise > kNoticeable) {
        return last < -kNoticeable ? EnergyCurve::Arch : EnergyCurve::Rising;
    }
    if (rise < -kNoticeable) {
        return last > kNoticeable ? EnergyCurve::Valley : EnergyCurve::Falling;
    }
    return std::nullopt;
}

} // namespace pieria::prompt
