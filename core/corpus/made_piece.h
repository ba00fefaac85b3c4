// What the makers hand over: a piece with its facts, not yet captioned.
#pragma once

#include "core/corpus/captions.h"
#include "core/corpus/piece_line.h"
#include "core/corpus/slot_assignment.h"
#include "core/score/score.h"

#include <vector>

namespace pieria {

struct MadePiece
{
    PieceLine line; ///< id, split, source, group, style and moods; the rest is filled when written
    Score score;
    CaptionFacts facts;
};

/// Bars [firstBar, firstBar + bars) of a single-metre score as a piece of its own: notes that reach
/// in from before are left out, those that reach out are cut, chords and sections carried over.
[[nodiscard]] Score cutBars(const Score& score, int firstBar, int bars);

/// The piece whole or, when it is long and the dice say so, as `n` parts labelled "i of n".
[[nodiscard]] std::vector<MadePiece> cutIntoParts(MadePiece piece, NoiseSequence& dice);

/// Whether a score keeps the corpus' promises: a metre of ours, 8 to 64 bars, one metre, tempo and
/// key, one track a slot and at most six notes a slot and frame, something sounding.
[[nodiscard]] bool keepsInvariants(const Score& score);

} // namespace pieria
