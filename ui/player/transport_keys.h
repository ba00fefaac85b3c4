// Space is transport unless a text field has the focus. Installed on a main window, it looks at the
// keys that reach any widget inside it; dialogs and menus are left alone.
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace pieria::ui {

class Player;

class TransportKeys : public QObject
{
    Q_OBJECT
public:
    /// `player` must outlive this.
    TransportKeys(Player& player, QWidget* window);

    /// Whether a widget takes typed text, so that Space belongs to it.
    [[nodiscard]] static bool takesText(const QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isInside(const QWidget* widget) const;

    Player& m_player;
    QPointer<QWidget> m_window;
};

} // namespace pieria::ui
