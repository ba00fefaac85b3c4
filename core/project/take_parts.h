// The three parts a take is stored as, in a project and in a take file alike: JSON, MIDI and
// safetensors. For .cpp files of this room.
#pragma once

#include "core/engine/take.h"
#include "core/project/json_fields.h"

#include <string>
#include <string_view>

namespace pieria {

/// Everything but score and latents; readers fill those in.
[[nodiscard]] Json jsonOf(const Take& take);
/// Leaves `fields` to the caller, who reads its own and calls finish().
[[nodiscard]] Take readTakeFields(JsonFields& fields);

/// The normalised score as MIDI. Fails when it is longer than readers take.
[[nodiscard]] Result<std::string> scoreToBytes(const Score& score);

/// Whether there are latents, and they are whole numbers of bars and finite.
[[nodiscard]] bool canStore(const ScoreLatents& latents);
[[nodiscard]] Result<std::string> latentsToBytes(const ScoreLatents& latents);
[[nodiscard]] Result<ScoreLatents> latentsFromBytes(std::string bytes);

inline constexpr std::size_t kMaxLatentBytes = std::size_t { 256 } << 20;

} // namespace pieria
