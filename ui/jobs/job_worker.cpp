#include "ui/jobs/job_worker.h"

#include <exception>
#include <new>
#include <utility>

namespace pieria::ui {

namespace {

class InboxContext final : public JobContext
{
public:
    explicit InboxContext(JobInbox& inbox)
        : m_inbox(inbox)
    {
    }
    void report(const Progress& progress) override { m_inbox.report(progress); }
    void preview(const std::any& value) override { m_inbox.preview(value); }
    [[nodiscard]] bool cancelled() const override { return m_inbox.cancelled(); }

private:
    JobInbox& m_inbox;
};

Result<Outcome<std::any>> runGuarded(Job& job, JobContext& context)
{
    try {
        return job.run(context);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
            "There was not enough memory. Close other programs or ask for a shorter piece.");
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal,
            "Something went wrong inside Pieria. Try again; if it stays, copy the details into a "
            "report.",
            error.what());
    }
}

} // namespace

JobInbox::JobInbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void JobInbox::report(const Progress& progress)
{
    const std::lock_guard lock(m_mutex);
    m_news.progress = progress;
}

void JobInbox::preview(std::any value)
{
    const std::lock_guard lock(m_mutex);
    m_news.previews.push_back(std::move(value));
    wakeLocked();
}

void JobInbox::finish(Result<Outcome<std::any>> result)
{
    const std::lock_guard lock(m_mutex);
    m_news.result = std::move(result);
    m_finished = true;
    wakeLocked();
    m_ended.notify_all();
}

JobNews JobInbox::take()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    return std::exchange(m_news, JobNews {});
}

bool JobInbox::waitFinished(std::chrono::steady_clock::time_point until)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_until(lock, until, [&] { return m_finished; });
}

void JobInbox::detach()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
}

void JobInbox::wakeLocked()
{
    if (m_wake && !m_woken) {
        m_woken = true;
        m_wake();
    }
}

std::thread startWorker(std::shared_ptr<Job> job, std::shared_ptr<JobInbox> inbox)
{
    return std::thread([job = std::move(job), inbox = std::move(inbox)]() mutable {
        InboxContext context(*inbox);
        auto result = runGuarded(*job, context);
        job.reset();
        inbox->finish(std::move(result));
    });
}

} // namespace pieria::ui
