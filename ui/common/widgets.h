// Small makers, so that every label and button of the window is built and named the same way.
#pragma once

#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QToolButton>

namespace pieria::ui {

/// `tone`: "muted", "bad", "warn", "good", "accent", "heading" or null.
[[nodiscard]] QLabel* makeLabel(
    const QString& text, const char* tone = nullptr, QWidget* parent = nullptr);
/// An icon alone; `name` is its tool tip and accessible name.
[[nodiscard]] QToolButton* makeIconButton(const QString& icon, const QString& name,
    QWidget* parent = nullptr, IconTone tone = IconTone::Muted);
[[nodiscard]] QPushButton* makeButton(
    const QString& text, const QString& icon = {}, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* makeLinkButton(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QFrame* makeLine(QWidget* parent = nullptr);
/// Margins and spacing in steps of the 4-px grid.
void setGrid(QLayout& layout, double margin, double spacing);
/// Sets a dynamic property and restyles the widget.
void setStyleProperty(QWidget& widget, const char* name, const QVariant& value);

[[nodiscard]] QString toQt(const std::string& text);
[[nodiscard]] std::string fromQt(const QString& text);
[[nodiscard]] QString clockText(double seconds); ///< "00:12", "1:02:03"

} // namespace pieria::ui
