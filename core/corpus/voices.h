// Which instruments a style is played on, where they sound well, and how its tunes move.
#pragma once

#include "core/base/noise.h"
#include "core/corpus/melody_rhythm.h"
#include "core/score/score.h"

#include <span>
#include <string_view>
#include <utility>

namespace pieria {

struct StyleVoices
{
    std::string_view family;
    std::span<const int> leads; ///< General MIDI programs, the most typical first
    std::span<const int> chords; ///< what may stand in for a chordal instrument
    std::span<const int> basses;
    TuneManner manner;
};

/// The row of a family; a general one for families it does not know.
[[nodiscard]] const StyleVoices& voicesOf(std::string_view family);

/// A lead program: mostly of the style, sometimes any melodic instrument, so that unusual wishes
/// are no strangers to the models.
[[nodiscard]] int drawLead(const StyleVoices& voices, NoiseSequence& dice);

/// Comfortable melodic range of a program as MIDI pitches, at least an octave and a half.
[[nodiscard]] std::pair<int, int> melodicRange(int program);

/// Replaces some programs by others that suit the style (register moved by octaves where needed).
void substituteVoices(Score& score, const StyleVoices& voices, NoiseSequence& dice);

/// How the tunes of a style move at a tempo: fast music sings in longer notes.
[[nodiscard]] TuneManner mannerAt(const StyleVoices& voices, double bpm, Metre metre, bool swung);

} // namespace pieria
