#include "ui/roll/inline_edit.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QStyle>
#include <QToolTip>

#include <utility>

namespace pieria::ui {

InlineEdit::InlineEdit(QWidget* parent, const QRect& place, const QString& name,
    const QString& text, const QString& hint, std::function<bool(const QString&)> accept)
    : QLineEdit(text, parent)
    , m_accept(std::move(accept))
    , m_hint(hint)
    , m_before(text)
{
    setAccessibleName(name);
    setFont(theme().smallFont());
    setStyleSheet(
        QStringLiteral("QLineEdit { padding: 0 4px; border-radius: 2px; min-height: 0; }"));
    QRect inside = place;
    inside.setWidth(std::max(place.width(), 72));
    inside.moveRight(std::min(inside.right(), parent->width() - 1));
    setGeometry(inside);
    selectAll();
    show();
    setFocus(Qt::OtherFocusReason);
}

void InlineEdit::close()
{
    m_done = true;
    if (parentWidget() != nullptr && hasFocus()) {
        parentWidget()->setFocus(Qt::OtherFocusReason);
    }
    hide();
    deleteLater();
}

void InlineEdit::finish(bool stayOnRefusal)
{
    if (m_done) {
        return;
    }
    if (text() == m_before || m_accept(text())) {
        close();
        return;
    }
    if (!stayOnRefusal) {
        close();
        return;
    }
    setProperty("invalid", true);
    style()->unpolish(this);
    style()->polish(this);
    setAccessibleDescription(m_hint);
    QToolTip::showText(mapToGlobal(QPoint(0, height())), m_hint, this);
    selectAll();
}

void InlineEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finish(true);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void InlineEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        finish(false);
    }
}

} // namespace pieria::ui
