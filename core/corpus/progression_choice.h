// Which chord progression suits a groove.
#pragma once

#include "core/base/noise.h"
#include "core/corpus/groove_table.h"
#include "core/corpus/progressions.h"

namespace pieria {

/// Draws by style: a progression that names the groove's family weighs most, one of a far-off world
/// (metal fifths under a waltz) nothing. With `partner`, only such in the same mode, so that both
/// can share a key. `progressions` must not be empty.
[[nodiscard]] const Progression& chooseProgression(const std::vector<Progression>& progressions,
    const GrooveRow& row, const Progression* partner, NoiseSequence& dice);

} // namespace pieria
