#include "tests/eval/score_features.h"

#include "core/score/grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pieria::eval {

namespace {

constexpr int kPhases = 24; ///< onsets within a bar, in 24ths of it

/// Where in the bar notes start, as a distribution, and how many there are per bar.
void addRhythm(std::vector<double>& out, const std::vector<Note>& notes, Tick barTicks, double bars)
{
    std::array<double, kPhases> phase {};
    for (const Note& note : notes) {
        phase[static_cast<std::size_t>((note.onset % barTicks) * kPhases / barTicks)] += 1;
    }
    const double total = std::max(1.0, static_cast<double>(notes.size()));
    for (const double count : phase) {
        out.push_back(count / total);
    }
    out.push_back(std::log1p(static_cast<double>(notes.size()) / bars) / 3);
}

void addDrums(std::vector<double>& out, const std::vector<Note>& notes, Tick barTicks, double bars)
{
    const auto group = [](int pitch) {
        if (pitch == 35 || pitch == 36) {
            return 0; // kick
        }
        if (pitch == 38 || pitch == 40 || pitch == 37 || pitch == 39) {
            return 1; // snare, stick, clap
        }
        if (pitch == 42 || pitch == 44 || pitch == 46) {
            return 2; // hi-hat
        }
        if (pitch == 51 || pitch == 53 || pitch == 59 || pitch == 49 || pitch == 57) {
            return 3; // cymbals
        }
        return 4; // toms and percussion
    };
    for (int wanted = 0; wanted < 5; ++wanted) {
        std::vector<Note> part;
        std::copy_if(notes.begin(), notes.end(), std::back_inserter(part),
            [&](const Note& note) { return group(note.pitch) == wanted; });
        addRhythm(out, part, barTicks, bars);
    }
}

void addPitch(std::vector<double>& out, const std::vector<Note>& notes)
{
    std::array<double, 13> step {};
    double length = 0;
    double together = 0;
    double velocity = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        length += std::log2(static_cast<double>(notes[i].duration) / 24.0);
        velocity += notes[i].velocity;
        if (i > 0 && notes[i].onset == notes[i - 1].onset) {
            together += 1;
        } else if (i > 0) {
            step[static_cast<std::size_t>(
                std::min(12, std::abs(notes[i].pitch - notes[i - 1].pitch)))]
                += 1;
        }
    }
    const double n = std::max(1.0, static_cast<double>(notes.size()));
    for (const double count : step) {
        out.push_back(count / n);
    }
    out.push_back(length / n / 4);
    out.push_back(together / n);
    out.push_back(velocity / n / 127);
}

} // namespace

std::vector<double> scoreFeatures(const Score& score)
{
    const Tick barTicks = std::max<Tick>(1, score.metre().ticksPerBar());
    const double bars
        = std::max(1.0, static_cast<double>(score.length) / static_cast<double>(barTicks));
    std::array<std::vector<Note>, kSlotCount> notes;
    for (const Track& track : score.tracks) {
        auto& slot = notes[slotIndex(track.slot)];
        slot.insert(slot.end(), track.notes.begin(), track.notes.end());
    }
    for (auto& slot : notes) {
        std::sort(slot.begin(), slot.end());
    }
    std::vector<double> out;
    addDrums(out, notes[slotIndex(Slot::Drums)], barTicks, bars);
    addRhythm(out, notes[slotIndex(Slot::Bass)], barTicks, bars);
    addPitch(out, notes[slotIndex(Slot::Bass)]);
    std::vector<Note> harmony;
    for (const Slot slot : { Slot::Chords, Slot::Comp, Slot::Counter, Slot::Extra }) {
        harmony.insert(harmony.end(), notes[slotIndex(slot)].begin(), notes[slotIndex(slot)].end());
    }
    std::sort(harmony.begin(), harmony.end());
    addRhythm(out, harmony, barTicks, bars);
    addPitch(out, harmony);
    out.push_back(static_cast<double>(score.metre().numerator) / 6);
    return out;
}

} // namespace pieria::eval
