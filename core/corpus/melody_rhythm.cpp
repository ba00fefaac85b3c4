#include "core/corpus/melody_rhythm.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace pieria {

namespace {

constexpr Tick kSixteenth = kTicksPerBeat / 4;

/// A cell in sixteenths; negative lengths are rests.
struct Cell
{
    std::array<int, 6> lengths; ///< zero-terminated
    double syncopated; ///< 0 or 1
    double dotted;
};

constexpr std::array<Cell, 14> kTwoBeatCells { { { { 8, 0 }, 0, 0 }, { { 4, 4, 0 }, 0, 0 },
    { { 6, 2, 0 }, 0, 1 }, { { 4, 2, 2, 0 }, 0, 0 }, { { 2, 2, 4, 0 }, 0, 0 },
    { { 2, 2, 2, 2, 0 }, 0, 0 }, { { 2, 4, 2, 0 }, 1, 0 }, { { 3, 3, 2, 0 }, 1, 0 },
    { { -2, 2, 4, 0 }, 0.6, 0 }, { { -2, 2, 2, 2, 0 }, 0.6, 0 }, { { 3, 1, 4, 0 }, 0, 1 },
    { { 2, 1, 1, 2, 2, 0 }, 0, 0 }, { { 2, 6, 0 }, 1, 0.3 }, { { -4, 2, 2, 0 }, 0.3, 0 } } };
constexpr std::array<Cell, 4> kOneBeatCells { { { { 4, 0 }, 0, 0 }, { { 2, 2, 0 }, 0, 0 },
    { { 3, 1, 0 }, 0, 1 }, { { 2, 1, 1, 0 }, 0, 0 } } };
constexpr std::array<Cell, 9> kThreeBeatCells { { { { 12, 0 }, 0, 0 }, { { 8, 4, 0 }, 0, 0 },
    { { 4, 4, 4, 0 }, 0, 0 }, { { 6, 2, 4, 0 }, 0, 1 }, { { 4, 2, 2, 4, 0 }, 0, 0 },
    { { 8, 2, 2, 0 }, 0, 0 }, { { 4, 8, 0 }, 0.5, 0 }, { { 4, 4, 2, 2, 0 }, 0, 0 },
    { { 2, 2, 2, 2, 4, 0 }, 0, 0 } } };
constexpr std::array<Cell, 6> kCompoundCells { { { { 6, 0 }, 0, 0 }, { { 4, 2, 0 }, 0, 0 },
    { { 2, 2, 2, 0 }, 0, 0 }, { { 3, 1, 2, 0 }, 0, 1 }, { { 2, 4, 0 }, 1, 0 },
    { { -2, 2, 2, 0 }, 0.6, 0 } } };

int soundingNotes(const Cell& cell)
{
    int count = 0;
    for (const int length : cell.lengths) {
        if (length == 0) {
            break;
        }
        count += length > 0 ? 1 : 0;
    }
    return count;
}

double weightOf(const Cell& cell, double beats, const TuneManner& manner)
{
    const double miss = soundingNotes(cell) / beats - manner.density;
    double weight = std::exp(-1.6 * miss * miss);
    weight *= 1 + cell.syncopated * (manner.syncopation * 4 - 0.9);
    weight *= 1 + cell.dotted * (manner.dotted * 4 - 0.8);
    return std::max(weight, 0.002);
}

template <std::size_t N>
const Cell& drawCell(
    const std::array<Cell, N>& cells, double beats, const TuneManner& manner, NoiseSequence& dice)
{
    std::array<double, N> weights {};
    double sum = 0;
    for (std::size_t i = 0; i < N; ++i) {
        weights[i] = weightOf(cells[i], beats, manner);
        sum += weights[i];
    }
    double mark = dice.uniform() * sum;
    for (std::size_t i = 0; i + 1 < N; ++i) {
        mark -= weights[i];
        if (mark < 0) {
            return cells[i];
        }
    }
    return cells[N - 1];
}

void append(std::vector<RhythmNote>& notes, const Cell& cell, Tick at)
{
    for (const int length : cell.lengths) {
        if (length == 0) {
            break;
        }
        const Tick ticks = std::abs(length) * kSixteenth;
        if (length > 0) {
            notes.push_back({ at, ticks });
        }
        at += ticks;
    }
}

void fillBar(std::vector<RhythmNote>& notes, Metre metre, Tick at, const TuneManner& manner,
    NoiseSequence& dice)
{
    if (metre == Metre { 6, 8 }) {
        append(notes, drawCell(kCompoundCells, 1.5, manner, dice), at);
        append(notes, drawCell(kCompoundCells, 1.5, manner, dice), at + 6 * kSixteenth);
    } else if (metre == Metre { 3, 4 }) {
        append(notes, drawCell(kThreeBeatCells, 3, manner, dice), at);
    } else if (metre == Metre { 5, 4 }) {
        append(notes, drawCell(kThreeBeatCells, 3, manner, dice), at);
        append(notes, drawCell(kTwoBeatCells, 2, manner, dice), at + 12 * kSixteenth);
    } else if (metre == Metre { 2, 4 }) {
        if (dice.chance(0.5)) {
            append(notes, drawCell(kTwoBeatCells, 2, manner, dice), at);
        } else {
            append(notes, drawCell(kOneBeatCells, 1, manner, dice), at);
            append(notes, drawCell(kOneBeatCells, 1, manner, dice), at + 4 * kSixteenth);
        }
    } else {
        append(notes, drawCell(kTwoBeatCells, 2, manner, dice), at);
        append(notes, drawCell(kTwoBeatCells, 2, manner, dice), at + 8 * kSixteenth);
    }
}

/// Where a closing note may stand: the bar's first beat, or its second strong one.
Tick drawClosingOffset(Metre metre, NoiseSequence& dice)
{
    const Tick strong = metre == Metre { 6, 8 } ? 6 * kSixteenth
        : metre == Metre { 4, 4 }               ? 8 * kSixteenth
                                                : 4 * kSixteenth;
    return dice.chance(0.7) ? 0 : strong;
}

} // namespace

Tick swungTick(Tick tick)
{
    const Tick inBeat = tick % kTicksPerBeat;
    return inBeat == kTicksPerBeat / 2 ? tick - inBeat + 2 * kTicksPerBeat / 3 : tick;
}

std::vector<RhythmNote> drawRhythm(
    Metre metre, int bars, const TuneManner& manner, UnitEnd end, NoiseSequence& dice)
{
    const Tick bar = metre.ticksPerBar();
    const Tick total = bars * bar;
    std::vector<RhythmNote> notes;
    for (int i = 0; i < bars; ++i) {
        fillBar(notes, metre, i * bar, manner, dice);
    }
    if (end == UnitEnd::Close) {
        const Tick last = total - bar + drawClosingOffset(metre, dice);
        std::erase_if(notes, [last](const RhythmNote& note) { return note.onset >= last; });
        if (!notes.empty()) {
            notes.back().gap = std::min(notes.back().gap, last - notes.back().onset);
        }
        const Tick rest = last + bar / 2 < total ? bar / 4 : 0;
        notes.push_back({ last, total - last - rest });
    } else if (end == UnitEnd::Breath && notes.size() > 2) {
        const Tick breath = total - std::min<Tick>(kTicksPerBeat, bar / 2);
        std::erase_if(notes, [breath](const RhythmNote& note) { return note.onset >= breath; });
        if (!notes.empty()) {
            notes.back().gap = breath - notes.back().onset;
        }
    }
    if (notes.empty()) {
        notes.push_back({ 0, total });
    }
    return notes;
}

} // namespace pieria
