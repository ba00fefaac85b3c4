// The window as one call: what `pieria` without arguments opens.
#pragma once

#include "ui/common/studio_services.h"

#include <QString>
#include <QStringList>

class QApplication;

namespace pieria::ui {

struct StudioOptions
{
    QStringList files; ///< projects, .pieriaz, .take or .mid to open
    QString settingsFile; ///< empty: the user's
    bool firstStart = true; ///< may show the example and the tour when they were not seen yet
};

/// Shows the window and runs until it is closed. Returns the exit code of the process.
[[nodiscard]] int runStudio(
    StudioServices& services, QApplication& application, const StudioOptions& options);

} // namespace pieria::ui
