// A heading that shows or hides what is below it.
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace pieria::ui {

class Fold : public QWidget
{
    Q_OBJECT
public:
    Fold(const QString& title, QWidget* content, QWidget* parent = nullptr);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;
    /// Said beside the title while it is closed: what is set inside.
    void setSummary(const QString& summary);

Q_SIGNALS:
    void toggled(bool open);

private:
    void updateTitle();
    QString m_title;
    QString m_summary;
    QToolButton* m_button = nullptr;
    QWidget* m_content = nullptr;
};

} // namespace pieria::ui
