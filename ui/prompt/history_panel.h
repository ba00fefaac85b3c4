// Every request that was asked for: search, star, recall all or a part of it, remix.
#pragma once

#include "ui/edit/document.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QStackedWidget;
class QToolButton;

namespace pieria::ui {

class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(Document& document, QWidget* parent = nullptr);
    void setFilter(const QString& text);
    [[nodiscard]] int shownCount() const;

Q_SIGNALS:
    void recallRequested(const pieria::MusicRequest& request);
    void promptRequested(const QString& prompt);
    void seedRequested(quint64 seed);
    void remixRequested(const pieria::MusicRequest& request);
    void takeRequested(const pieria::TakeId& take);

private:
    void fill();
    void showMenu(const QPoint& at);
    [[nodiscard]] std::optional<std::size_t> currentIndex() const;
    void withCurrent(const std::function<void(std::size_t, const HistoryEntry&)>& use);

    Document& m_document;
    QLineEdit* m_search = nullptr;
    QToolButton* m_starred = nullptr;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_pages = nullptr;
};

} // namespace pieria::ui
