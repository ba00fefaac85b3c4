// Grid, strength and swing of a quantise, applied with one button (Enter).
#pragma once

#include "ui/roll/score_edits.h"

#include <QFrame>

class QCheckBox;
class QComboBox;

namespace pieria::ui {

class ValueSlider;

class QuantisePopup : public QFrame
{
    Q_OBJECT
public:
    explicit QuantisePopup(Tick grid, QWidget* parent = nullptr);
    [[nodiscard]] Quantise settings() const;

Q_SIGNALS:
    void accepted(const pieria::ui::Quantise& how);

private:
    QComboBox* m_grid = nullptr;
    ValueSlider* m_strength = nullptr;
    ValueSlider* m_swing = nullptr;
    QCheckBox* m_ends = nullptr;
};

/// The steps one can snap to, largest first, with their names ("1/16", "1/8 triplet").
struct GridStep
{
    Tick ticks;
    QString name;
};
[[nodiscard]] std::vector<GridStep> gridSteps();

} // namespace pieria::ui
