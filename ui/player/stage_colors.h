// What the painted views (roll, wave, mixer) use beside the tokens of the theme: grid lines, row
// shades and the colours of the tracks. Ask again on Theme::changed().
#pragma once

#include "core/score/slot.h"
#include "ui/common/theme.h"

namespace pieria::ui {

struct StageColors : Palette
{
    bool dark = true;
    QColor gridBar;
    QColor gridBeat;
    QColor gridFine;
    QColor rowShade; ///< rows of black keys
    QColor playhead;
};

/// For the theme in use.
[[nodiscard]] StageColors stageColors();

/// One colour a role, told apart by colour-blind eyes; the same in roll, mixer and outliner.
[[nodiscard]] QColor trackColor(Slot slot);

} // namespace pieria::ui
