// Own melodies by rule: two-bar units that repeat and vary, phrases that breathe, cadences where
// sections end, chord tones on strong beats, the same tune again when a section returns.
#pragma once

#include "core/corpus/melody_pitch.h"
#include "core/corpus/melody_rhythm.h"
#include "core/score/score.h"

#include <vector>

namespace pieria {

struct MelodyRequest
{
    TuneManner manner;
    int low = 60; ///< range of the instrument, inclusive
    int high = 84;
    bool inIntro = false; ///< whether it already plays in the intro
    int velocity = 92;
};

/// A melody over the score's chords and sections (labels "A", "B", ... are sung; "fill" belongs to
/// the section before it). Sorted, one voice.
[[nodiscard]] std::vector<Note> writeMelody(
    const Score& score, const MelodyRequest& request, NoiseSequence& dice);

/// A slow second voice of guide tones (thirds and sevenths first) that moves as little as it can.
[[nodiscard]] std::vector<Note> writeCounterLine(
    const Score& score, int low, int high, NoiseSequence& dice);

/// The chord sounding at a tick.
[[nodiscard]] const Chord& chordAt(const Score& score, Tick tick);

} // namespace pieria
