// One job: title, progress, what it does, and what can be done about it.
#pragma once

#include "ui/jobs/job_queue.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace pieria::ui {

class FailureLine;

class JobRow : public QFrame
{
    Q_OBJECT
public:
    JobRow(JobQueue& queue, const JobId& id, QWidget* parent = nullptr);
    void update(const JobInfo& info);
    [[nodiscard]] const JobId& id() const { return m_id; }

private:
    JobQueue& m_queue;
    JobId m_id;
    QLabel* m_mark = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_bar = nullptr;
    QToolButton* m_front = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_retry = nullptr;
    QToolButton* m_cancel = nullptr;
    FailureLine* m_failure = nullptr;
    std::optional<JobState> m_shown;
};

} // namespace pieria::ui
