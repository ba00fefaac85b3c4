// Runs jobs on two lanes (compute 1, io 2) and tells the window about them. The only QObject around
// jobs: everything here is called, and every signal and handler arrives, on the GUI thread.
#pragma once

#include "core/base/id.h"
#include "core/job/job.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pieria::ui {

enum class JobState { Queued, Running, Finished, Failed, Cancelled };
enum class QueuePlace { End, Front };

/// What the window shows of a job.
struct JobInfo
{
    JobId id;
    QString title;
    Lane lane = Lane::Compute;
    JobState state = JobState::Queued;
    Progress progress;
    Seconds elapsed; ///< since it began to run; its whole time once it ended
    std::optional<Seconds> remaining; ///< none until the pace is known
    bool cancelling = false; ///< asked to stop, has not stopped yet
    std::optional<Failure> failure; ///< when Failed
    bool background = false;
};

/// A job that can be made again, so that it can be retried, and who hears of it.
struct JobOrder
{
    std::function<std::shared_ptr<Job>()> make;
    /// Handlers are dropped when `receiver` is set and has been destroyed.
    QPointer<QObject> receiver = {};
    bool hasReceiver = false;
    std::function<void(const std::any&)> preview = {};
    std::function<void(const Result<Outcome<std::any>>&)> ended = {};
    bool background = false; ///< housekeeping: not listed unless it fails, forgotten when it ended
};
[[nodiscard]] JobOrder makeOrder(std::function<std::shared_ptr<Job>()> make, QObject* receiver,
    std::function<void(const Result<Outcome<std::any>>&)> ended,
    std::function<void(const std::any&)> preview = {});

class JobQueue : public QObject
{
    Q_OBJECT
public:
    explicit JobQueue(QObject* parent = nullptr);
    /// Cancels all and waits as shutDown() does.
    ~JobQueue() override;

    JobId add(JobOrder order, QueuePlace place = QueuePlace::End);
    /// A queued job ends at once; a running one as soon as it looks (100 ms). Ended ones stay as
    /// they are.
    void cancel(const JobId& id);
    void cancelActive();
    void cancelQueued();
    void cancelAll();
    /// Queues a failed or cancelled job again at the front, under its old id. False when it is
    /// neither.
    bool retry(const JobId& id);
    /// Moves a queued job by `steps` among the queued ones of its lane (negative: sooner).
    void move(const JobId& id, int steps);
    void moveToFront(const JobId& id);
    /// Forgets the jobs that ended.
    void clearEnded();

    /// In the order they were or will be started.
    [[nodiscard]] std::vector<JobInfo> jobs() const;
    [[nodiscard]] std::optional<JobInfo> job(const JobId& id) const;
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] int queuedCount() const;
    [[nodiscard]] bool isIdle() const { return runningCount() + queuedCount() == 0; }

    /// Cancels all jobs and waits for the workers. False when one did not answer in time; it is
    /// left behind and its result is dropped. No job can be added afterwards.
    bool shutDown(std::chrono::milliseconds patience = std::chrono::seconds(5));

Q_SIGNALS:
    void jobAdded(const pieria::JobId& id);
    /// State, progress (at most 30 times a second) or elapsed time.
    void jobChanged(const pieria::JobId& id);
    void orderChanged();
    void jobsRemoved();
    /// The last job ended.
    void idle();

private:
    struct State;
    void startNext();
    void drain();
    void finish(std::size_t index, Result<Outcome<std::any>> result);
    std::unique_ptr<State> m_state;
};

} // namespace pieria::ui
