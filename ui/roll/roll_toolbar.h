// The row above the ruler: tools, grid, quantise, zoom, and the tempo and key of the take.
#pragma once

#include "ui/roll/roll_state.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace pieria::ui {

class DragNumber;
class GlyphButton;

class RollToolbar : public QWidget
{
    Q_OBJECT
public:
    explicit RollToolbar(RollState& state, QWidget* parent = nullptr);
    /// Opens below the quantise button.
    void openQuantise();

Q_SIGNALS:
    void quantiseChosen(const pieria::ui::Quantise& how);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addTools(QHBoxLayout& row);
    void addPiece(QHBoxLayout& row);
    void addZoom(QHBoxLayout& row);
    void refresh();
    void fillKeyMenu();

    RollState& m_state;
    GlyphButton* m_select = nullptr;
    GlyphButton* m_draw = nullptr;
    GlyphButton* m_follow = nullptr;
    QComboBox* m_snap = nullptr;
    QToolButton* m_quantise = nullptr;
    DragNumber* m_tempo = nullptr;
    QToolButton* m_key = nullptr;
    QLabel* m_metre = nullptr;
};

} // namespace pieria::ui
