// Names of what a row of the roll sounds like.
#pragma once

#include "core/score/score.h"

#include <QString>

namespace pieria::ui {

/// "C4" for MIDI 60, "F#3"; spelled with flats in flat keys.
[[nodiscard]] QString pitchName(int pitch, Key key = {});
/// The pitch, or the drum: "Closed Hi Hat".
[[nodiscard]] QString soundName(const Track& track, int pitch, Key key = {});
/// "1 note", "108 notes".
[[nodiscard]] QString noteCountText(std::size_t count);

} // namespace pieria::ui
