#include "core/score/limits.h"
#include "core/score/midi_tempo.h"
#include "core/score/score.h"
#include "core/score/spelling.h"
#include "core/score/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pieria {

namespace {

bool isUsable(const Note& note)
{
    return note.onset >= 0 && note.onset < kMaxPieceTicks && note.duration >= 1
        && note.pitch <= 127;
}

bool comesBefore(const Note& a, const Note& b)
{
    return std::pair(a.onset, a.pitch) < std::pair(b.onset, b.pitch);
}

/// Of notes that start together on one pitch one stays: the longest duration, the loudest velocity.
void uniteTwins(std::vector<Note>& notes)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const bool twin = kept > 0 && notes[kept - 1].onset == notes[i].onset
            && notes[kept - 1].pitch == notes[i].pitch;
        if (twin) {
            Note& note = notes[kept - 1];
            note.duration = std::max(note.duration, notes[i].duration);
            note.velocity = std::max(note.velocity, notes[i].velocity);
        } else {
            notes[kept++] = notes[i];
        }
    }
    notes.resize(kept);
}

/// A note ends at the latest where the same pitch starts again.
void cutOverlaps(std::vector<Note>& notes)
{
    std::array<Tick, 128> nextOnset {};
    nextOnset.fill(2 * kMaxPieceTicks);
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
        Tick& next = nextOnset[note->pitch];
        note->duration = std::min(note->duration, next - note->onset);
        next = note->onset;
    }
}

void normaliseNotes(std::vector<Note>& notes)
{
    std::erase_if(notes, [](const Note& note) { return !isUsable(note); });
    for (Note& note : notes) {
        note.velocity = std::clamp<std::uint8_t>(note.velocity, 1, 127);
        note.duration = std::min(note.duration, 2 * kMaxPieceTicks - note.onset);
    }
    std::stable_sort(notes.begin(), notes.end(), comesBefore);
    uniteTwins(notes);
    cutOverlaps(notes);
}

enum class Start { Default, First };

/// Sorted, one value a tick (the last given wins), the first at tick 0: the type's default or the
/// first value there is.
template <class T> void normaliseChanges(std::vector<At<T>>& changes, Start start)
{
    std::stable_sort(changes.begin(), changes.end(),
        [](const At<T>& a, const At<T>& b) { return a.tick < b.tick; });
    std::vector<At<T>> kept;
    for (At<T> change : changes) {
        change.tick = std::max<Tick>(change.tick, 0);
        if (!kept.empty() && kept.back().tick == change.tick) {
            kept.back() = change;
        } else {
            kept.push_back(change);
        }
    }
    if (kept.empty() || kept.front().tick != 0) {
        const bool repeat = start == Start::First && !kept.empty();
        kept.insert(kept.begin(), At<T> { 0, repeat ? kept.front().value : T {} });
    }
    changes = std::move(kept);
}

void normaliseSections(std::vector<Section>& sections)
{
    for (Section& section : sections) {
        section.onset = std::max<Tick>(section.onset, 0);
        section.label = cleanText(section.label, kMaxNameBytes);
    }
    std::erase_if(sections, [](const Section& section) { return section.label.empty(); });
    std::stable_sort(sections.begin(), sections.end(),
        [](const Section& a, const Section& b) { return a.onset < b.onset; });
}

void normaliseChords(std::vector<Chord>& chords)
{
    std::stable_sort(chords.begin(), chords.end(),
        [](const Chord& a, const Chord& b) { return a.onset < b.onset; });
    std::vector<Chord> kept;
    for (Chord chord : chords) {
        const bool silent = chord.quality == ChordQuality::None;
        chord.onset = std::max<Tick>(chord.onset, 0);
        chord.root = silent ? 0 : pitchClass(chord.root);
        chord.bass = silent ? 0 : pitchClass(chord.bass);
        if (!kept.empty() && kept.back().onset == chord.onset) {
            kept.back() = chord;
        } else {
            kept.push_back(chord);
        }
    }
    chords = std::move(kept);
}

TempoMap normalisedTempo(const TempoMap& tempo, Tick length)
{
    std::vector<TempoChange> changes;
    for (const TempoChange& change : tempo.changes()) {
        if (change.tick == 0 || change.tick < length) {
            changes.push_back({ change.tick, midiTempo(change.bpm) });
        }
    }
    return TempoMap(std::move(changes));
}

Tick lastOnset(const Score& score)
{
    Tick last = -1;
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            last = std::max(last, note.onset);
        }
    }
    return last;
}

template <class T> void dropFrom(std::vector<At<T>>& changes, Tick length)
{
    std::erase_if(changes,
        [length](const At<T>& change) { return change.tick > 0 && change.tick >= length; });
}

} // namespace

void normalise(Score& score)
{
    score.title = cleanText(score.title, kMaxNameBytes);
    for (Track& track : score.tracks) {
        track.program = std::clamp(track.program, 0, 127);
        track.name = cleanText(track.name, kMaxNameBytes);
        normaliseNotes(track.notes);
    }
    std::erase_if(
        score.metres, [](const At<Metre>& change) { return !isValidMetre(change.value); });
    normaliseChanges(score.metres, Start::Default);
    for (At<Key>& change : score.keys) {
        change.value.tonic = pitchClass(change.value.tonic);
    }
    normaliseChanges(score.keys, Start::First);
    normaliseSections(score.sections);
    normaliseChords(score.chords);

    // Without a length the piece ends with the bar in which its last sound ends; with one, sounds
    // may ring past the end, but none starts there.
    const Tick wanted
        = score.length > 0 ? std::max(score.length, lastOnset(score) + 1) : lastNoteEnd(score);
    const Tick within = std::min(wanted, kMaxPieceTicks);
    dropFrom(score.metres, within);
    score.length = barLineAtOrAfter(score, within);
    dropFrom(score.keys, score.length);
    score.tempo = normalisedTempo(score.tempo, score.length);
    const Tick end = std::max<Tick>(score.length, 1);
    std::erase_if(score.sections, [end](const Section& section) { return section.onset >= end; });
    std::erase_if(score.chords, [end](const Chord& chord) { return chord.onset >= end; });
}

} // namespace pieria
