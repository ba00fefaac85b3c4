// The thread side of the queue: a worker runs one job and puts what it says into an inbox that the
// GUI thread empties. No Qt in here but the wake-up, so that the thread sanitizer sees every edge.
#pragma once

#include "core/job/job.h"

#include <any>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace pieria::ui {

/// What one run has said since the inbox was emptied last.
struct JobNews
{
    std::optional<Progress> progress; ///< the newest
    std::vector<std::any> previews; ///< in order
    std::optional<Result<Outcome<std::any>>> result; ///< set once, at the end
};

/// Shared by the worker and the queue; outlives both.
class JobInbox
{
public:
    /// `wake` is called on the worker's thread for previews and the result, once per emptying.
    explicit JobInbox(std::function<void()> wake);

    // Worker side.
    void report(const Progress& progress);
    void preview(std::any value);
    void finish(Result<Outcome<std::any>> result);
    [[nodiscard]] bool cancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

    // Queue side.
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    [[nodiscard]] JobNews take();
    [[nodiscard]] bool waitFinished(std::chrono::steady_clock::time_point until);
    /// After this, `wake` is never called again.
    void detach();

private:
    void wakeLocked();

    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::function<void()> m_wake;
    bool m_woken = false;
    bool m_finished = false;
    JobNews m_news;
    std::atomic<bool> m_cancelled { false };
};

/// Runs the job to its end on a new thread. Exceptions become a Failure.
[[nodiscard]] std::thread startWorker(std::shared_ptr<Job> job, std::shared_ptr<JobInbox> inbox);

} // namespace pieria::ui
