// Ctrl+K: type a few letters of any action, Enter runs it.
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace pieria::ui {

class ActionRegistry;

class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    CommandPalette(ActionRegistry& registry, QWidget* window);

    /// Shows it near the top of the window, empty and ready to type.
    void popUp();
    void setFilter(const QString& text);
    /// Ids in the order shown.
    [[nodiscard]] QStringList shownIds() const;
    void runCurrent();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refill();
    void dismiss();

    ActionRegistry& m_registry;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QWidget* m_focusBefore = nullptr;
    QStringList m_recent; ///< run most recently first
};

} // namespace pieria::ui
