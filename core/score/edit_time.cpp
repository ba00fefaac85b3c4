#include "core/score/edit.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pieria {

namespace {

template <class T> T valueAt(const std::vector<At<T>>& changes, Tick tick)
{
    T value = changes.empty() ? T {} : changes.front().value;
    for (const At<T>& change : changes) {
        if (change.tick <= tick) {
            value = change.value;
        }
    }
    return value;
}

/// `changes` as seen from `origin`: what is in force there starts at 0.
template <class T> std::vector<At<T>> rebased(const std::vector<At<T>>& changes, Tick origin)
{
    std::vector<At<T>> out { { 0, valueAt(changes, origin) } };
    for (const At<T>& change : changes) {
        if (change.tick > std::max<Tick>(origin, 0)) {
            out.push_back({ change.tick - origin, change.value });
        }
    }
    return out;
}

TempoMap rebased(const TempoMap& tempo, Tick origin)
{
    std::vector<TempoChange> out { { 0, tempo.bpmAt(origin) } };
    for (const TempoChange& change : tempo.changes()) {
        if (change.tick > std::max<Tick>(origin, 0)) {
            out.push_back({ change.tick - origin, change.bpm });
        }
    }
    return TempoMap(std::move(out));
}

/// What holds "from its onset until the next" keeps holding at 0.
template <class T> std::vector<T> rebasedSpans(const std::vector<T>& spans, Tick origin)
{
    std::vector<T> out;
    for (const T& span : spans) {
        if (span.onset <= origin) {
            out.assign(1, span);
            out.front().onset = std::max<Tick>(span.onset - origin, 0);
        } else {
            out.push_back(span);
            out.back().onset = span.onset - origin;
        }
    }
    return out;
}

std::size_t trackOfSlot(Score& score, const Track& like)
{
    for (std::size_t i = 0; i < score.tracks.size(); ++i) {
        if (score.tracks[i].slot == like.slot) {
            return i;
        }
    }
    score.tracks.push_back({ like.slot, like.program, like.name, {} });
    return score.tracks.size() - 1;
}

/// Appends the changes of `tail`, one by one, leaving out a first one that changes nothing.
template <class T>
void appendChanges(std::vector<At<T>>& changes, const std::vector<At<T>>& tail, Tick by)
{
    for (const At<T>& change : tail) {
        if (changes.empty() || change.tick > 0 || !(changes.back().value == change.value)) {
            changes.push_back({ change.tick + by, change.value });
        }
    }
}

} // namespace

TickRange ticksOfBars(const Score& score, int first, int last)
{
    const std::vector<Tick> lines = barLines(score);
    const int bars = static_cast<int>(lines.size()) - 1;
    const int begin = std::clamp(first - 1, 0, bars);
    const int end = std::clamp(last, begin, bars);
    return { lines[static_cast<std::size_t>(begin)], lines[static_cast<std::size_t>(end)] };
}

Score withTempo(const Score& score, double bpm)
{
    Score out = score;
    const double ratio = bpm / score.tempo.changes().front().bpm;
    std::vector<TempoChange> changes = score.tempo.changes();
    for (TempoChange& change : changes) {
        change.bpm *= ratio;
    }
    changes.front().bpm = bpm;
    out.tempo = TempoMap(std::move(changes));
    normalise(out);
    return out;
}

Score withMetre(const Score& score, Metre metre)
{
    Score out = score;
    out.metres = { { 0, metre } };
    normalise(out);
    return out;
}

Score selectBars(const Score& score, int first, int last)
{
    const TickRange range = ticksOfBars(score, first, last);
    Score out;
    out.title = score.title;
    out.length = range.end - range.begin;
    out.tempo = rebased(score.tempo, range.begin);
    out.metres = rebased(score.metres, range.begin);
    out.keys = rebased(score.keys, range.begin);
    out.sections = rebasedSpans(score.sections, range.begin);
    out.chords = rebasedSpans(score.chords, range.begin);
    for (const Track& track : score.tracks) {
        Track part { track.slot, track.program, track.name, {} };
        for (Note note : track.notes) {
            if (range.contains(note.onset)) {
                note.duration = std::min(note.duration, range.end - note.onset);
                note.onset -= range.begin;
                part.notes.push_back(note);
            }
        }
        out.tracks.push_back(std::move(part));
    }
    normalise(out);
    return out;
}

Score shifted(const Score& score, Tick by)
{
    Score out = score;
    out.tempo = rebased(score.tempo, -by);
    out.metres = rebased(score.metres, -by);
    out.keys = rebased(score.keys, -by);
    out.sections = rebasedSpans(score.sections, -by);
    out.chords = rebasedSpans(score.chords, -by);
    out.length = std::max<Tick>(score.length + by, 0);
    for (Track& track : out.tracks) {
        for (Note& note : track.notes) {
            note.onset += by;
        }
    }
    normalise(out);
    return out;
}

Score joined(const Score& score, const Score& tail)
{
    Score out = score;
    normalise(out);
    const Tick by = out.length;
    appendChanges(out.metres, tail.metres, by);
    appendChanges(out.keys, tail.keys, by);
    std::vector<TempoChange> tempo = out.tempo.changes();
    for (const TempoChange& change : tail.tempo.changes()) {
        if (change.tick > 0 || change.bpm != tempo.back().bpm) {
            tempo.push_back({ change.tick + by, change.bpm });
        }
    }
    out.tempo = TempoMap(std::move(tempo));
    for (Section section : tail.sections) {
        section.onset += by;
        out.sections.push_back(std::move(section));
    }
    for (Chord chord : tail.chords) {
        chord.onset += by;
        out.chords.push_back(chord);
    }
    for (const Track& track : tail.tracks) {
        std::vector<Note>& notes = out.tracks[trackOfSlot(out, track)].notes;
        for (Note note : track.notes) {
            note.onset += by;
            notes.push_back(note);
        }
    }
    out.length = by + tail.length;
    normalise(out);
    return out;
}

} // namespace pieria
