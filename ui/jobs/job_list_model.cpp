#include "ui/jobs/job_list_model.h"

#include "ui/common/widgets.h"

#include <algorithm>
#include <cmath>

namespace pieria::ui {

namespace {

int rank(JobState state)
{
    return state == JobState::Running ? 0 : state == JobState::Queued ? 1 : 2;
}

std::vector<JobInfo> sorted(std::vector<JobInfo> jobs)
{
    std::erase_if(
        jobs, [](const JobInfo& job) { return job.background && job.state != JobState::Failed; });
    const auto firstEnded = std::stable_partition(
        jobs.begin(), jobs.end(), [](const JobInfo& job) { return rank(job.state) < 2; });
    std::stable_sort(jobs.begin(), firstEnded,
        [](const JobInfo& a, const JobInfo& b) { return rank(a.state) < rank(b.state); });
    std::reverse(firstEnded, jobs.end());
    return jobs;
}

} // namespace

JobListModel::JobListModel(JobQueue& queue, QObject* parent)
    : QAbstractListModel(parent)
    , m_queue(queue)
    , m_rows(sorted(queue.jobs()))
{
    connect(&queue, &JobQueue::jobAdded, this, [this] { reload(); });
    connect(&queue, &JobQueue::jobsRemoved, this, [this] { reload(); });
    connect(&queue, &JobQueue::orderChanged, this, [this] { reload(); });
    connect(&queue, &JobQueue::jobChanged, this, [this](const JobId& id) { refresh(id); });
}

int JobListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JobListModel::data(const QModelIndex& index, int role) const
{
    const auto info = job(index.row());
    if (!index.isValid() || !info) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return info->title;
    case IdRole:
        return toQt(info->id.text());
    case StateRole:
        return static_cast<int>(info->state);
    case FractionRole:
        return info->progress.fraction();
    case StatusRole:
    case Qt::AccessibleDescriptionRole:
        return statusText(*info);
    case FailureRole:
        return info->failure ? toQt(info->failure->sentence) : QString();
    case DetailRole:
        return info->failure ? toQt(info->failure->detail) : QString();
    case CancellingRole:
        return info->cancelling;
    default:
        return {};
    }
}

std::optional<JobInfo> JobListModel::job(int row) const
{
    if (row < 0 || row >= static_cast<int>(m_rows.size())) {
        return std::nullopt;
    }
    return m_rows[static_cast<std::size_t>(row)];
}

QString JobListModel::statusText(const JobInfo& info)
{
    const QString elapsed = clockText(info.elapsed.value());
    switch (info.state) {
    case JobState::Queued:
        return tr("Waiting");
    case JobState::Finished:
        return tr("Done in %1").arg(elapsed);
    case JobState::Failed:
        return tr("Failed after %1").arg(elapsed);
    case JobState::Cancelled:
        return tr("Cancelled");
    case JobState::Running:
        break;
    }
    if (info.cancelling) {
        return tr("Stopping");
    }
    const QString stage = info.progress.stage.empty() ? tr("Starting") : toQt(info.progress.stage);
    if (info.remaining) {
        return tr("%1  -  %2 left", "stage of a job, then the time left")
            .arg(stage, clockText(std::ceil(info.remaining->value())));
    }
    return tr("%1  -  %2", "stage of a job, then the time it has run").arg(stage, elapsed);
}

void JobListModel::reload()
{
    beginResetModel();
    m_rows = sorted(m_queue.jobs());
    endResetModel();
}

void JobListModel::refresh(const JobId& id)
{
    const auto now = m_queue.job(id);
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const JobInfo& row) { return row.id == id; });
    if (!now) {
        return;
    }
    if (found == m_rows.end()) {
        if (!now->background || now->state == JobState::Failed) {
            reload();
        }
        return;
    }
    if (rank(found->state) != rank(now->state)) {
        reload();
        return;
    }
    *found = *now;
    const QModelIndex at = index(static_cast<int>(found - m_rows.begin()));
    Q_EMIT dataChanged(at, at);
}

} // namespace pieria::ui
