// The request, its prompt and its negative prompt as one set of wishes, conflicts resolved.
#pragma once

#include "core/base/result.h"
#include "core/engine/music_request.h"
#include "core/prompt/music_prompt.h"

#include <array>
#include <bitset>
#include <string>
#include <vector>

namespace pieria::prompt {

struct Wanted
{
    MusicControls controls; ///< fields of the request already put in
    std::vector<InstrumentWish> instruments; ///< that must play
    bool only = false; ///< nothing else plays
    std::bitset<128> banned; ///< programs that must not
    std::array<bool, kSlotCount> silent {}; ///< slots that stay off
    std::optional<std::pair<double, double>> notBpm; ///< from the negative prompt
    bool said = false; ///< the prompt says anything about the music
};

/// Fails on fields that make no sense (bars below 1, an unknown instrument, a metre that cannot be
/// composed in); clamps the tempo with a note.
[[nodiscard]] Result<Wanted> combine(
    const MusicRequest& request, const MusicReading& reading, std::vector<std::string>& notes);

} // namespace pieria::prompt
