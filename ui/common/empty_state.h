// What an empty panel shows: what belongs here, how it gets here, and one button that starts.
#pragma once

#include <QWidget>

namespace pieria::ui {

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& title, const QString& sentence,
        const QString& button = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    void activated();
};

} // namespace pieria::ui
