#include "ui/prompt/prompt_editor.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QTextCursor>

namespace pieria::ui {

PromptEditor::PromptEditor(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setProperty("ring", true);
    setAccessibleName(tr("Prompt"));
    setPlaceholderText(tr("slow bossa nova in D minor at 92 bpm with nylon guitar and flute"));
    setMinimumHeight(theme().grid(26));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

void PromptEditor::replaceBytes(std::size_t begin, std::size_t end, const QString& words)
{
    const QByteArray bytes = toPlainText().toUtf8();
    const auto clampTo
        = [&](std::size_t at) { return std::min(static_cast<qsizetype>(at), bytes.size()); };
    const auto from = QString::fromUtf8(bytes.left(clampTo(begin))).size();
    const auto to = QString::fromUtf8(bytes.left(clampTo(end))).size();
    const QString text = toPlainText();
    auto first = from;
    auto last = to;
    if (words.isEmpty()) {
        // "piano, flute" without the flute is "piano".
        while (last < text.size() && text[last] == QLatin1Char(' ')) {
            ++last;
        }
        while (first > 0
            && (text[first - 1] == QLatin1Char(' ') || text[first - 1] == QLatin1Char(','))) {
            --first;
        }
    }
    QString put = words;
    if (words.isEmpty() && first > 0 && last < text.size() && text[last].isLetterOrNumber()) {
        put = QStringLiteral(" ");
    }
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(first));
    cursor.setPosition(static_cast<int>(last), QTextCursor::KeepAnchor);
    cursor.insertText(put);
}

void PromptEditor::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT submitted();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace pieria::ui
