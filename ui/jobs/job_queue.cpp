#include "ui/jobs/job_queue.h"

#include "core/base/log.h"
#include "ui/jobs/job_worker.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

namespace pieria::ui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTick { 34 }; // just under 30 Hz
constexpr int kEndedKept = 100;
constexpr std::array<std::pair<Lane, int>, 2> kLanes { { { Lane::Compute, 1 }, { Lane::Io, 2 } } };

Seconds secondsBetween(Clock::time_point from, Clock::time_point to)
{
    return Seconds(std::chrono::duration<double>(to - from).count());
}

bool isEnded(JobState state)
{
    return state != JobState::Queued && state != JobState::Running;
}

struct Entry
{
    JobInfo info;
    JobOrder order;
    std::shared_ptr<Job> job; ///< made, not started yet
    std::shared_ptr<JobInbox> inbox; ///< while running
    std::thread worker;
    EtaEstimator eta;
    Clock::time_point started {};
};

bool wantsNews(const JobOrder& order)
{
    return !order.hasReceiver || order.receiver != nullptr;
}

} // namespace

struct JobQueue::State
{
    std::vector<std::unique_ptr<Entry>> entries;
    QTimer timer;
    bool closed = false;

    [[nodiscard]] std::optional<std::size_t> find(const JobId& id) const
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
            [&](const auto& entry) { return entry->info.id == id; });
        return found == entries.end()
            ? std::nullopt
            : std::optional(static_cast<std::size_t>(found - entries.begin()));
    }
    [[nodiscard]] int count(JobState state) const
    {
        return static_cast<int>(std::count_if(entries.begin(), entries.end(),
            [&](const auto& entry) { return entry->info.state == state; }));
    }
    [[nodiscard]] int running(Lane lane) const
    {
        return static_cast<int>(std::count_if(entries.begin(), entries.end(), [&](const auto& e) {
            return e->info.state == JobState::Running && e->info.lane == lane;
        }));
    }
    [[nodiscard]] std::size_t firstQueued() const
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
            [](const auto& e) { return e->info.state == JobState::Queued; });
        return static_cast<std::size_t>(found - entries.begin());
    }
    void place(std::size_t from, std::size_t to)
    {
        auto entry = std::move(entries[from]);
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(from));
        entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(to), std::move(entry));
    }
    /// The oldest ended jobs go when there are too many.
    [[nodiscard]] bool prune()
    {
        bool removed = false;
        while (std::count_if(entries.begin(), entries.end(), [](const auto& e) {
            return isEnded(e->info.state);
        }) > kEndedKept) {
            entries.erase(std::find_if(entries.begin(), entries.end(),
                [](const auto& e) { return isEnded(e->info.state); }));
            removed = true;
        }
        return removed;
    }
};

JobOrder makeOrder(std::function<std::shared_ptr<Job>()> make, QObject* receiver,
    std::function<void(const Result<Outcome<std::any>>&)> ended,
    std::function<void(const std::any&)> preview)
{
    JobOrder order;
    order.make = std::move(make);
    order.receiver = receiver;
    order.hasReceiver = receiver != nullptr;
    order.preview = std::move(preview);
    order.ended = std::move(ended);
    return order;
}

JobQueue::JobQueue(QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    m_state->timer.setInterval(kTick);
    connect(&m_state->timer, &QTimer::timeout, this, [this] { drain(); });
}

JobQueue::~JobQueue()
{
    shutDown();
}

JobId JobQueue::add(JobOrder order, QueuePlace place)
{
    auto entry = std::make_unique<Entry>();
    entry->info.id = JobId::make();
    entry->job = order.make();
    entry->info.title = QString::fromStdString(entry->job->title());
    entry->info.lane = entry->job->lane();
    entry->info.background = order.background;
    entry->order = std::move(order);
    const JobId id = entry->info.id;
    auto& entries = m_state->entries;
    const auto at = place == QueuePlace::Front ? m_state->firstQueued() : entries.size();
    entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
    Q_EMIT jobAdded(id);
    startNext();
    return id;
}

void JobQueue::cancel(const JobId& id)
{
    const auto index = m_state->find(id);
    if (!index) {
        return;
    }
    Entry& entry = *m_state->entries[*index];
    if (entry.info.state == JobState::Queued) {
        finish(*index, Outcome<std::any> { Cancelled {} });
    } else if (entry.info.state == JobState::Running && !entry.info.cancelling) {
        entry.info.cancelling = true;
        entry.inbox->cancel();
        Q_EMIT jobChanged(id);
    }
}

void JobQueue::cancelActive()
{
    for (const JobInfo& info : jobs()) {
        if (info.state == JobState::Running) {
            cancel(info.id);
        }
    }
}

void JobQueue::cancelQueued()
{
    for (const JobInfo& info : jobs()) {
        if (info.state == JobState::Queued) {
            cancel(info.id);
        }
    }
}

void JobQueue::cancelAll()
{
    cancelQueued(); // first, so that none of them starts
    cancelActive();
}

bool JobQueue::retry(const JobId& id)
{
    const auto index = m_state->find(id);
    if (!index || m_state->closed) {
        return false;
    }
    Entry& entry = *m_state->entries[*index];
    if (entry.info.state != JobState::Failed && entry.info.state != JobState::Cancelled) {
        return false;
    }
    entry.job = entry.order.make();
    entry.info.state = JobState::Queued;
    entry.info.failure.reset();
    entry.info.cancelling = false;
    entry.info.progress = {};
    entry.info.elapsed = {};
    entry.info.remaining.reset();
    moveToFront(id);
    Q_EMIT jobChanged(id);
    startNext();
    return true;
}

void JobQueue::move(const JobId& id, int steps)
{
    const auto index = m_state->find(id);
    auto& entries = m_state->entries;
    if (!index || entries[*index]->info.state != JobState::Queued) {
        return;
    }
    std::vector<std::size_t> peers;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i]->info.state == JobState::Queued
            && entries[i]->info.lane == entries[*index]->info.lane) {
            peers.push_back(i);
        }
    }
    const auto here = std::find(peers.begin(), peers.end(), *index) - peers.begin();
    const auto there = std::clamp<std::ptrdiff_t>(
        here + steps, 0, static_cast<std::ptrdiff_t>(peers.size()) - 1);
    if (there != here) {
        m_state->place(*index, peers[static_cast<std::size_t>(there)]);
        Q_EMIT orderChanged();
    }
}

void JobQueue::moveToFront(const JobId& id)
{
    const auto index = m_state->find(id);
    if (!index || m_state->entries[*index]->info.state != JobState::Queued) {
        return;
    }
    // A retried job may stand before the running ones, where it has nothing to wait for.
    auto target = m_state->entries.size();
    for (std::size_t i = 0; i < m_state->entries.size(); ++i) {
        if (i != *index && m_state->entries[i]->info.state == JobState::Queued) {
            target = i;
            break;
        }
    }
    if (target > *index) {
        --target;
    }
    if (target != *index) {
        m_state->place(*index, target);
        Q_EMIT orderChanged();
    }
}

void JobQueue::clearEnded()
{
    const auto before = m_state->entries.size();
    std::erase_if(m_state->entries, [](const auto& entry) { return isEnded(entry->info.state); });
    if (m_state->entries.size() != before) {
        Q_EMIT jobsRemoved();
    }
}

std::vector<JobInfo> JobQueue::jobs() const
{
    std::vector<JobInfo> result;
    for (const auto& entry : m_state->entries) {
        result.push_back(entry->info);
    }
    return result;
}

std::optional<JobInfo> JobQueue::job(const JobId& id) const
{
    const auto index = m_state->find(id);
    return index ? std::optional(m_state->entries[*index]->info) : std::nullopt;
}

int JobQueue::runningCount() const
{
    return m_state->count(JobState::Running);
}

int JobQueue::queuedCount() const
{
    return m_state->count(JobState::Queued);
}

void JobQueue::startNext()
{
    if (m_state->closed) {
        return;
    }
    for (const auto& [lane, width] : kLanes) {
        for (std::size_t i = 0; i < m_state->entries.size() && m_state->running(lane) < width;
            ++i) {
            Entry& entry = *m_state->entries[i];
            if (entry.info.lane != lane || entry.info.state != JobState::Queued) {
                continue;
            }
            entry.info.state = JobState::Running;
            entry.started = Clock::now();
            entry.eta = {};
            entry.eta.update(Seconds(0), 0);
            entry.inbox = std::make_shared<JobInbox>([this] {
                QMetaObject::invokeMethod(this, [this] { drain(); }, Qt::QueuedConnection);
            });
            entry.worker = startWorker(std::move(entry.job), entry.inbox);
            const JobId id = entry.info.id;
            m_state->timer.start();
            Q_EMIT jobChanged(id);
        }
    }
}

void JobQueue::drain()
{
    // Handlers may add, cancel or remove jobs: walk ids, look each one up again.
    for (const JobInfo& info : jobs()) {
        const auto index = m_state->find(info.id);
        if (!index || m_state->entries[*index]->info.state != JobState::Running) {
            continue;
        }
        Entry& entry = *m_state->entries[*index];
        JobNews news = entry.inbox->take();
        entry.info.elapsed = secondsBetween(entry.started, Clock::now());
        if (news.progress) {
            entry.info.progress = std::move(*news.progress);
        }
        entry.eta.update(entry.info.elapsed, entry.info.progress.fraction());
        entry.info.remaining = entry.eta.remaining();
        const JobOrder order = entry.order;
        for (const std::any& value : news.previews) {
            if (order.preview && wantsNews(order)) {
                order.preview(value);
            }
        }
        if (news.result) {
            if (const auto again = m_state->find(info.id)) {
                finish(*again, std::move(*news.result));
            }
        } else {
            Q_EMIT jobChanged(info.id);
        }
    }
}

void JobQueue::finish(std::size_t index, Result<Outcome<std::any>> result)
{
    Entry& entry = *m_state->entries[index];
    if (entry.worker.joinable()) {
        entry.worker.join();
    }
    entry.inbox.reset();
    entry.job.reset();
    entry.info.cancelling = false;
    entry.info.remaining.reset();
    if (!result) {
        entry.info.state = JobState::Failed;
        entry.info.failure = result.error();
        log(LogLevel::Error, "pieria.jobs", result.error().sentence + " " + result.error().detail);
    } else if (std::holds_alternative<Cancelled>(*result)) {
        entry.info.state = JobState::Cancelled;
    } else {
        entry.info.state = JobState::Finished;
        entry.info.progress.done = entry.info.progress.total;
    }
    const JobId id = entry.info.id;
    const JobOrder order = entry.order;
    if (order.ended && wantsNews(order)) {
        order.ended(result);
    }
    Q_EMIT jobChanged(id);
    if (order.background && result) {
        std::erase_if(m_state->entries, [&](const auto& e) { return e->info.id == id; });
        Q_EMIT jobsRemoved();
    }
    if (m_state->prune()) {
        Q_EMIT jobsRemoved();
    }
    startNext();
    if (runningCount() == 0) {
        m_state->timer.stop();
        if (queuedCount() == 0) {
            Q_EMIT idle();
        }
    }
}

bool JobQueue::shutDown(std::chrono::milliseconds patience)
{
    if (m_state->closed) {
        return true;
    }
    m_state->closed = true;
    m_state->timer.stop();
    cancelAll();
    const auto until = Clock::now() + patience;
    bool all = true;
    for (const auto& entry : m_state->entries) {
        if (!entry->inbox) {
            continue;
        }
        const bool ended = entry->inbox->waitFinished(until);
        entry->inbox->detach();
        if (ended) {
            entry->worker.join();
        } else {
            log(LogLevel::Error, "pieria.jobs",
                "did not stop in time: " + entry->info.title.toStdString());
            entry->worker.detach();
            all = false;
        }
        entry->inbox.reset();
        entry->info.state = JobState::Cancelled;
    }
    return all;
}

} // namespace pieria::ui
