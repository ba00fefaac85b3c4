#include "core/corpus/melody_pitch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pieria {

namespace {

constexpr double kForbidden = 1e6;

int wrap(int pitch)
{
    return ((pitch % 12) + 12) % 12;
}

bool isBlueNote(int pitch, Key key)
{
    const int degree = wrap(pitch - key.tonic);
    return degree == 3 || degree == 10;
}

double noteCost(int pitch, const PitchSlot& slot, const PitchRules& rules)
{
    double cost = 0.16 * std::pow(std::abs(pitch - slot.target), 1.15);
    const bool isLong = slot.gap >= kTicksPerBeat;
    if (isChordTone(pitch, slot.chord)) {
        cost += inMelodyScale(pitch, slot.chord, rules.key) ? 0 : 0.3;
    } else if (inMelodyScale(pitch, slot.chord, rules.key)) {
        cost += (isLong ? 1.6 : 0.7) + slot.weight * (isLong ? 2.4 : 1.6);
        cost += isChordTone(pitch - 1, slot.chord) ? (isLong ? 4 : 1.2) : 0;
    } else if (rules.blue && isBlueNote(pitch, rules.key)) {
        cost += isLong ? 2.5 : 1.2;
    } else {
        return kForbidden;
    }
    if (slot.cadence != 0 && ((slot.cadence >> wrap(pitch - rules.key.tonic)) & 1u) == 0) {
        cost += 9;
    }
    return cost;
}

double leapCost(int size)
{
    constexpr std::array<double, 13> kCost { 1.0, 0, 0, 0.45, 0.5, 0.9, 4.5, 1.3, 2.2, 2.4, 6, 9,
        2.4 };
    return size <= 12 ? kCost[static_cast<std::size_t>(size)] : 14;
}

double stepCost(int from, int to, const PitchSlot& before, const PitchSlot& here)
{
    const int size = std::abs(to - from);
    double cost = leapCost(size);
    if (size > 2) {
        cost += isChordTone(from, before.chord) ? 0 : 3;
        cost += isChordTone(to, here.chord) ? 0 : 2.2;
        cost += here.gap <= kTicksPerBeat / 4 ? 1.5 : 0;
    }
    if (here.motifInterval) {
        cost += std::min(2.4, 0.4 * std::abs(to - from - *here.motifInterval));
    }
    return cost;
}

double turnCost(int first, int second, int third)
{
    const int before = second - first;
    const int after = third - second;
    if (std::abs(before) >= 5) {
        if (before * after > 0) {
            return 2.2;
        }
        return std::abs(after) <= 2 ? 0 : 0.7;
    }
    if (before == 0 && after == 0) {
        return 1.8;
    }
    return first == third && before != 0 ? 0.35 : 0;
}

} // namespace

bool isChordTone(int pitch, const Chord& chord)
{
    return ((chordMask(chord.quality) >> wrap(pitch - chord.root)) & 1u) != 0;
}

bool inMelodyScale(int pitch, const Chord& chord, Key key)
{
    const int degree = wrap(pitch - key.tonic);
    if (((scaleMask(key.mode) >> degree) & 1u) == 0) {
        return false;
    }
    if (key.mode == Mode::Minor && (degree == 10 || degree == 11)) {
        const bool raised = isChordTone(key.tonic + 11, chord);
        return (degree == 11) == raised;
    }
    return true;
}

std::vector<int> findPitches(
    const std::vector<PitchSlot>& slots, const PitchRules& rules, NoiseSequence& dice)
{
    const auto width = static_cast<std::size_t>(rules.high - rules.low + 1);
    const std::size_t count = slots.size();
    if (count == 0) {
        return {};
    }
    std::vector<std::vector<double>> own(count, std::vector<double>(width));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t p = 0; p < width; ++p) {
            own[i][p]
                = noteCost(rules.low + static_cast<int>(p), slots[i], rules) + 0.7 * dice.uniform();
        }
    }
    // best[a][b]: cheapest line ending with pitches a, b; from[i][a][b] the one before them.
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> best(width * width, infinity);
    std::vector<std::vector<std::size_t>> from(count, std::vector<std::size_t>(width * width, 0));
    for (std::size_t b = 0; b < width; ++b) {
        best[b] = own[0][b];
    }
    const auto pitch = [&](std::size_t p) { return rules.low + static_cast<int>(p); };
    for (std::size_t i = 1; i < count; ++i) {
        std::vector<double> next(width * width, infinity);
        for (std::size_t b = 0; b < width; ++b) {
            if (own[i - 1][b] >= kForbidden) {
                continue;
            }
            for (std::size_t c = 0; c < width; ++c) {
                if (own[i][c] >= kForbidden) {
                    continue;
                }
                const double step = stepCost(pitch(b), pitch(c), slots[i - 1], slots[i]);
                for (std::size_t a = 0; a < (i == 1 ? 1 : width); ++a) {
                    const double turn = i == 1 ? 0 : turnCost(pitch(a), pitch(b), pitch(c));
                    const double cost = best[a * width + b] + own[i][c] + step + turn;
                    if (cost < next[b * width + c]) {
                        next[b * width + c] = cost;
                        from[i][b * width + c] = a;
                    }
                }
            }
        }
        best = std::move(next);
    }
    const auto cheapest
        = static_cast<std::size_t>(std::min_element(best.begin(), best.end()) - best.begin());
    std::vector<int> line(count);
    std::size_t b = cheapest / width;
    std::size_t c = cheapest % width;
    for (std::size_t i = count; i-- > 0;) {
        line[i] = pitch(c);
        const std::size_t a = i > 0 ? from[i][b * width + c] : 0;
        c = b;
        b = a;
    }
    return line;
}

} // namespace pieria
