#include "core/score/score.h"

#include "core/score/limits.h"

#include <algorithm>

namespace pieria {

std::vector<Tick> barLines(const Score& score)
{
    std::vector<Tick> lines;
    Tick line = 0;
    std::size_t next = 0;
    Tick bar = Metre {}.ticksPerBar();
    while (line < score.length && lines.size() < kMaxPieceBars) {
        for (; next < score.metres.size() && score.metres[next].tick <= line; ++next) {
            const Metre metre = score.metres[next].value;
            bar = isValidMetre(metre) ? metre.ticksPerBar() : Metre {}.ticksPerBar();
        }
        lines.push_back(line);
        // A metre change inside a bar ends that bar early.
        const Tick end = line + bar;
        line = next < score.metres.size() ? std::min(end, score.metres[next].tick) : end;
    }
    lines.push_back(std::max<Tick>(score.length, 0));
    return lines;
}

Tick barLineAtOrAfter(const Score& score, Tick tick)
{
    Score probe;
    probe.metres = score.metres;
    probe.length = tick;
    const std::vector<Tick> lines = barLines(probe);
    if (lines.size() < 2) {
        return 0;
    }
    // The bar that starts at the last line but one holds `tick`, or ends at it.
    const Tick start = lines[lines.size() - 2];
    Metre metre;
    Tick end = kMaxPieceTicks * 2;
    for (const At<Metre>& change : score.metres) {
        if (change.tick <= start) {
            metre = change.value;
        } else {
            end = std::min(end, change.tick);
        }
    }
    const Tick bar = isValidMetre(metre) ? metre.ticksPerBar() : Metre {}.ticksPerBar();
    return std::max(tick, std::min(start + bar, end));
}

Tick lastNoteEnd(const Score& score)
{
    Tick end = 0;
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            end = std::max(end, note.onset + note.duration);
        }
    }
    return end;
}

} // namespace pieria
