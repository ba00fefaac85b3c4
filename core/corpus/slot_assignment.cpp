#include "core/corpus/slot_assignment.h"

#include "core/score/grid.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace pieria {

namespace {

enum class Role { Drums, Bass, Lead, Figure, Chords };

bool startsWith(const std::string& name, std::string_view prefix)
{
    return name.size() >= prefix.size()
        && std::equal(prefix.begin(), prefix.end(), name.begin(),
            [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

constexpr double kHighestBass = 58;

double meanPitch(const SourceTrack& track)
{
    double sum = 0;
    for (const Note& note : track.notes) {
        sum += note.pitch;
    }
    return track.notes.empty() ? 0 : sum / static_cast<double>(track.notes.size());
}

Role roleOf(const SourceTrack& track)
{
    if (track.drums || startsWith(track.name, "drum")) {
        return Role::Drums;
    }
    if (startsWith(track.name, "bass") || startsWith(track.name, "walk")) {
        // Some marches double the bass by a piccolo far above: that is a figure, not a bass.
        return meanPitch(track) < kHighestBass ? Role::Bass : Role::Figure;
    }
    if (startsWith(track.name, "melody") || startsWith(track.name, "solo")) {
        return Role::Lead;
    }
    const bool figure = startsWith(track.name, "arpeggio") || startsWith(track.name, "scale")
        || startsWith(track.name, "aria");
    return figure ? Role::Figure : Role::Chords;
}

double meanDuration(const SourceTrack& track)
{
    const Tick sum = std::accumulate(track.notes.begin(), track.notes.end(), Tick { 0 },
        [](Tick total, const Note& note) { return total + note.duration; });
    return track.notes.empty() ? 0
                               : static_cast<double>(sum) / static_cast<double>(track.notes.size());
}

bool isPad(const SourceTrack& track)
{
    return isSustainedProgram(track.program)
        && meanDuration(track) >= 1.4 * static_cast<double>(kTicksPerBeat);
}

/// The slots a role may take, best first.
std::vector<Slot> choicesFor(Role role, bool pad)
{
    switch (role) {
    case Role::Drums:
        return { Slot::Drums };
    case Role::Bass:
        return { Slot::Bass };
    case Role::Lead:
        return { Slot::Lead };
    case Role::Figure:
        return { Slot::Counter, Slot::Extra };
    case Role::Chords:
        break;
    }
    return pad ? std::vector { Slot::Pad, Slot::Chords, Slot::Extra }
               : std::vector { Slot::Chords, Slot::Comp, Slot::Extra };
}

bool mergesInto(Role role, const Track& track, const SourceTrack& source)
{
    return role == Role::Drums || role == Role::Bass || track.program == source.program;
}

} // namespace

bool isSustainedProgram(int program)
{
    return (program >= 16 && program <= 20) || (program >= 48 && program <= 54)
        || (program >= 88 && program <= 95);
}

void tidyNotes(std::vector<Note>& notes)
{
    std::sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) {
        return std::tuple(a.onset, a.pitch, -int { a.velocity }, -a.duration)
            < std::tuple(b.onset, b.pitch, -int { b.velocity }, -b.duration);
    });
    notes.erase(
        std::unique(notes.begin(), notes.end(),
            [](const Note& a, const Note& b) { return a.onset == b.onset && a.pitch == b.pitch; }),
        notes.end());
    std::map<int, Note*> last;
    for (Note& note : notes) {
        Note*& before = last[note.pitch];
        if (before != nullptr && before->onset + before->duration > note.onset) {
            before->duration = note.onset - before->onset;
        }
        before = &note;
    }
}

int thinToGrid(std::vector<Note>& notes)
{
    std::map<Tick, std::vector<std::size_t>> frames;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        frames[(notes[i].onset + kTicksPerFrame / 2) / kTicksPerFrame].push_back(i);
    }
    std::vector<bool> dropped(notes.size(), false);
    int count = 0;
    for (auto& [frame, members] : frames) {
        if (members.size() <= static_cast<std::size_t>(kNotesPerFrame)) {
            continue;
        }
        const auto byPitch
            = [&](std::size_t a, std::size_t b) { return notes[a].pitch < notes[b].pitch; };
        const auto [low, high] = std::minmax_element(members.begin(), members.end(), byPitch);
        const std::size_t lowest = *low;
        const std::size_t highest = *high;
        std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            const bool edgeA = a == lowest || a == highest;
            const bool edgeB = b == lowest || b == highest;
            return edgeA != edgeB ? edgeA : notes[a].velocity > notes[b].velocity;
        });
        for (std::size_t i = static_cast<std::size_t>(kNotesPerFrame); i < members.size(); ++i) {
            dropped[members[i]] = true;
            ++count;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (!dropped[i]) {
            notes[kept++] = notes[i];
        }
    }
    notes.resize(kept);
    return count;
}

std::vector<Track> assignSlots(std::vector<SourceTrack> sources, AssignmentLoss* loss)
{
    AssignmentLoss lost;
    std::stable_sort(sources.begin(), sources.end(),
        [](const SourceTrack& a, const SourceTrack& b) { return a.notes.size() > b.notes.size(); });
    std::map<Slot, Track> taken;
    for (SourceTrack& source : sources) {
        if (source.notes.empty()) {
            continue;
        }
        const Role role = roleOf(source);
        const std::vector<Slot> choices = choicesFor(role, isPad(source));
        const auto place = std::find_if(choices.begin(), choices.end(), [&](Slot slot) {
            const auto found = taken.find(slot);
            return found == taken.end() || mergesInto(role, found->second, source);
        });
        if (place == choices.end()) {
            ++lost.tracks;
            lost.notes += static_cast<int>(source.notes.size());
            continue;
        }
        auto [entry, fresh] = taken.try_emplace(*place,
            Track { *place, role == Role::Drums ? 0 : source.program, std::string(slotName(*place)),
                {} });
        Track& track = entry->second;
        track.notes.insert(track.notes.end(), source.notes.begin(), source.notes.end());
    }
    std::vector<Track> tracks;
    for (auto& [slot, track] : taken) {
        tidyNotes(track.notes);
        lost.notes += thinToGrid(track.notes);
        tracks.push_back(std::move(track));
    }
    if (loss != nullptr) {
        loss->tracks += lost.tracks;
        loss->notes += lost.notes;
    }
    return tracks;
}

} // namespace pieria
