// The prompt as text: Ctrl+Enter makes, Esc leaves the field and never the words.
#pragma once

#include <QPlainTextEdit>

namespace pieria::ui {

class PromptEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PromptEditor(QWidget* parent = nullptr);
    /// UTF-8 bytes [begin, end) of the text become `words`, as one undoable edit; spaces are tidied
    /// when words go.
    void replaceBytes(std::size_t begin, std::size_t end, const QString& words);

Q_SIGNALS:
    void submitted();
    void left(); ///< Esc: the stage gets the focus

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace pieria::ui
