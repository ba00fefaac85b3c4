// The jobs as rows: running first, then waiting, then ended (newest first).
#pragma once

#include "ui/jobs/job_queue.h"

#include <QAbstractListModel>

#include <vector>

namespace pieria::ui {

class JobListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole, ///< int of JobState
        FractionRole,
        StatusRole, ///< one line for people: stage, time left, or how it ended
        FailureRole, ///< the sentence; empty unless it failed
        DetailRole,
        CancellingRole
    };

    explicit JobListModel(JobQueue& queue, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] std::optional<JobInfo> job(int row) const;
    [[nodiscard]] static QString statusText(const JobInfo& info);

private:
    void reload();
    void refresh(const JobId& id);
    JobQueue& m_queue;
    std::vector<JobInfo> m_rows;
};

} // namespace pieria::ui
