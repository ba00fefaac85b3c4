// A text field that opens in place inside a painted view: Enter or a click elsewhere takes the
// text, Escape leaves things as they were.
#pragma once

#include <QLineEdit>

#include <functional>

namespace pieria::ui {

class InlineEdit : public QLineEdit
{
    Q_OBJECT
public:
    /// `accept` returns whether the text was understood; when not, the field stays open and says
    /// `hint`. Deletes itself when done.
    InlineEdit(QWidget* parent, const QRect& place, const QString& name, const QString& text,
        const QString& hint, std::function<bool(const QString&)> accept);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool stayOnRefusal);
    void close();

    std::function<bool(const QString&)> m_accept;
    QString m_hint;
    QString m_before;
    bool m_done = false;
};

} // namespace pieria::ui
