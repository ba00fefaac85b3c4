// Four steps over the window, each beside what it is about; can be left at any time.
#pragma once

#include <QWidget>

#include <vector>

class QFrame;
class QLabel;
class QPushButton;

namespace pieria::ui {

struct TourStep
{
    QWidget* target = nullptr;
    QString title;
    QString text;
};

class Tour : public QWidget
{
    Q_OBJECT
public:
    Tour(QWidget& window, std::vector<TourStep> steps);
    void begin();
    void next();
    void leave();
    [[nodiscard]] int step() const { return m_step; }

Q_SIGNALS:
    void finished();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    [[nodiscard]] QRect spot() const;
    std::vector<TourStep> m_steps;
    int m_step = 0;
    QFrame* m_card = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace pieria::ui
