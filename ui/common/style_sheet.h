// The stylesheet of the window, built from the tokens of a theme.
#pragma once

#include <QString>

namespace pieria::ui {

class Theme;
[[nodiscard]] QString buildStyleSheet(const Theme& theme);

} // namespace pieria::ui
