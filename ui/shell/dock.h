// A dock with a quiet title line of the studio's own: name, float, close.
#pragma once

#include <QDockWidget>

namespace pieria::ui {

/// `id` is the object name that layouts are saved by.
[[nodiscard]] QDockWidget* makeDock(
    const QString& id, const QString& title, QWidget* content, QWidget* parent);

} // namespace pieria::ui
