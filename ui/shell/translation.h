// The language of the window.
#pragma once

#include "ui/preferences/settings.h"

#include <QStringList>

class QCoreApplication;

namespace pieria::ui {

/// Loads resources/translations/pieria_XX.qm for the chosen language, else the system's; English
/// needs none.
void installTranslation(QCoreApplication& application, const Settings& settings);
/// Codes of the translations that ship, "en" first.
[[nodiscard]] QStringList shippedLanguages();

} // namespace pieria::ui
