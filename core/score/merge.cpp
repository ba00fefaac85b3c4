#include "core/score/edit.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace pieria {

namespace {

Track* firstOfSlot(Score& score, Slot slot)
{
    for (Track& track : score.tracks) {
        if (track.slot == slot) {
            return &track;
        }
    }
    return nullptr;
}

/// The longest part of `added` that leaves the kept notes of its pitch alone; nothing when there is
/// none inside `range`.
std::optional<Note> beside(const std::vector<Note>& kept, Note added, TickRange range)
{
    Tick end = added.onset + added.duration;
    for (const Note& note : kept) {
        if (note.pitch != added.pitch) {
            continue;
        }
        if (note.onset <= added.onset) {
            added.onset = std::max(added.onset, note.onset + note.duration);
        } else {
            end = std::min(end, note.onset);
        }
    }
    added.duration = end - added.onset;
    return added.duration >= 1 && range.contains(added.onset) ? std::optional(added) : std::nullopt;
}

void removeInside(Track& track, TickRange range)
{
    std::erase_if(track.notes, [range](const Note& note) { return range.contains(note.onset); });
}

void addInside(Track& track, const Track& source, TickRange range)
{
    // Grouped by pitch, so that many notes against many stay cheap.
    std::array<std::vector<Note>, 128> kept;
    for (const Note& note : track.notes) {
        kept[note.pitch & 127].push_back(note);
    }
    for (const Note& note : source.notes) {
        if (range.contains(note.onset)) {
            if (const auto fitted = beside(kept[note.pitch & 127], note, range)) {
                track.notes.push_back(*fitted);
            }
        }
    }
}

/// Chords of `other` inside `range`; what was in force at its end is in force there again.
std::vector<Chord> mergedChords(
    const std::vector<Chord>& base, const std::vector<Chord>& other, TickRange range)
{
    const auto inForce = [](const std::vector<Chord>& chords, Tick tick) {
        std::optional<Chord> found;
        for (const Chord& chord : chords) {
            if (chord.onset <= tick) {
                found = chord;
            }
        }
        return found;
    };
    std::vector<Chord> out;
    const auto add = [&out](std::optional<Chord> chord, Tick onset) {
        if (chord) {
            chord->onset = onset;
            out.push_back(*chord);
        }
    };
    for (const Chord& chord : base) {
        if (chord.onset < range.begin) {
            out.push_back(chord);
        }
    }
    add(inForce(other, range.begin), range.begin);
    for (const Chord& chord : other) {
        if (chord.onset > range.begin && chord.onset < range.end) {
            out.push_back(chord);
        }
    }
    add(inForce(base, range.end), range.end);
    for (const Chord& chord : base) {
        if (chord.onset > range.end) {
            out.push_back(chord);
        }
    }
    return out;
}

using SlotNotes = std::array<std::vector<Note>, kSlotCount>;

SlotNotes notesBySlot(const Score& score)
{
    SlotNotes slots;
    for (const Track& track : score.tracks) {
        std::vector<Note>& notes = slots[slotIndex(track.slot)];
        notes.insert(notes.end(), track.notes.begin(), track.notes.end());
    }
    for (std::vector<Note>& notes : slots) {
        std::sort(notes.begin(), notes.end());
    }
    return slots;
}

} // namespace

Score merged(const Score& base, const Score& other, TickRange range, std::optional<Slot> slot)
{
    Score out = base;
    normalise(out);
    Score source = other;
    normalise(source);
    const bool whole = range.begin <= 0 && range.end >= out.length;
    for (Track& track : out.tracks) {
        if (!slot || track.slot == *slot) {
            removeInside(track, range);
        }
    }
    for (const Track& track : source.tracks) {
        if (slot && track.slot != *slot) {
            continue;
        }
        Track* target = firstOfSlot(out, track.slot);
        if (target == nullptr) {
            out.tracks.push_back({ track.slot, track.program, track.name, {} });
            target = &out.tracks.back();
        } else if (whole && target->notes.empty()) {
            target->program = track.program;
            target->name = track.name;
        }
        addInside(*target, track, range);
    }
    if (!slot) {
        out.chords = mergedChords(out.chords, source.chords, range);
    }
    normalise(out);
    return out;
}

bool sameNotesOutside(const Score& a, const Score& b, TickRange range)
{
    SlotNotes left = notesBySlot(a);
    SlotNotes right = notesBySlot(b);
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto inside = [range](const Note& note) { return range.contains(note.onset); };
        std::erase_if(left[i], inside);
        std::erase_if(right[i], inside);
    }
    return left == right;
}

bool sameNotesExcept(const Score& a, const Score& b, Slot slot)
{
    SlotNotes left = notesBySlot(a);
    SlotNotes right = notesBySlot(b);
    left[slotIndex(slot)].clear();
    right[slotIndex(slot)].clear();
    return left == right;
}

} // namespace pieria
