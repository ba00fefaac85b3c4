// What the corpus says of each style: the numbers behind resources/corpus/styles.json.
#pragma once

#include "core/base/result.h"
#include "core/corpus/corpus_folder.h"

#include <string>

namespace pieria {

/// `before` is the text of a styles.json. Every style with at least `fewest` training pieces gets
/// measured tempi (5th and 95th percentile), metres and modes (most common first), energy and, per
/// slot, the chance that it sounds and its programs with weights; all other fields and styles stay.
/// Styles only the corpus knows are appended. Same corpus, same text.
[[nodiscard]] Result<std::string> measureStylePriors(
    const MusicCorpus& corpus, const std::string& before, int fewest = 12);

} // namespace pieria
