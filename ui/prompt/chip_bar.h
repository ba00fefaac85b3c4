// What was understood, as chips: click one to change its value, x to take it out of the prompt.
#pragma once

#include "core/prompt/music_prompt.h"

#include <QWidget>

namespace pieria::ui {

class FlowLayout;

class ChipBar : public QWidget
{
    Q_OBJECT
public:
    explicit ChipBar(QWidget* parent = nullptr);
    void setChips(const std::vector<Chip>& chips);
    [[nodiscard]] const std::vector<Chip>& chips() const { return m_chips; }
    /// The editor of a chip's value opens below it.
    void edit(std::size_t index);

Q_SIGNALS:
    /// The words of `chip` should become `words`; empty: go.
    void changed(const pieria::Chip& chip, const QString& words);

private:
    [[nodiscard]] QWidget* makeChip(std::size_t index);
    FlowLayout* m_flow = nullptr;
    std::vector<Chip> m_chips;
    std::vector<QWidget*> m_widgets;
};

[[nodiscard]] QString chipKindName(ChipKind kind);
/// What else such a chip could say; offered in its menu.
[[nodiscard]] QStringList chipSuggestions(ChipKind kind);

} // namespace pieria::ui
