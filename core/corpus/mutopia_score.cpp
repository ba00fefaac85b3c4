#include "core/corpus/mutopia_score.h"

#include "core/corpus/chord_estimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace pieria {

namespace {

constexpr std::size_t kPitchedSlots = 7;

Tick scaledTick(Tick tick, double scale)
{
    return std::llround(static_cast<double>(tick) * scale);
}

/// How much a piece leans on ticks congruent to `phase`: long notes and low ones mark bar lines.
double phaseWeight(const std::vector<Track>& tracks, Tick bar, Tick phase)
{
    double sum = 0;
    for (const Track& track : tracks) {
        for (const Note& note : track.notes) {
            if (note.onset % bar == phase) {
                const auto length = static_cast<double>(std::min(note.duration, bar));
                sum += length * (note.pitch < 55 ? 1.6 : 1.0);
            }
        }
    }
    return sum;
}

/// Ticks before the first full bar, 0 when the piece begins with one.
Tick findPickup(const std::vector<Track>& tracks, Metre metre)
{
    const Tick bar = metre.ticksPerBar();
    const Tick step = metre.denominator == 8 ? kTicksPerBeat / 2 : kTicksPerBeat;
    Tick best = 0;
    double bestWeight = 1.2 * phaseWeight(tracks, bar, 0);
    for (Tick phase = step; phase < bar; phase += step) {
        const double weight = phaseWeight(tracks, bar, phase);
        if (weight > bestWeight) {
            bestWeight = weight;
            best = phase;
        }
    }
    return best;
}

void moveToBarLine(std::vector<Track>& tracks, Metre metre)
{
    const Tick pickup = findPickup(tracks, metre);
    const Tick shift = pickup > 0 ? metre.ticksPerBar() - pickup : 0;
    for (Track& track : tracks) {
        for (Note& note : track.notes) {
            note.onset += shift;
        }
    }
}

/// The header knows the instruments better than a file that is all piano.
void applyHints(std::vector<Track>& tracks, const PrintedPiece& piece)
{
    const bool onlyPiano = std::all_of(piece.filePrograms.begin(), piece.filePrograms.end(),
        [](int program) { return program == 0; });
    if (!onlyPiano || piece.hintPrograms.empty() || piece.hintPrograms.front() == 0) {
        return;
    }
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].slot != Slot::Drums) {
            tracks[i].program = piece.hintPrograms[std::min(i, piece.hintPrograms.size() - 1)];
        }
    }
}

/// Tracks that share a slot move to free ones; false when there are too many.
bool separate(std::vector<Track>& tracks)
{
    constexpr std::array<Slot, kPitchedSlots> kOrder { Slot::Lead, Slot::Chords, Slot::Counter,
        Slot::Comp, Slot::Bass, Slot::Pad, Slot::Extra };
    std::set<Slot> taken;
    for (Track& track : tracks) {
        if (taken.insert(track.slot).second) {
            continue;
        }
        const auto free = std::find_if(
            kOrder.begin(), kOrder.end(), [&](Slot slot) { return !taken.contains(slot); });
        if (free == kOrder.end() || track.slot == Slot::Drums) {
            return false;
        }
        track.slot = *free;
        taken.insert(*free);
    }
    return true;
}

bool isFlat(const Track& track)
{
    return std::all_of(track.notes.begin(), track.notes.end(),
        [&](const Note& note) { return note.velocity == track.notes.front().velocity; });
}

/// A performer's accents where the source has no dynamics at all.
void accent(Track& track, Metre metre)
{
    if (!isFlat(track)) {
        return;
    }
    const int base = track.slot == Slot::Lead ? 88 : 76;
    for (Note& note : track.notes) {
        const Tick inBar = note.onset % metre.ticksPerBar();
        const int weight = inBar == 0 ? 8 : inBar % kTicksPerBeat == 0 ? 3 : -3;
        note.velocity = static_cast<std::uint8_t>(base + weight);
    }
}

Key keyOf(const Score& score, const PrintedPiece& piece)
{
    const auto printed = keyFromName(piece.key);
    const auto estimated = keyFromName(piece.keyEstimate);
    if (estimated && piece.keyMargin > 0.15) {
        return *estimated;
    }
    return printed ? checkedKey(score, *printed) : estimated ? *estimated : estimateKey(score);
}

void addSections(Score& score)
{
    const Tick phrase = 8 * score.metre().ticksPerBar();
    constexpr std::array<std::string_view, 4> kLabels { "A", "B", "C", "D" };
    for (Tick at = 0; at < score.length; at += 2 * phrase) {
        score.sections.push_back(
            { at, std::string(kLabels[static_cast<std::size_t>(at / (2 * phrase)) % 4]) });
    }
}

} // namespace

std::optional<MetreReading> readMetre(const std::string& printed)
{
    static const std::map<std::string, MetreReading> kReadings { { "4/4", { { 4, 4 }, 1 } },
        { "2/2", { { 4, 4 }, 1 } }, { "3/4", { { 3, 4 }, 1 } }, { "2/4", { { 2, 4 }, 1 } },
        { "6/8", { { 6, 8 }, 1 } }, { "12/8", { { 6, 8 }, 1 } }, { "3/8", { { 3, 4 }, 2 } },
        { "3/2", { { 3, 4 }, 0.5 } }, { "4/2", { { 4, 4 }, 0.5 } }, { "6/4", { { 6, 8 }, 0.5 } },
        { "5/4", { { 5, 4 }, 1 } }, { "2/8", { { 2, 4 }, 2 } }, { "4/8", { { 4, 4 }, 2 } },
        { "6/16", { { 6, 8 }, 2 } } };
    const auto found = kReadings.find(printed);
    return found != kReadings.end() ? std::optional(found->second) : std::nullopt;
}

std::optional<Score> gridScore(const Score& read, const PrintedPiece& piece,
    const MetreReading& reading, double bpm, AssignmentLoss& loss)
{
    std::vector<Track> tracks;
    for (const Track& track : read.tracks) {
        if (track.notes.empty()) {
            continue;
        }
        Track moved = track;
        moved.program = track.slot == Slot::Drums ? 0 : track.program;
        for (Note& note : moved.notes) {
            note.onset = scaledTick(note.onset, reading.scale);
            note.duration = std::max<Tick>(6, scaledTick(note.duration, reading.scale));
        }
        tracks.push_back(std::move(moved));
    }
    if (tracks.empty()) {
        return std::nullopt;
    }
    applyHints(tracks, piece);
    if (!separate(tracks)) {
        return std::nullopt;
    }
    moveToBarLine(tracks, reading.metre);
    Score score;
    score.title = piece.title;
    score.tempo = TempoMap(bpm);
    score.metres = { { 0, reading.metre } };
    std::sort(tracks.begin(), tracks.end(),
        [](const Track& a, const Track& b) { return a.slot < b.slot; });
    for (Track& track : tracks) {
        track.name = std::string(slotName(track.slot));
        tidyNotes(track.notes);
        loss.notes += thinToGrid(track.notes);
        accent(track, reading.metre);
        score.tracks.push_back(std::move(track));
    }
    const Tick bar = reading.metre.ticksPerBar();
    const Tick end = lastNoteEnd(score);
    // A last bar that only holds a stray tail is no bar.
    score.length = std::max(bar, (end + bar - bar / 8) / bar * bar);
    for (Track& track : score.tracks) {
        std::erase_if(track.notes, [&](const Note& note) { return note.onset >= score.length; });
        for (Note& note : track.notes) {
            note.duration = std::min(note.duration, score.length - note.onset);
        }
    }
    std::erase_if(score.tracks, [](const Track& track) { return track.notes.empty(); });
    if (score.tracks.empty()) {
        return std::nullopt;
    }
    score.keys = { { 0, keyOf(score, piece) } };
    score.chords = estimateChords(score);
    addSections(score);
    normalise(score);
    return score;
}

} // namespace pieria
