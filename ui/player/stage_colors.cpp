#include "ui/player/stage_colors.h"

namespace pieria::ui {

StageColors stageColors()
{
    StageColors c;
    static_cast<Palette&>(c) = theme().colors();
    c.dark = c.background.lightness() < 128;
    if (!c.dark) {
        // Notes and waves stand on paper, the chrome around them is a shade darker.
        c.background = QColor(0xfd, 0xfd, 0xfc);
    }
    const bool strong = theme().name() == ThemeName::HighContrast;
    c.gridBar = mixed(c.background, c.text, strong ? 0.55 : c.dark ? 0.20 : 0.26);
    c.gridBeat = mixed(c.background, c.text, strong ? 0.30 : c.dark ? 0.10 : 0.13);
    c.gridFine = mixed(c.background, c.text, strong ? 0.14 : c.dark ? 0.045 : 0.06);
    c.rowShade = c.dark ? mixed(c.background, QColor(Qt::black), 0.30)
                        : mixed(c.background, QColor(Qt::black), 0.035);
    c.playhead = c.dark ? c.accent : c.accentText;
    return c;
}

QColor trackColor(Slot slot)
{
    return theme().colors().tracks[slotIndex(slot)];
}

} // namespace pieria::ui
