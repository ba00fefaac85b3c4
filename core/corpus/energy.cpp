#include "core/corpus/energy.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace pieria {

namespace {

constexpr double kBusyOnsetsPerSecond = 24; ///< where the density share saturates
constexpr double kFullSlots = 7;

struct BarSum
{
    double onsets = 0; ///< chords count as the square root of their size
    double velocity = 0;
    int notes = 0;
    std::set<Slot> slots;
};

void countTrack(const Track& track, const std::vector<Tick>& lines, std::vector<BarSum>& bars)
{
    std::size_t bar = 0;
    for (std::size_t i = 0; i < track.notes.size();) {
        const Tick onset = track.notes[i].onset;
        while (bar + 1 < bars.size() && onset >= lines[bar + 1]) {
            ++bar;
        }
        std::size_t end = i;
        for (; end < track.notes.size() && track.notes[end].onset == onset; ++end) {
            bars[bar].velocity += track.notes[end].velocity;
            ++bars[bar].notes;
        }
        bars[bar].onsets += std::sqrt(static_cast<double>(end - i));
        bars[bar].slots.insert(track.slot);
        i = end;
    }
}

} // namespace

std::vector<float> barEnergies(const Score& score)
{
    const std::vector<Tick> lines = barLines(score);
    if (lines.size() < 2) {
        return {};
    }
    std::vector<BarSum> bars(lines.size() - 1);
    for (const Track& track : score.tracks) {
        countTrack(track, lines, bars);
    }
    std::vector<float> energies;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double seconds
            = score.tempo.secondsAt(lines[i + 1]).value() - score.tempo.secondsAt(lines[i]).value();
        const BarSum& bar = bars[i];
        double energy = 0;
        if (bar.notes > 0 && seconds > 0) {
            const double density = std::min(1.0, bar.onsets / seconds / kBusyOnsetsPerSecond);
            const double loudness = std::clamp((bar.velocity / bar.notes - 30) / 80, 0.0, 1.0);
            const double width = std::min(1.0, static_cast<double>(bar.slots.size()) / kFullSlots);
            energy = 0.5 * density + 0.25 * loudness + 0.25 * width;
        }
        energies.push_back(static_cast<float>(std::round(energy * 1000) / 1000));
    }
    return energies;
}

} // namespace pieria
