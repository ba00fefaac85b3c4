// Icons of one family: 16 x 16 SVG line drawings in resources/icons whose colour "#000" is replaced
// by the theme's at drawing time, so that one file serves every theme, size and state.
#pragma once

#include "ui/common/theme.h"

#include <QByteArray>
#include <QIcon>
#include <QString>

namespace pieria::ui {

[[nodiscard]] QIcon makeSvgIcon(const QString& name, IconTone tone);
/// The names of all shipped icons.
[[nodiscard]] QStringList iconNames();
/// The drawing with its black replaced.
[[nodiscard]] QByteArray tintSvg(QByteArray svg, const QColor& color);

} // namespace pieria::ui
