// The jobs of the window with their progress; running first.
#pragma once

#include "ui/jobs/job_list_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace pieria::ui {

class JobRow;

class JobsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit JobsPanel(JobQueue& queue, QWidget* parent = nullptr);
    [[nodiscard]] JobListModel& model() { return m_model; }

private:
    void rebuild();
    void refresh(int first, int last);
    void updateHead();

    JobQueue& m_queue;
    JobListModel m_model;
    QLabel* m_summary = nullptr;
    QToolButton* m_cancel = nullptr;
    QToolButton* m_clear = nullptr;
    QStackedWidget* m_pages = nullptr;
    QVBoxLayout* m_rows = nullptr;
    std::vector<JobRow*> m_widgets;
};

} // namespace pieria::ui
