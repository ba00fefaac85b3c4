#include "core/score/grid.h"

#include <algorithm>

namespace pieria {

namespace {

constexpr Tick kHalfFrame = kTicksPerFrame / 2;

std::size_t gridIndex(int bar, Slot slot, int beat)
{
    return (static_cast<std::size_t>(bar) * kSlotCount + slotIndex(slot)) * kBeatsPerBarMax
        + static_cast<std::size_t>(beat);
}

/// Folds a row into the grid by octaves.
int foldRow(int row)
{
    while (row < 0) {
        row += 12;
    }
    while (row >= kGridPitches) {
        row -= 12;
    }
    return row;
}

int rowOf(const Note& note, Slot slot, int shift)
{
    if (slot == Slot::Drums) {
        return std::min<int>(note.pitch, kGridPitches - 1);
    }
    return foldRow(note.pitch - shift - kFirstGridPitch);
}

bool accepts(const CodedBeat& beat, const CodedNote& note)
{
    int inFrame = 0;
    for (const CodedNote& other : beat) {
        if (other.frame == note.frame) {
            ++inFrame;
            if (other.row == note.row) {
                return false;
            }
        }
    }
    return inFrame < kNotesPerFrame;
}

} // namespace

CodedBeat& ScoreGrid::at(int bar, Slot slot, int beat)
{
    return beats[gridIndex(bar, slot, beat)];
}

const CodedBeat& ScoreGrid::at(int bar, Slot slot, int beat) const
{
    return beats[gridIndex(bar, slot, beat)];
}

int gridBeatsPerBar(Metre metre)
{
    return std::clamp(metre.framesPerBar() / kFramesPerBeat, 1, kBeatsPerBarMax);
}

int tonicShift(Key key)
{
    return key.tonic <= 6 ? key.tonic : key.tonic - 12;
}

ScoreGrid toGrid(const Score& score, GridCoverage* coverage)
{
    ScoreGrid grid;
    const Tick barTicks = score.metre().ticksPerBar();
    grid.beatsPerBar = gridBeatsPerBar(score.metre());
    grid.bars = static_cast<int>(score.length / barTicks);
    grid.beats.resize(static_cast<std::size_t>(grid.bars) * kSlotCount * kBeatsPerBarMax);
    const Tick frames = static_cast<Tick>(grid.bars) * grid.beatsPerBar * kFramesPerBeat;
    const int shift = tonicShift(score.key());
    GridCoverage seen;
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            ++seen.notes;
            const Tick frame = std::min((note.onset + kHalfFrame) / kTicksPerFrame, frames - 1);
            const Tick micro = note.onset - frame * kTicksPerFrame;
            if (frames == 0 || micro >= kTicksPerFrame) {
                ++seen.lost;
                continue;
            }
            CodedNote coded;
            coded.frame = static_cast<std::uint8_t>(frame % kFramesPerBeat);
            coded.row = static_cast<std::uint8_t>(rowOf(note, track.slot, shift));
            coded.micro = static_cast<std::int8_t>(std::min<Tick>(micro, kHalfFrame - 1));
            coded.velocity = note.velocity;
            coded.duration = static_cast<std::int32_t>(std::min<Tick>(note.duration, 1 << 20));
            const Tick beat = frame / kFramesPerBeat;
            CodedBeat& target = grid.at(static_cast<int>(beat / grid.beatsPerBar), track.slot,
                static_cast<int>(beat % grid.beatsPerBar));
            if (accepts(target, coded)) {
                target.push_back(coded);
            } else {
                ++seen.lost;
            }
        }
    }
    for (CodedBeat& beat : grid.beats) {
        std::sort(beat.begin(), beat.end());
    }
    if (coverage != nullptr) {
        *coverage = seen;
    }
    return grid;
}

std::vector<Note> notesFromGrid(const ScoreGrid& grid, Slot slot, Key key, Metre metre)
{
    std::vector<Note> notes;
    const int shift = tonicShift(key);
    const Tick end = grid.bars * metre.ticksPerBar();
    for (int bar = 0; bar < grid.bars; ++bar) {
        for (int beat = 0; beat < grid.beatsPerBar; ++beat) {
            const Tick start = bar * metre.ticksPerBar() + beat * kTicksPerBeat;
            for (const CodedNote& coded : grid.at(bar, slot, beat)) {
                Note note;
                note.onset = std::max<Tick>(0, start + coded.frame * kTicksPerFrame + coded.micro);
                note.duration = std::max<Tick>(1, std::min<Tick>(coded.duration, end - note.onset));
                const int pitch
                    = slot == Slot::Drums ? coded.row : coded.row + kFirstGridPitch + shift;
                note.pitch = static_cast<std::uint8_t>(std::clamp(pitch, 0, 127));
                note.velocity = coded.velocity;
                notes.push_back(note);
            }
        }
    }
    std::sort(notes.begin(), notes.end());
    return notes;
}

} // namespace pieria
