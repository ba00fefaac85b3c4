#include "core/score/slot_guess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace pieria {

namespace {

enum class Colour { Keys, Mallets, Organ, Plucked, Bass, Bowed, Ensemble, Wind, Lead, Pad, Other };

Colour colourOf(int program)
{
    constexpr std::array<Colour, 16> kByFamily { Colour::Keys, Colour::Mallets, Colour::Organ,
        Colour::Plucked, Colour::Bass, Colour::Bowed, Colour::Ensemble, Colour::Wind, Colour::Wind,
        Colour::Wind, Colour::Lead, Colour::Pad, Colour::Pad, Colour::Plucked, Colour::Mallets,
        Colour::Other };
    if (program == 43 || program == 58) { // contrabass, tuba
        return Colour::Bass;
    }
    if (program == 110 || program == 109) { // fiddle, bagpipe
        return Colour::Lead;
    }
    return kByFamily[static_cast<std::size_t>(std::clamp(program, 0, 127)) / 8];
}

double bassFitness(const PartFeatures& part, Colour colour)
{
    const double low = std::clamp((52 - part.meanPitch) / 12, -2.0, 1.0);
    const double single = part.polyphony < 1.3 ? 0.5 : -1.0;
    return low + single + (colour == Colour::Bass ? 3 : 0);
}

double leadFitness(const PartFeatures& part, Colour colour)
{
    const double high = std::clamp((part.meanPitch - 62) / 12, -1.0, 1.0);
    const double single = part.polyphony < 1.3 ? 1.0 : -1.0;
    const bool sings = colour == Colour::Lead || colour == Colour::Wind || colour == Colour::Bowed;
    return 1 + high + single + (sings ? 1 : 0) + std::min(part.share, 0.5)
        - (colour == Colour::Pad || colour == Colour::Ensemble ? 1 : 0)
        - (colour == Colour::Bass ? 3 : 0);
}

double padFitness(const PartFeatures& part, Colour colour)
{
    const double slow = std::clamp((part.meanBeats - 1) / 2, -1.0, 1.0);
    const bool soft = colour == Colour::Pad || colour == Colour::Ensemble;
    return slow + (soft ? 2.5 : 0) + (part.polyphony > 1.5 ? 0.5 : 0)
        - (colour == Colour::Bass ? 3 : 0);
}

double chordsFitness(const PartFeatures& part, Colour colour)
{
    const bool harmonic
        = colour == Colour::Keys || colour == Colour::Organ || colour == Colour::Plucked;
    return std::clamp(part.polyphony - 1.5, -1.0, 1.5) + (harmonic ? 1.5 : 0)
        - (colour == Colour::Bass ? 3 : 0);
}

} // namespace

PartFeatures partFeatures(const Track& track, bool drums, std::size_t allNotes)
{
    PartFeatures part;
    part.drums = drums;
    part.program = track.program;
    if (track.notes.empty()) {
        return part;
    }
    double pitches = 0;
    double beats = 0;
    std::vector<int> sorted;
    std::size_t onsets = 0;
    for (std::size_t i = 0; i < track.notes.size(); ++i) {
        const Note& note = track.notes[i];
        pitches += note.pitch;
        beats += static_cast<double>(note.duration) / static_cast<double>(kTicksPerBeat);
        sorted.push_back(note.pitch);
        onsets += i == 0 || track.notes[i - 1].onset != note.onset ? 1 : 0;
    }
    std::sort(sorted.begin(), sorted.end());
    const auto count = static_cast<double>(track.notes.size());
    part.meanPitch = pitches / count;
    part.lowestPitch = sorted[sorted.size() / 10];
    part.polyphony = count / static_cast<double>(onsets);
    part.meanBeats = beats / count;
    part.share = count / static_cast<double>(std::max<std::size_t>(allNotes, 1));
    return part;
}

double slotFitness(const PartFeatures& part, Slot slot)
{
    const Colour colour = colourOf(part.program);
    switch (slot) {
    case Slot::Drums:
        return part.drums ? 10 : -10;
    case Slot::Bass:
        return bassFitness(part, colour);
    case Slot::Chords:
        return chordsFitness(part, colour);
    case Slot::Comp:
        return chordsFitness(part, colour) - 0.4 - std::clamp(part.meanBeats - 1, 0.0, 1.0);
    case Slot::Lead:
        return leadFitness(part, colour);
    case Slot::Counter:
        return leadFitness(part, colour) - 0.7;
    case Slot::Pad:
        return padFitness(part, colour);
    case Slot::Extra:
        return -2;
    }
    return -10;
}

std::vector<Slot> guessSlots(const std::vector<PartFeatures>& parts)
{
    std::vector<std::optional<Slot>> given(parts.size());
    std::array<bool, kSlotCount> taken {};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].drums) {
            given[i] = Slot::Drums;
        }
    }
    taken[slotIndex(Slot::Drums)] = true;
    // Greedy: the best pair of a free part and a free slot first.
    for (std::size_t round = 1; round < kSlots.size(); ++round) {
        double best = -1e9;
        std::optional<std::pair<std::size_t, Slot>> choice;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            for (const Slot slot : kSlots) {
                if (given[i] || taken[slotIndex(slot)]) {
                    continue;
                }
                const double fitness = slotFitness(parts[i], slot);
                if (fitness > best) {
                    best = fitness;
                    choice = { i, slot };
                }
            }
        }
        if (!choice) {
            break;
        }
        given[choice->first] = choice->second;
        taken[slotIndex(choice->second)] = true;
    }
    std::vector<Slot> slots;
    for (const auto& slot : given) {
        slots.push_back(slot.value_or(Slot::Extra));
    }
    return slots;
}

} // namespace pieria
