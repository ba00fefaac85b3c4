// Does a piece do what its prompt asked, exactly? Read from the MIDI file's own bytes, as another
// program would.
#pragma once

#include "core/score/score.h"
#include "tests/eval/held_out_prompts.h"

#include <optional>

namespace pieria::eval {

struct Adherence
{
    std::optional<bool> tempo; ///< tempo of the MIDI equals the asked one
    std::optional<bool> key; ///< Krumhansl-Kessler on the notes: tonic and mode
    std::optional<double> keyWeight; ///< MIREX weight: 1, fifth 0.5, relative 0.3, parallel 0.2
    std::optional<double> named; ///< share of the named instruments that sound
    std::optional<double> jaccard; ///< asked and used instruments; prompts that name the whole band
    std::optional<bool> without; ///< nothing of what was taken away sounds
};

[[nodiscard]] Adherence adherence(const HeldOutPrompt& prompt, const Score& score);
/// MIREX weight of an estimate.
[[nodiscard]] double keyAgreement(Key asked, Key found);

} // namespace pieria::eval
