// Small pieces and readers of rendered files for the audio tests and benches.
#pragma once

#include "core/engine/score_renderer.h"
#include "core/score/score.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace pieria::test {

inline Track makeTrack(Slot slot, int program, std::vector<Note> notes)
{
    return { slot, program, std::string(slotName(slot)), std::move(notes) };
}

inline Note note(double beat, double beats, int pitch, int velocity = 90)
{
    return { static_cast<Tick>(std::lround(beat * kTicksPerBeat)),
        static_cast<Tick>(std::lround(beats * kTicksPerBeat)), static_cast<std::uint8_t>(pitch),
        static_cast<std::uint8_t>(velocity) };
}

/// A six-track piece in 4/4 whose parts follow a four-chord turn: what a generated piece is like.
inline Score bandPiece(int bars, double bpm = 120)
{
    constexpr int roots[] = { 0, 9, 5, 7 };
    Score score;
    score.tempo = TempoMap(bpm);
    score.length = bars * 4 * kTicksPerBeat;
    std::vector<Note> drums, bass, chords, comp, lead, pad;
    for (int bar = 0; bar < bars; ++bar) {
        const int root = roots[bar % 4];
        const int third = root == 9 ? 3 : 4;
        const double b = 4.0 * bar;
        for (int beat = 0; beat < 4; ++beat) {
            drums.push_back(note(b + beat, 0.25, beat % 2 == 0 ? 36 : 38, 100));
            bass.push_back(note(b + beat, 0.9, 36 + root + (beat == 3 ? 7 : 0), 92));
            comp.push_back(note(b + beat + 0.5, 0.4, 60 + root, 78));
            comp.push_back(note(b + beat + 0.5, 0.4, 60 + root + third, 78));
            lead.push_back(note(b + beat, 0.9, 72 + (root + 4 * beat) % 12, 96));
            for (int half = 0; half < 2; ++half) {
                drums.push_back(note(b + beat + 0.5 * half, 0.2, 42, half ? 60 : 80));
            }
        }
        for (const int step : { 0, third, 7 }) {
            chords.push_back(note(b, 2, 48 + root + step, 80));
            chords.push_back(note(b + 2, 1.9, 48 + root + step, 74));
            pad.push_back(note(b, 3.9, 60 + root + step, 70));
        }
    }
    score.tracks = { makeTrack(Slot::Drums, 0, drums), makeTrack(Slot::Bass, 33, bass),
        makeTrack(Slot::Chords, 0, chords), makeTrack(Slot::Comp, 25, comp),
        makeTrack(Slot::Lead, 73, lead), makeTrack(Slot::Pad, 48, pad) };
    normalise(score);
    return score;
}

} // namespace pieria::test
