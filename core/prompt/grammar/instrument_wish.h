// From rows of the instrument table to wishes.
#pragma once

#include "core/prompt/lexicon/tables.h"
#include "core/prompt/music_prompt.h"

#include <vector>

namespace pieria::prompt {

/// What naming the instrument asks for; `row` counts in instrumentRows().
[[nodiscard]] InstrumentWish wishFor(std::size_t row);
/// What "no ..." takes away: relatives too; with a role the whole slot stays silent.
[[nodiscard]] InstrumentWish wishWithout(std::size_t row);
[[nodiscard]] InstrumentWish withoutVoices();
/// The players of an ensemble with their roles.
[[nodiscard]] std::vector<InstrumentWish> players(const EnsembleRow& row);

} // namespace pieria::prompt
