// How well one score says what another says: onset precision, recall and F1.
#pragma once

#include "core/score/score.h"

#include <vector>

namespace pieria {

struct OnsetMatch
{
    int reference = 0; ///< notes in the reference
    int found = 0; ///< notes in the other score
    int matched = 0; ///< one-to-one: same slot and pitch, onsets within the tolerance
    [[nodiscard]] double f1() const;
    OnsetMatch& operator+=(const OnsetMatch& other);
};

[[nodiscard]] OnsetMatch matchOnsets(
    const std::vector<Note>& reference, const std::vector<Note>& other, Tick tolerance = 1);

} // namespace pieria
