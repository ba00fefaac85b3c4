// A failure in place: what happened, what to do, details on demand. Never a box in the way.
#pragma once

#include "core/base/result.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace pieria::ui {

class FailureLine : public QFrame
{
    Q_OBJECT
public:
    explicit FailureLine(QWidget* parent = nullptr);

    /// `fixText` and `fix` make a button when given.
    void show(const Failure& failure, const QString& fixText = {}, std::function<void()> fix = {});
    /// A friendly notice in the same place.
    void showNotice(const QString& sentence);
    void clear();
    [[nodiscard]] QString sentence() const;

private:
    void present(const char* kind, const QString& icon, const QString& sentence);
    QLabel* m_icon = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_detail = nullptr;
    QPushButton* m_fix = nullptr;
    QPushButton* m_more = nullptr;
    QPushButton* m_copy = nullptr;
    QToolButton* m_close = nullptr;
    std::function<void()> m_onFix;
};

} // namespace pieria::ui
