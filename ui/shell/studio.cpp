#include "ui/shell/studio.h"

#include "ui/common/theme.h"
#include "ui/preferences/settings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/translation.h"

#include <QApplication>
#include <QTimer>

namespace pieria::ui {

int runStudio(StudioServices& services, QApplication& application, const StudioOptions& options)
{
    application.setApplicationName(QStringLiteral("Pieria"));
    application.setApplicationVersion(QStringLiteral(PIERIA_VERSION));
    application.setDesktopFileName(QStringLiteral("pieria"));
    Settings settings(options.settingsFile);
    installTranslation(application, settings);
    MainWindow window(services, settings);
    window.show();
    // After the first paint: questions come to a window that is there.
    QTimer::singleShot(0, &window, [&] { window.start(options); });
    return QApplication::exec();
}

} // namespace pieria::ui
