// A 32-bar bossa nova in D minor with six tracks, written out by rule: a realistic piece for tests
// and pictures of the window.
#pragma once

#include "core/base/id.h"
#include "core/project/project.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pieria::testing {

namespace bossa {

inline constexpr Tick kBar = 4 * kTicksPerBeat;
inline constexpr Tick kEighth = kTicksPerBeat / 2;
inline constexpr Tick kSixteenth = kTicksPerBeat / 4;

struct Harmony
{
    int root;
    ChordQuality quality;
};
inline constexpr std::array<Harmony, 8> kChanges { { { 2, ChordQuality::Minor7 },
    { 7, ChordQuality::Minor7 }, { 4, ChordQuality::HalfDiminished7 },
    { 9, ChordQuality::Dominant7 }, { 2, ChordQuality::Minor7 }, { 10, ChordQuality::Major7 },
    { 4, ChordQuality::HalfDiminished7 }, { 9, ChordQuality::Dominant7 } } };

inline void add(Track& track, Tick onset, Tick duration, int pitch, int velocity)
{
    track.notes.push_back({ onset, duration, static_cast<std::uint8_t>(pitch),
        static_cast<std::uint8_t>(std::clamp(velocity, 1, 127)) });
}

/// A small fixed scatter, so that velocities look played.
inline int scatter(int seed, int range)
{
    return (seed * 2654435761U >> 16) % static_cast<unsigned>(range);
}

inline void drums(Track& track, int bar)
{
    const Tick at = bar * kBar;
    for (int i = 0; i < 8; ++i) {
        add(track, at + i * kEighth, kSixteenth, 42,
            (i % 2 == 0 ? 78 : 56) + scatter(bar * 8 + i, 12));
    }
    for (const int beat : { 0, 2 }) {
        add(track, at + beat * kTicksPerBeat, kEighth, 36, 92 + scatter(bar + beat, 10));
        add(track, at + beat * kTicksPerBeat + 3 * kSixteenth, kSixteenth, 36, 70);
    }
    static constexpr std::array<int, 5> kClave { 0, 3, 6, 10, 13 };
    for (const int step : kClave) {
        add(track, at + step * kSixteenth, kSixteenth, 37, 84 + scatter(bar * 16 + step, 14));
    }
    if (bar % 8 == 7) {
        for (int i = 0; i < 4; ++i) {
            add(track, at + 3 * kTicksPerBeat + i * kSixteenth, kSixteenth, 48 - i, 80 + i * 10);
        }
    }
}

inline void bass(Track& track, int bar, const Harmony& harmony)
{
    const Tick at = bar * kBar;
    const int root = 36 + harmony.root % 12;
    const int fifth = root + (harmony.quality == ChordQuality::HalfDiminished7 ? 6 : 7);
    add(track, at, 3 * kSixteenth * 2, root, 98);
    add(track, at + 3 * kEighth, kEighth, fifth, 84);
    add(track, at + 4 * kEighth, 3 * kEighth, fifth, 92);
    add(track, at + 7 * kEighth, kEighth, root, 80);
}

inline void guitar(Track& track, int bar, const Harmony& harmony)
{
    const Tick at = bar * kBar;
    const int root = 50 + (harmony.root + 10) % 12;
    const int third
        = harmony.quality == ChordQuality::Dominant7 || harmony.quality == ChordQuality::Major7 ? 4
                                                                                                : 3;
    const int seventh = harmony.quality == ChordQuality::Major7 ? 11 : 10;
    static constexpr std::array<int, 5> kHits { 0, 3, 6, 10, 13 };
    for (const int step : kHits) {
        for (const int interval : { third, 7, seventh, 14 }) {
            add(track, at + step * kSixteenth, 2 * kSixteenth, root + interval,
                64 + scatter(bar * 31 + step + interval, 16));
        }
    }
}

inline void flute(Track& track, int bar)
{
    static constexpr std::array<std::array<int, 6>, 4> kPhrases { { { 74, 77, 76, 74, 72, 69 },
        { 70, 74, 77, 81, 79, 77 }, { 76, 74, 70, 67, 69, 70 }, { 73, 76, 79, 76, 73, 69 } } };
    static constexpr std::array<Tick, 6> kOnsets { 0, 3, 4, 6, 8, 11 };
    if (bar < 4 || bar >= 28) {
        return;
    }
    const Tick at = bar * kBar;
    const auto& phrase = kPhrases[static_cast<std::size_t>(bar % 4)];
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const Tick next = i + 1 < kOnsets.size() ? kOnsets[i + 1] : 15;
        add(track, at + kOnsets[i] * kSixteenth + scatter(bar + static_cast<int>(i), 5),
            (next - kOnsets[i]) * kSixteenth - 4, phrase[i],
            82 + scatter(bar * 6 + static_cast<int>(i), 24));
    }
}

inline void vibes(Track& track, int bar, const Harmony& harmony)
{
    if (bar < 12 || bar % 2 == 0) {
        return;
    }
    const Tick at = bar * kBar;
    for (int i = 0; i < 4; ++i) {
        add(track, at + (4 + 3 * i) * kSixteenth, 3 * kSixteenth, 62 + (harmony.root + 3 * i) % 12,
            70 + 4 * i);
    }
}

inline void strings(Track& track, int bar, const Harmony& harmony)
{
    if (bar < 8) {
        return;
    }
    for (const int interval : { 0, 7, 15 }) {
        add(track, bar * kBar, kBar - 6, 55 + (harmony.root + 5) % 12 + interval % 12, 58);
    }
}

} // namespace bossa

[[nodiscard]] inline Score makeBossa(int bars = 32)
{
    using namespace bossa;
    Score score;
    score.title = "Bossa in D minor";
    score.tempo = TempoMap(92);
    score.keys = { { 0, { 2, Mode::Minor } } };
    score.length = bars * kBar;
    score.sections = { { 0, "intro" }, { 4 * kBar, "A" }, { 12 * kBar, "B" }, { 20 * kBar, "A" },
        { 28 * kBar, "ending" } };
    score.tracks = { { Slot::Drums, 0, "Drums", {} }, { Slot::Bass, 32, "Bass", {} },
        { Slot::Chords, 24, "Guitar", {} }, { Slot::Lead, 73, "Flute", {} },
        { Slot::Counter, 11, "Vibes", {} }, { Slot::Pad, 48, "Strings", {} } };
    for (int bar = 0; bar < bars; ++bar) {
        const Harmony& harmony = kChanges[static_cast<std::size_t>(bar) % kChanges.size()];
        score.chords.push_back({ bar * kBar, harmony.root, harmony.quality, harmony.root });
        drums(score.tracks[0], bar);
        bass(score.tracks[1], bar, harmony);
        guitar(score.tracks[2], bar, harmony);
        flute(score.tracks[3], bar);
        vibes(score.tracks[4], bar, harmony);
        strings(score.tracks[5], bar, harmony);
    }
    normalise(score);
    return score;
}

[[nodiscard]] inline ProjectTake makeBossaTake(int bars = 32)
{
    ProjectTake entry;
    Take& take = entry.take;
    take.id = TakeId::make();
    take.title = "Slow bossa nova";
    take.request.prompt = "slow bossa nova in D minor at 92 bpm with nylon guitar and flute";
    take.request.seed = 7;
    take.score = makeBossa(bars);
    take.plan.metre = take.score.metre();
    take.plan.key = take.score.key();
    take.plan.bpm = 92;
    take.plan.bars = bars;
    take.plan.style = "bossa nova";
    take.plan.sections = take.score.sections;
    take.plan.chords = take.score.chords;
    for (const Track& track : take.score.tracks) {
        take.plan.slots[slotIndex(track.slot)] = { true, track.program };
    }
    for (int bar = 0; bar < bars; ++bar) {
        take.plan.energy.push_back(bar < 4 ? 0.35F
                : bar < 12                 ? 0.55F
                : bar < 20                 ? 0.8F
                : bar < 28                 ? 0.65F
                                           : 0.4F);
    }
    take.mix.strips[slotIndex(Slot::Drums)].gain = -4.5;
    take.mix.strips[slotIndex(Slot::Chords)].pan = -0.25;
    take.mix.strips[slotIndex(Slot::Counter)].pan = 0.35;
    take.mix.strips[slotIndex(Slot::Pad)].gain = -8;
    take.mix.strips[slotIndex(Slot::Pad)].reverb = 0.55;
    return entry;
}

/// A project with one bossa on the stage.
[[nodiscard]] inline Project makeBossaProject(int bars = 32)
{
    Project project;
    project.id = makeUuid();
    project.title = "Bossa";
    project.takes.push_back(makeBossaTake(bars));
    project.current = project.takes.front().take.id;
    return project;
}

} // namespace pieria::testing
