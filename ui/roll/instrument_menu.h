// The 128 General MIDI instruments by family, or the drum kits.
#pragma once

#include "core/score/score.h"

#include <QString>

#include <functional>

class QMenu;

namespace pieria::ui {

/// "Nylon Guitar"; for drums the kit.
[[nodiscard]] QString instrumentName(const Track& track);
/// "Lead", "Drums", ...: the role in words of the user's language.
[[nodiscard]] QString slotTitle(Slot slot);
/// Fills `menu` with instruments for a track; the present one is checked.
void fillInstrumentMenu(QMenu& menu, const Track& track, const std::function<void(int)>& chosen);

} // namespace pieria::ui
