// Prompts the models have never read: held-out synonyms, random exact wishes, forms of many kinds.
#pragma once

#include "core/base/result.h"
#include "core/score/music_types.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pieria::eval {

/// An instrument a prompt names, and the programs that would answer it.
struct NamedInstrument
{
    std::string words;
    std::vector<int> programs; ///< empty: drums
};

struct HeldOutPrompt
{
    std::string text;
    std::string style; ///< canonical genre
    std::optional<double> bpm;
    std::optional<Key> key;
    std::optional<Metre> metre;
    std::vector<NamedInstrument> with;
    bool only = false; ///< the named instruments are the whole band
    std::vector<NamedInstrument> without;
    std::uint64_t seed = 0;
};

/// `synonyms`: resources/corpus/synonyms.jsonl. `styles`: families that may be named. Same
/// arguments, same prompts.
[[nodiscard]] Result<std::vector<HeldOutPrompt>> heldOutPrompts(
    const std::filesystem::path& synonyms, const std::vector<std::string>& styles, int count);

} // namespace pieria::eval
