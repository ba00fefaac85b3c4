// The building blocks of a caption: each attribute of a piece in words.
#pragma once

#include "core/corpus/captions.h"

namespace pieria {

/// Phrases for one caption; an empty one is not said.
struct CaptionParts
{
    std::string style; ///< noun: "bossa nova"
    std::vector<std::string> moods; ///< adjectives
    std::string tempo; ///< "slow" or "andante"
    std::string bpm; ///< "92 bpm"
    std::string key; ///< "D minor"
    std::string metre; ///< "3/4"
    std::string energy; ///< "high energy"
    std::vector<std::string> instruments; ///< "nylon guitar", "flute"
    bool noDrums = false;
    std::string structure; ///< "with an intro and a drum fill"
    std::string part; ///< "2 of 4"
    std::string bars; ///< "16 bars"
};

/// Draws the words for one to five attributes of the piece.
[[nodiscard]] CaptionParts drawParts(
    const Score& score, const CaptionFacts& facts, const WordList& words, NoiseSequence& dice);

} // namespace pieria
