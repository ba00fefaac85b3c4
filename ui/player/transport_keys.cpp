#include "ui/player/transport_keys.h"

#include "ui/player/player.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QWidget>

namespace pieria::ui {

TransportKeys::TransportKeys(Player& player, QWidget* window)
    : QObject(window)
    , m_player(player)
    , m_window(window)
{
    // On the application: a button or a list would swallow Space before its window sees it.
    qApp->installEventFilter(this);
}

bool TransportKeys::takesText(const QWidget* widget)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        return !line->isReadOnly();
    }
    if (const auto* text = qobject_cast<const QTextEdit*>(widget)) {
        return !text->isReadOnly();
    }
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) {
        return !text->isReadOnly();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        return box->isEditable();
    }
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

bool TransportKeys::isInside(const QWidget* widget) const
{
    if (m_window.isNull() || widget == nullptr || QApplication::activePopupWidget() != nullptr) {
        return false;
    }
    const QWidget* top = widget->window();
    if (top == m_window) {
        return true;
    }
    // A floating dock is a window of its own and still part of the studio; a dialog is not.
    return top->windowType() == Qt::Tool && m_window->isAncestorOf(top);
}

bool TransportKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!isInside(widget)) {
        return false;
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier || takesText(widget)) {
        return false;
    }
    if (key->key() == Qt::Key_Space) {
        if (event->type() == QEvent::ShortcutOverride) {
            event->accept(); // it will come back as a key press
            return true;
        }
        if (!key->isAutoRepeat()) {
            m_player.togglePlay();
        }
        return true;
    }
    // Buttons lose Space to the transport, so Return presses them.
    auto* button = qobject_cast<QAbstractButton*>(widget);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (event->type() == QEvent::KeyPress && isReturn && button != nullptr
        && !key->isAutoRepeat()) {
        button->animateClick();
        return true;
    }
    return false;
}

} // namespace pieria::ui
