#include "ui/roll/score_edits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace pieria::ui {

namespace {

bool comesBefore(const Note& a, const Note& b)
{
    return keyOf(a) < keyOf(b);
}

/// The notes in `keys` and the others.
struct Split
{
    std::vector<Note> chosen;
    std::vector<Note> others;
};

Split split(const std::vector<Note>& notes, const NoteKeys& keys)
{
    Split parts;
    for (const Note& note : notes) {
        (keys.contains(keyOf(note)) ? parts.chosen : parts.others).push_back(note);
    }
    return parts;
}

/// Chosen notes as they are now, with what they cover among the others cut or removed.
NotesEdit placeOver(std::vector<Note> others, std::vector<Note> chosen)
{
    std::sort(chosen.begin(), chosen.end(), comesBefore);
    // Of chosen notes that came to lie on one place, the first stays.
    chosen.erase(std::unique(chosen.begin(), chosen.end(),
                     [](const Note& a, const Note& b) { return keyOf(a) == keyOf(b); }),
        chosen.end());
    for (std::size_t pitch = 0; pitch < 128; ++pitch) {
        std::vector<Note> row;
        std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(row),
            [pitch](const Note& note) { return note.pitch == pitch; });
        if (row.empty()) {
            continue;
        }
        std::erase_if(others, [&](Note& note) {
            if (note.pitch != pitch) {
                return false;
            }
            for (const Note& over : row) {
                if (note.onset >= over.onset && note.onset < over.onset + over.duration) {
                    return true;
                }
                if (note.onset < over.onset && note.onset + note.duration > over.onset) {
                    note.duration = over.onset - note.onset;
                }
            }
            return false;
        });
    }
    NotesEdit result { std::move(others), {} };
    for (const Note& note : chosen) {
        result.selected.insert(keyOf(note));
    }
    result.notes.insert(result.notes.end(), chosen.begin(), chosen.end());
    std::sort(result.notes.begin(), result.notes.end(), comesBefore);
    // Chosen notes of one pitch end where the next begins, as in every normalised track.
    std::array<Note*, 128> last {};
    for (Note& note : result.notes) {
        if (Note* before = last[note.pitch]; before != nullptr) {
            before->duration = std::min(before->duration, note.onset - before->onset);
        }
        last[note.pitch] = &note;
    }
    return result;
}

std::uint8_t velocityOf(int value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 1, 127));
}

/// The nearest line of a grid whose every second line is late by `swing` of a step.
double gridLine(double tick, const Quantise& how)
{
    const auto step = static_cast<double>(how.grid);
    const double index = std::floor(tick / step);
    double best = 0;
    double distance = 1e18;
    for (double i = index - 1; i <= index + 2; ++i) {
        const bool second = std::fmod(std::abs(i), 2.0) > 0.5;
        const double line = i * step + (second ? how.swing * step : 0);
        if (std::abs(line - tick) < distance) {
            distance = std::abs(line - tick);
            best = line;
        }
    }
    return std::max(0.0, best);
}

} // namespace

NoteKeys existing(const std::vector<Note>& notes, const NoteKeys& keys)
{
    NoteKeys found;
    for (const Note& note : notes) {
        if (keys.contains(keyOf(note))) {
            found.insert(keyOf(note));
        }
    }
    return found;
}

std::vector<Note> pick(const std::vector<Note>& notes, const NoteKeys& keys)
{
    return split(notes, keys).chosen;
}

NotesEdit moveNotes(const std::vector<Note>& notes, const NoteKeys& selected, Tick ticks,
    int pitches, Tick pieceEnd)
{
    Split parts = split(notes, selected);
    if (parts.chosen.empty()) {
        return { notes, {} };
    }
    const auto [low, high] = std::minmax_element(parts.chosen.begin(), parts.chosen.end(),
        [](const Note& a, const Note& b) { return a.pitch < b.pitch; });
    pitches = std::clamp(pitches, -int(low->pitch), 127 - int(high->pitch));
    const Tick first = parts.chosen.front().onset;
    const Tick last = parts.chosen.back().onset;
    ticks = std::max(std::min(ticks, std::max<Tick>(0, pieceEnd - 1 - last)), -first);
    for (Note& note : parts.chosen) {
        note.onset += ticks;
        note.pitch = static_cast<std::uint8_t>(note.pitch + pitches);
    }
    return placeOver(std::move(parts.others), std::move(parts.chosen));
}

NotesEdit resizeNotes(
    const std::vector<Note>& notes, const NoteKeys& selected, Tick ticks, Tick shortest)
{
    Split parts = split(notes, selected);
    for (Note& note : parts.chosen) {
        note.duration = std::max(note.duration + ticks, std::min(shortest, note.duration));
        note.duration = std::max<Tick>(1, note.duration);
    }
    return placeOver(std::move(parts.others), std::move(parts.chosen));
}

NotesEdit resizeStarts(
    const std::vector<Note>& notes, const NoteKeys& selected, Tick ticks, Tick shortest)
{
    Split parts = split(notes, selected);
    for (Note& note : parts.chosen) {
        const Tick end = note.onset + note.duration;
        const Tick latest = std::max(note.onset, end - std::max<Tick>(1, shortest));
        note.onset = std::clamp<Tick>(note.onset + ticks, 0, latest);
        note.duration = end - note.onset;
    }
    return placeOver(std::move(parts.others), std::move(parts.chosen));
}

NotesEdit addNotes(const std::vector<Note>& notes, const std::vector<Note>& added)
{
    return placeOver(notes, added);
}

NotesEdit removeNotes(const std::vector<Note>& notes, const NoteKeys& selected)
{
    return { split(notes, selected).others, {} };
}

NotesEdit changeVelocities(const std::vector<Note>& notes, const NoteKeys& selected,
    const std::function<int(const Note&)>& change)
{
    NotesEdit result { notes, existing(notes, selected) };
    for (Note& note : result.notes) {
        if (selected.contains(keyOf(note))) {
            note.velocity = velocityOf(change(note));
        }
    }
    return result;
}

NotesEdit quantise(const std::vector<Note>& notes, const NoteKeys& selected, const Quantise& how)
{
    if (how.grid <= 0) {
        return { notes, existing(notes, selected) };
    }
    Split parts = selected.empty() ? Split { notes, {} } : split(notes, selected);
    const auto pulled = [&how](Tick tick) {
        const auto from = static_cast<double>(tick);
        const double to = gridLine(from, how);
        return static_cast<Tick>(std::llround(from + (to - from) * how.strength));
    };
    for (Note& note : parts.chosen) {
        const Tick end = note.onset + note.duration;
        note.onset = pulled(note.onset);
        if (how.ends) {
            note.duration = std::max(how.grid / 2, pulled(end) - note.onset);
        }
        note.duration = std::max<Tick>(1, note.duration);
    }
    NotesEdit result = placeOver(std::move(parts.others), std::move(parts.chosen));
    if (selected.empty()) {
        result.selected.clear();
    }
    return result;
}

} // namespace pieria::ui
