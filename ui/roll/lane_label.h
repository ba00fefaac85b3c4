// The words at the left of a lane.
#pragma once

#include <QWidget>

namespace pieria::ui {

class LaneLabel : public QWidget
{
    Q_OBJECT
public:
    LaneLabel(const QString& text, const QString& hint, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QString m_hint;
};

} // namespace pieria::ui
