#include "core/score/plan.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

template <class T> const T* lastAtOrBefore(const std::vector<T>& items, Tick tick)
{
    const auto after = std::upper_bound(
        items.begin(), items.end(), tick, [](Tick t, const T& item) { return t < item.onset; });
    return after == items.begin() ? nullptr : &*std::prev(after);
}

/// Loudness-like weight of the notes that start in a bar: velocity energy, compressed.
std::vector<float> estimateEnergy(const Score& score, Tick barTicks, int bars)
{
    std::vector<double> sum(static_cast<std::size_t>(bars), 0.0);
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            const Tick bar = note.onset / barTicks;
            if (bar < bars) {
                const double velocity = note.velocity / 127.0;
                sum[static_cast<std::size_t>(bar)] += velocity * velocity;
            }
        }
    }
    std::vector<float> energy;
    const double perBeat = static_cast<double>(kTicksPerBeat) / static_cast<double>(barTicks);
    for (const double value : sum) {
        energy.push_back(static_cast<float>(1.0 - std::exp(-value * perBeat / 4.0)));
    }
    return energy;
}

} // namespace

const Chord* chordAt(const std::vector<Chord>& chords, Tick tick)
{
    return lastAtOrBefore(chords, tick);
}

const Section* sectionAt(const std::vector<Section>& sections, Tick tick)
{
    return lastAtOrBefore(sections, tick);
}

MusicPlan planFromScore(const Score& score, std::vector<float> energy)
{
    MusicPlan plan;
    plan.metre = score.metre();
    plan.key = score.key();
    plan.bpm = score.tempo.bpmAt(0);
    const Tick barTicks = std::max<Tick>(1, plan.metre.ticksPerBar());
    plan.bars = static_cast<int>((score.length + barTicks - 1) / barTicks);
    for (const Track& track : score.tracks) {
        SlotPlan& slot = plan.slots[slotIndex(track.slot)];
        if (!slot.on) {
            slot = { true, track.program };
        }
    }
    plan.sections = score.sections;
    plan.chords = score.chords;
    plan.energy = std::move(energy);
    if (plan.energy.empty()) {
        plan.energy = estimateEnergy(score, barTicks, plan.bars);
    }
    plan.energy.resize(static_cast<std::size_t>(plan.bars), 0.5F);
    return plan;
}

} // namespace pieria
