#include "core/corpus/melody_layer.h"

#include "core/corpus/melody.h"
#include "core/corpus/slot_assignment.h"

#include <algorithm>
#include <array>

namespace pieria {

namespace {

constexpr double kCounterChance = 0.25;

void addCounter(Score& score, const StyleVoices& voices, NoiseSequence& dice)
{
    constexpr std::array<int, 6> kCounters { 48, 42, 60, 41, 49, 71 };
    const int program
        = dice.chance(0.6) ? kCounters[dice.below(kCounters.size())] : drawLead(voices, dice);
    auto [low, high] = melodicRange(program);
    high = std::max(low + 12, high - 9); // below the tune
    Track track { Slot::Counter, program, std::string(slotName(Slot::Counter)), {} };
    track.notes = writeCounterLine(score, low, high, dice);
    addTrack(score, std::move(track));
}

} // namespace

bool hasSlot(const Score& score, Slot slot)
{
    return std::any_of(score.tracks.begin(), score.tracks.end(),
        [slot](const Track& track) { return track.slot == slot; });
}

void addTrack(Score& score, Track track)
{
    tidyNotes(track.notes);
    thinToGrid(track.notes);
    if (track.notes.empty()) {
        return;
    }
    const auto place = std::find_if(score.tracks.begin(), score.tracks.end(),
        [&](const Track& other) { return other.slot > track.slot; });
    score.tracks.insert(place, std::move(track));
}

void addMelody(Score& score, const StyleVoices& voices, bool swung, NoiseSequence& dice)
{
    const int program = drawLead(voices, dice);
    const auto [low, high] = melodicRange(program);
    MelodyRequest request;
    request.low = low;
    request.high = high;
    request.manner = mannerAt(voices, score.tempo.bpmAt(0), score.metre(), swung);
    request.manner.density *= 0.8 + 0.4 * dice.uniform();
    request.inIntro = dice.chance(0.2);
    request.velocity = 86 + static_cast<int>(dice.below(16));
    Track track { Slot::Lead, program, std::string(slotName(Slot::Lead)), {} };
    track.notes = writeMelody(score, request, dice);
    addTrack(score, std::move(track));
    if (!hasSlot(score, Slot::Counter) && dice.chance(kCounterChance)) {
        addCounter(score, voices, dice);
    }
    normalise(score);
}

} // namespace pieria
