// What General MIDI programs are good for.
#pragma once

#include "core/score/slot.h"

#include <vector>

namespace pieria::prompt {

/// Slots a program suits, best first: all seven pitched ones, the unsuitable last.
[[nodiscard]] std::vector<Slot> suitableSlots(int program);
/// Slots one player alone fills: melody, chords and bass for a piano, the melody for a flute.
[[nodiscard]] std::vector<Slot> slotsOfSolo(int program);
/// Sounds like drums though it is a program: timpani, taiko, woodblock, ...
[[nodiscard]] bool isPercussive(int program);

} // namespace pieria::prompt
