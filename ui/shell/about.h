// Pages about the program itself.
#pragma once

#include <QString>

class QWidget;

namespace pieria::ui {

void showOfflinePage(QWidget* parent);
/// `device` is the name of the sound device in use, for the diagnostics.
void showAboutPage(QWidget* parent, const QString& device);
/// Versions and system, without anything the user wrote.
[[nodiscard]] QString diagnostics(const QString& device);

} // namespace pieria::ui
