#include "core/score/edit.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

Tick quantisedOnset(Tick onset, Tick grid, double strength)
{
    const Tick target = (onset + grid / 2) / grid * grid;
    const double moved = strength * static_cast<double>(target - onset);
    return onset + static_cast<Tick>(std::llround(moved));
}

} // namespace

std::vector<Note> quantised(std::vector<Note> notes, Tick grid, double strength)
{
    const double amount = std::isfinite(strength) ? std::clamp(strength, 0.0, 1.0) : 0.0;
    for (Note& note : notes) {
        note.onset = quantisedOnset(note.onset, std::max<Tick>(grid, 1), amount);
    }
    return notes;
}

Score quantised(
    const Score& score, TickRange range, std::optional<Slot> slot, Tick grid, double strength)
{
    Score out = score;
    for (Track& track : out.tracks) {
        if (slot && track.slot != *slot) {
            continue;
        }
        for (Note& note : track.notes) {
            if (range.contains(note.onset)) {
                note = quantised({ note }, grid, strength).front();
                // The last half step of the piece has its grid line beyond the end.
                note.onset = std::min(note.onset, std::max<Tick>(score.length - 1, 0));
            }
        }
    }
    normalise(out);
    return out;
}

} // namespace pieria
