// The eight roles an instrument can play in a piece. A track has exactly one; the models think in
// slots.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pieria {

enum class Slot : std::uint8_t { Drums, Bass, Chords, Comp, Lead, Counter, Pad, Extra };

inline constexpr int kSlotCount = 8;
inline constexpr std::array<Slot, kSlotCount> kSlots { Slot::Drums, Slot::Bass, Slot::Chords,
    Slot::Comp, Slot::Lead, Slot::Counter, Slot::Pad, Slot::Extra };

/// "drums", "bass", ... (stable: used in files and on the command line).
[[nodiscard]] std::string_view slotName(Slot slot);
[[nodiscard]] std::optional<Slot> slotFromName(std::string_view name);
[[nodiscard]] constexpr std::size_t slotIndex(Slot slot)
{
    return static_cast<std::size_t>(slot);
}

} // namespace pieria
