// A flat tool button with a drawn sign: sharp at every scale, in the colours of the stage.
#pragma once

#include <QToolButton>

class QPainterPath;

namespace pieria::ui {

enum class Glyph {
    ToStart,
    Play,
    Pause,
    Stop,
    Loop,
    Compare,
    Plus,
    Minus,
    Fit,
    Pointer,
    Pencil,
    Magnet,
    Dice,
    Follow,
    Fold,
    Unfold
};

/// The sign inside a 16 x 16 square; filled unless `isStroked`.
[[nodiscard]] QPainterPath glyphPath(Glyph glyph);
[[nodiscard]] bool isStroked(Glyph glyph);

class GlyphButton : public QToolButton
{
    Q_OBJECT
public:
    /// `name` is the tool tip and the accessible name.
    GlyphButton(Glyph glyph, const QString& name, QWidget* parent = nullptr);
    void setGlyph(Glyph glyph, const QString& name);
    [[nodiscard]] Glyph glyph() const { return m_glyph; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
};

} // namespace pieria::ui
