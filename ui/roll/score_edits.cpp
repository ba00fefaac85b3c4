#include "ui/roll/score_edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::ui {

namespace {

int pitchClassOf(int pitch)
{
    return (pitch % 12 + 12) % 12;
}

std::uint8_t shifted(std::uint8_t pitch, int by)
{
    int moved = pitch + by;
    // An octave back at the edges keeps the pitch class.
    while (moved > 127) {
        moved -= 12;
    }
    while (moved < 0) {
        moved += 12;
    }
    return static_cast<std::uint8_t>(moved);
}

Score normalised(Score score)
{
    normalise(score);
    return score;
}

} // namespace

Score withTrackNotes(const Score& score, std::size_t track, std::vector<Note> notes)
{
    Score result = score;
    if (track < result.tracks.size()) {
        result.tracks[track].notes = std::move(notes);
        normalise(result);
    }
    return result;
}

Score withTempo(const Score& score, double bpm)
{
    bpm = std::clamp(bpm, 10.0, 1000.0);
    std::vector<TempoChange> changes = score.tempo.changes();
    const double factor = bpm / changes.front().bpm;
    for (TempoChange& change : changes) {
        change.bpm *= factor;
    }
    changes.front().bpm = bpm;
    Score result = score;
    result.tempo = TempoMap(std::move(changes));
    return normalised(std::move(result));
}

Score transposedTo(const Score& score, int tonic)
{
    int by = pitchClassOf(tonic - score.key().tonic);
    if (by > 6) {
        by -= 12;
    }
    Score result = score;
    for (Track& track : result.tracks) {
        if (track.slot == Slot::Drums) {
            continue;
        }
        for (Note& note : track.notes) {
            note.pitch = shifted(note.pitch, by);
        }
    }
    for (Chord& chord : result.chords) {
        chord.root = pitchClassOf(chord.root + by);
        chord.bass = pitchClassOf(chord.bass + by);
    }
    for (auto& key : result.keys) {
        key.value.tonic = pitchClassOf(key.value.tonic + by);
    }
    return normalised(std::move(result));
}

Score withProgram(const Score& score, std::size_t track, int program)
{
    Score result = score;
    if (track < result.tracks.size()) {
        result.tracks[track].program = std::clamp(program, 0, 127);
    }
    return result;
}

Score withChord(const Score& score, const Chord& chord)
{
    Score result = score;
    const auto same = std::find_if(result.chords.begin(), result.chords.end(),
        [&](const Chord& other) { return other.onset == chord.onset; });
    if (same != result.chords.end()) {
        *same = chord;
    } else {
        result.chords.push_back(chord);
    }
    return normalised(std::move(result));
}

Score withoutChord(const Score& score, std::size_t index)
{
    Score result = score;
    if (index < result.chords.size()) {
        result.chords.erase(result.chords.begin() + static_cast<std::ptrdiff_t>(index));
    }
    return result;
}

Score withSectionLabel(const Score& score, std::size_t index, std::string label)
{
    Score result = score;
    if (index < result.sections.size()) {
        result.sections[index].label = std::move(label);
        normalise(result);
    }
    return result;
}

Score withSectionAt(const Score& score, std::size_t index, Tick onset)
{
    Score result = score;
    if (index < result.sections.size()) {
        result.sections[index].onset
            = std::clamp<Tick>(onset, 0, std::max<Tick>(0, score.length - 1));
        normalise(result);
    }
    return result;
}

Score withNewSection(const Score& score, Tick onset, std::string label)
{
    Score result = score;
    std::erase_if(result.sections, [onset](const Section& s) { return s.onset == onset; });
    result.sections.push_back({ onset, std::move(label) });
    return normalised(std::move(result));
}

Score withoutSection(const Score& score, std::size_t index)
{
    Score result = score;
    if (index < result.sections.size()) {
        result.sections.erase(result.sections.begin() + static_cast<std::ptrdiff_t>(index));
    }
    return result;
}

MusicPlan followedPlan(MusicPlan plan, const Score& before, const Score& after)
{
    if (before.tempo != after.tempo) {
        plan.bpm = after.tempo.bpmAt(0);
    }
    if (before.key() != after.key()) {
        plan.key = after.key();
    }
    if (before.chords != after.chords) {
        plan.chords = after.chords;
    }
    if (before.sections != after.sections) {
        plan.sections = after.sections;
    }
    for (std::size_t i = 0; i < std::min(before.tracks.size(), after.tracks.size()); ++i) {
        SlotPlan& slot = plan.slots[slotIndex(after.tracks[i].slot)];
        if (slot.on && before.tracks[i].program != after.tracks[i].program) {
            slot.program = after.tracks[i].program;
        }
    }
    return plan;
}

std::vector<float> barEnergy(const Score& score)
{
    const auto lines = barLines(score);
    if (lines.size() < 2) {
        return {};
    }
    std::vector<float> energy(lines.size() - 1, 0.0F);
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            const auto next = std::upper_bound(lines.begin(), lines.end(), note.onset);
            const auto bar = static_cast<std::size_t>(next - lines.begin()) - 1;
            if (bar < energy.size()) {
                const float loud = static_cast<float>(note.velocity) / 127.0F;
                energy[bar] += loud * loud;
            }
        }
    }
    for (std::size_t bar = 0; bar < energy.size(); ++bar) {
        const auto beats = static_cast<float>(lines[bar + 1] - lines[bar]) / kTicksPerBeat;
        // Eight loud notes a beat are as busy as it gets; the curve is flat up there.
        energy[bar] = 1.0F - std::exp(-energy[bar] / std::max(0.25F, beats) / 2.5F);
    }
    return energy;
}

} // namespace pieria::ui
