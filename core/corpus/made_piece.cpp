#include "core/corpus/made_piece.h"

#include "core/score/grid.h"

#include <algorithm>
#include <map>
#include <set>

namespace pieria {

namespace {

constexpr int kShortest = 8;
constexpr int kLongest = 64;

template <class Event>
void carryOver(const std::vector<Event>& from, Tick start, Tick end, std::vector<Event>& to)
{
    for (const Event& event : from) {
        if (event.onset >= end) {
            break;
        }
        Event moved = event;
        moved.onset = std::max<Tick>(0, event.onset - start);
        if (moved.onset == 0) {
            to.clear();
        }
        to.push_back(moved);
    }
}

Track cutTrack(const Track& track, Tick start, Tick end)
{
    Track result { track.slot, track.program, track.name, {} };
    for (const Note& note : track.notes) {
        if (note.onset >= start && note.onset < end) {
            Note moved = note;
            moved.onset -= start;
            moved.duration = std::min(note.duration, end - note.onset);
            result.notes.push_back(moved);
        }
    }
    return result;
}

bool fitsFrames(const Track& track)
{
    std::map<Tick, int> counts;
    return std::all_of(track.notes.begin(), track.notes.end(), [&](const Note& note) {
        return ++counts[(note.onset + kTicksPerFrame / 2) / kTicksPerFrame] <= kNotesPerFrame;
    });
}

} // namespace

Score cutBars(const Score& score, int firstBar, int bars)
{
    const Tick bar = score.metre().ticksPerBar();
    const Tick start = firstBar * bar;
    const Tick end = start + bars * bar;
    Score result;
    result.title = score.title;
    result.tempo = TempoMap(score.tempo.bpmAt(start));
    result.metres = score.metres;
    result.keys = score.keys;
    result.length = end - start;
    carryOver(score.sections, start, end, result.sections);
    carryOver(score.chords, start, end, result.chords);
    for (const Track& track : score.tracks) {
        Track cut = cutTrack(track, start, end);
        if (!cut.notes.empty()) {
            result.tracks.push_back(std::move(cut));
        }
    }
    return result;
}

std::vector<MadePiece> cutIntoParts(MadePiece piece, NoiseSequence& dice)
{
    const int bars = static_cast<int>(piece.score.length / piece.score.metre().ticksPerBar());
    const int parts = bars >= 48 && bars % 4 == 0 ? (dice.chance(0.5) ? 4 : 2) : 2;
    if (bars < 32 || bars % parts != 0 || !dice.chance(0.35)) {
        std::vector<MadePiece> whole;
        whole.push_back(std::move(piece));
        return whole;
    }
    std::vector<MadePiece> result;
    const int length = bars / parts;
    for (int i = 0; i < parts; ++i) {
        MadePiece part { piece.line, cutBars(piece.score, i * length, length), piece.facts };
        part.line.id += "-p" + std::to_string(i + 1);
        part.facts.part = i + 1;
        part.facts.parts = parts;
        result.push_back(std::move(part));
    }
    return result;
}

bool keepsInvariants(const Score& score)
{
    const Metre metre = score.metre();
    const Tick bar = metre.ticksPerBar();
    if (!canComposeIn(metre) || score.metres.size() != 1 || score.keys.size() != 1
        || score.tempo.changes().size() != 1 || score.length % bar != 0
        || score.length < kShortest * bar || score.length > kLongest * bar || score.tracks.empty()
        || score.chords.empty() || score.chords.front().onset != 0 || score.sections.empty()) {
        return false;
    }
    std::set<Slot> slots;
    return std::all_of(score.tracks.begin(), score.tracks.end(), [&](const Track& track) {
        return slots.insert(track.slot).second && !track.notes.empty() && fitsFrames(track)
            && track.notes.back().onset < score.length;
    });
}

} // namespace pieria
