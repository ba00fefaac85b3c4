// Texts for a piece, made from what is true of it: the parameters it was made with and the notes
// that sound.
#pragma once

#include "core/corpus/words.h"
#include "core/score/score.h"

#include <string>
#include <vector>

namespace pieria {

/// Everything a caption may say. The rest is read from the score itself.
struct CaptionFacts
{
    std::string style; ///< canonical family, "bossa nova"
    std::string nickname; ///< "doo-wop", may be empty
    std::vector<std::string> moods;
    std::vector<float> energies; ///< one a bar
    std::vector<std::string> extras; ///< short true phrases: "walking bass", "with a drop"
    int part = 0; ///< i of n; 0 when the piece is whole
    int parts = 0;
    bool swung = false;
    bool machineDrums = false; ///< say "drum machine" rather than "drum kit"
};

/// `count` captions: random subsets of one to five attributes in random order, from bare tag lists
/// to sentences; about one in ten is empty (the unconditional mode). No held-out synonym occurs.
[[nodiscard]] std::vector<std::string> makeCaptions(const Score& score, const CaptionFacts& facts,
    const WordList& words, int count, NoiseSequence& dice);

/// "slow", "medium tempo", ... for a beat as it is felt (dotted quarters in 6/8).
[[nodiscard]] std::string tempoWord(double bpm, Metre metre);

} // namespace pieria
