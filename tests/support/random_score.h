// Scores drawn from a seed, for properties that must hold for every score.
#pragma once

#include "core/base/noise.h"
#include "core/score/score.h"

#include <string>

namespace pieria::test {

struct RandomScoreOptions
{
    int tracks = 6;
    int notes = 60; ///< a track
    int bars = 12;
};

/// Normalised. Holds tempo, metre and key changes, sections, chords and tracks without notes.
inline Score randomScore(std::uint64_t seed, const RandomScoreOptions& options = {})
{
    NoiseSequence random { Noise(seed, "random score") };
    const auto pick = [&random](int low, int high) {
        return low + static_cast<int>(random.below(static_cast<std::uint32_t>(high - low + 1)));
    };
    Score score;
    score.title = "Piece " + std::to_string(seed);
    const Tick length = Tick { 384 } * options.bars;
    const auto tick = [&] { return static_cast<Tick>(pick(0, static_cast<int>(length) - 1)); };
    std::vector<TempoChange> tempo;
    for (int i = pick(0, 4); i >= 0; --i) {
        tempo.push_back({ i == 0 ? 0 : tick(), 20 + 300 * random.uniform() });
    }
    score.tempo = TempoMap(tempo);
    for (int i = pick(0, 3); i > 0; --i) {
        score.metres.push_back({ tick(), { pick(1, 12), 1 << pick(0, 4) } });
        score.keys.push_back({ tick(), { pick(0, 11), static_cast<Mode>(pick(0, 6)) } });
        score.sections.push_back({ tick(), "Teil " + std::to_string(i) + " \xC3\xA4" });
    }
    for (int i = pick(0, options.bars); i > 0; --i) {
        score.chords.push_back({ tick(), pick(0, 11),
            static_cast<ChordQuality>(pick(0, kChordQualityCount - 1)), pick(0, 11) });
    }
    for (int t = 0; t < options.tracks; ++t) {
        Track track;
        track.slot = static_cast<Slot>(pick(0, kSlotCount - 1));
        track.program = pick(0, 127);
        track.name = t % 3 == 0 ? "" : "Track " + std::to_string(t);
        for (int i = pick(0, options.notes); i > 0; --i) {
            track.notes.push_back({ tick(), pick(1, 800), static_cast<std::uint8_t>(pick(0, 127)),
                static_cast<std::uint8_t>(pick(1, 127)) });
        }
        score.tracks.push_back(track);
    }
    score.length = length;
    normalise(score);
    return score;
}

} // namespace pieria::test
