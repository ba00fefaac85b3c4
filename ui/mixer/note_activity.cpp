#include "ui/mixer/note_activity.h"

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

constexpr Tick kDecay = 2 * kTicksPerBeat;

bool isSilent(const Mix& mix, Slot slot)
{
    const bool anySolo = std::any_of(
        mix.strips.begin(), mix.strips.end(), [](const Strip& strip) { return strip.solo; });
    const Strip& strip = mix.strips[slotIndex(slot)];
    return strip.mute || (anySolo && !strip.solo);
}

} // namespace

float noteActivity(const Score& score, const Mix& mix, Slot slot, Tick at)
{
    if (isSilent(mix, slot)) {
        return 0;
    }
    double power = 0;
    for (const Track& track : score.tracks) {
        if (track.slot != slot) {
            continue;
        }
        const auto past = std::upper_bound(track.notes.begin(), track.notes.end(), at,
            [](Tick tick, const Note& note) { return tick < note.onset; });
        for (auto note = std::make_reverse_iterator(past); note != track.notes.rend(); ++note) {
            const Tick age = at - note->onset;
            if (age > 2 * kDecay) {
                break;
            }
            const bool sounds = track.slot == Slot::Drums || age < note->duration;
            if (sounds) {
                const double decay
                    = std::exp2(-4.0 * static_cast<double>(age) / static_cast<double>(kDecay));
                const double loud = note->velocity / 127.0;
                power += loud * loud * decay * 0.1;
            }
        }
    }
    const double gain = std::pow(10.0, mix.strips[slotIndex(slot)].gain / 20);
    return static_cast<float>(std::min(1.0, std::sqrt(power) * gain));
}

} // namespace pieria::ui
