#include "core/score/slot.h"

namespace pieria {

namespace {

constexpr std::array<std::string_view, kSlotCount> kNames { "drums", "bass", "chords", "comp",
    "lead", "counter", "pad", "extra" };

} // namespace

std::string_view slotName(Slot slot)
{
    return kNames[slotIndex(slot)];
}

std::optional<Slot> slotFromName(std::string_view name)
{
    for (const Slot slot : kSlots) {
        if (slotName(slot) == name) {
            return slot;
        }
    }
    return std::nullopt;
}

} // namespace pieria
