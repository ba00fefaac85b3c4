#include "core/corpus/folk_backing.h"

#include "core/corpus/melody.h"
#include "core/corpus/melody_layer.h"

#include <algorithm>
#include <array>

namespace pieria {

namespace {

constexpr Tick kEighth = kTicksPerBeat / 2;

/// One bar of a vamp; onsets in eighths.
struct Vamp
{
    Metre metre;
    std::array<int, 5> bass; ///< -1 ends
    std::array<int, 8> chords;
    std::array<int, 8> low; ///< deep drum
    std::array<int, 8> high; ///< light drum
};

constexpr std::array<Vamp, 8> kVamps { {
    { { 6, 8 }, { 0, 3, -1 }, { 2, 5, -1 }, { 0, 3, -1 }, { 1, 2, 4, 5, -1 } },
    { { 6, 8 }, { 0, 3, -1 }, { 0, 2, 3, 5, -1 }, { 0, 3, -1 }, { 2, 5, -1 } },
    { { 4, 4 }, { 0, 4, -1 }, { 2, 6, -1 }, { 0, 4, -1 }, { 2, 6, -1 } },
    { { 4, 4 }, { 0, 4, -1 }, { 0, 2, 3, 4, 6, 7, -1 }, { 0, 4, -1 }, { 1, 2, 3, 5, 6, 7, -1 } },
    { { 4, 4 }, { 0, 3, 4, -1 }, { 0, 3, 6, -1 }, { 0, 3, 6, -1 }, { 2, 4, 7, -1 } },
    { { 3, 4 }, { 0, -1 }, { 2, 4, -1 }, { 0, -1 }, { 2, 4, -1 } },
    { { 2, 4 }, { 0, 2, -1 }, { 1, 3, -1 }, { 0, 2, -1 }, { 1, 3, -1 } },
    { { 2, 4 }, { 0, -1 }, { 2, 3, -1 }, { 0, -1 }, { 1, 2, 3, -1 } },
} };

const Vamp& drawVamp(Metre metre, NoiseSequence& dice)
{
    std::vector<const Vamp*> fitting;
    for (const Vamp& vamp : kVamps) {
        if (vamp.metre == metre) {
            fitting.push_back(&vamp);
        }
    }
    return fitting.empty() ? kVamps[2]
                           : *fitting[dice.below(static_cast<std::uint32_t>(fitting.size()))];
}

std::uint8_t nearest(int pitchClass, int around)
{
    const int up = ((pitchClass - around) % 12 + 12) % 12;
    return static_cast<std::uint8_t>(up <= 6 ? around + up : around + up - 12);
}

std::vector<Note> voicing(const Chord& chord, Tick at, Tick length, int around, int velocity)
{
    std::vector<Note> notes;
    const unsigned mask = chordMask(chord.quality);
    for (int interval = 0; interval < 12; ++interval) {
        if (((mask >> interval) & 1u) != 0) {
            notes.push_back({ at, length, nearest(chord.root + interval, around),
                static_cast<std::uint8_t>(velocity) });
        }
    }
    return notes;
}

template <std::size_t N, class F> void each(const std::array<int, N>& onsets, F&& use)
{
    for (std::size_t i = 0; i < N && onsets[i] >= 0; ++i) {
        use(i, onsets[i] * kEighth);
        if (i + 1 < N && onsets[i + 1] == 0) {
            break; // zero-filled tail of a full table
        }
    }
}

int fifthOf(const Chord& chord)
{
    const unsigned mask = chordMask(chord.quality);
    return chord.root + (((mask >> 7) & 1u) != 0 ? 7 : ((mask >> 6) & 1u) != 0 ? 6 : 8);
}

} // namespace

void addFolkBacking(Score& score, NoiseSequence& dice)
{
    const Vamp& vamp = drawVamp(score.metre(), dice);
    constexpr std::array<int, 5> kChordal { 25, 24, 21, 105, 0 };
    constexpr std::array<int, 4> kBasses { 32, 43, 32, 33 };
    Track bass { Slot::Bass, kBasses[dice.below(4)], "bass", {} };
    Track chords { Slot::Chords, kChordal[dice.below(5)], "chords", {} };
    Track drums { Slot::Drums, 0, "drums", {} };
    const bool withDrums = dice.chance(0.45);
    const bool withDrone = dice.chance(0.2);
    const int deep = dice.chance(0.5) ? 41 : 45;
    const int light = dice.chance(0.5) ? 54 : 47;
    const Tick bar = score.metre().ticksPerBar();
    for (Tick start = 0; start < score.length; start += bar) {
        each(vamp.bass, [&](std::size_t i, Tick offset) {
            const Chord& chord = chordAt(score, start + offset);
            const int pitchClass = i % 2 == 0 ? chord.bass : fifthOf(chord);
            bass.notes.push_back({ start + offset, kTicksPerBeat * 3 / 4, nearest(pitchClass, 40),
                static_cast<std::uint8_t>(i == 0 ? 92 : 84) });
        });
        each(vamp.chords, [&](std::size_t, Tick offset) {
            const auto notes = voicing(chordAt(score, start + offset), start + offset, kEighth - 8,
                60, offset == 0 ? 76 : 70);
            chords.notes.insert(chords.notes.end(), notes.begin(), notes.end());
        });
        each(vamp.low, [&](std::size_t i, Tick offset) {
            drums.notes.push_back({ start + offset, kTicksPerFrame, static_cast<std::uint8_t>(deep),
                static_cast<std::uint8_t>(i == 0 ? 88 : 78) });
        });
        each(vamp.high, [&](std::size_t, Tick offset) {
            drums.notes.push_back(
                { start + offset, kTicksPerFrame, static_cast<std::uint8_t>(light), 62 });
        });
    }
    addTrack(score, std::move(bass));
    addTrack(score, std::move(chords));
    if (withDrums) {
        addTrack(score, std::move(drums));
    }
    if (withDrone) {
        Track drone { Slot::Pad, dice.chance(0.5) ? 109 : 21, "pad", {} };
        for (Tick start = 0; start < score.length; start += 4 * bar) {
            const Tick length = std::min(score.length - start, 4 * bar) - kTicksPerFrame;
            drone.notes.push_back({ start, length, nearest(score.key().tonic, 50), 56 });
            drone.notes.push_back({ start, length, nearest(score.key().tonic + 7, 57), 52 });
        }
        addTrack(score, std::move(drone));
    }
}

} // namespace pieria
