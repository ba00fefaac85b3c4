#include "ui/jobs/job_queue.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace pieria;
using namespace pieria::ui;

namespace {

/// A gate that jobs wait at without sleeping, and that also opens on cancel.
struct Gate
{
    std::mutex mutex;
    std::condition_variable changed;
    bool open = false;
    void release()
    {
        const std::lock_guard lock(mutex);
        open = true;
        changed.notify_all();
    }
    /// True when opened, false when the job was cancelled.
    bool wait(const JobContext& context)
    {
        std::unique_lock lock(mutex);
        while (!open) {
            changed.wait_for(lock, std::chrono::milliseconds(10));
            if (context.cancelled()) {
                return false;
            }
        }
        return true;
    }
};

JobOrder orderOf(const char* title, Lane lane,
    std::function<Result<Outcome<std::any>>(JobContext&)> run, QObject* receiver = nullptr,
    std::function<void(const Result<Outcome<std::any>>&)> ended = {},
    std::function<void(const std::any&)> preview = {})
{
    const std::string name(title);
    return makeOrder(
        [=] { return makeJob(name, lane, run); }, receiver, std::move(ended), std::move(preview));
}

JobOrder gated(const char* title, const std::shared_ptr<Gate>& gate, Lane lane = Lane::Compute)
{
    return orderOf(title, lane, [gate](JobContext& context) -> Result<Outcome<std::any>> {
        return gate->wait(context) ? Outcome<std::any>(std::any(1)) : Cancelled {};
    });
}

JobState stateOf(const JobQueue& queue, const JobId& id)
{
    return queue.job(id)->state;
}

} // namespace

class JobQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deliversPreviewsAndResultOnThisThread();
    void lanesHaveTheirWidth();
    void frontGoesFirst();
    void movesAmongQueued();
    void cancelsQueuedAtOnceAndRunningSoon();
    void failureIsASentenceAndCanBeRetried();
    void exceptionsBecomeFailures();
    void deadReceiverHearsNothing();
    void progressIsCoalesced();
    void shutDownAnswersInTime();
    void shutDownLeavesADeafWorkerBehind();
};

void JobQueueTest::deliversPreviewsAndResultOnThisThread()
{
    JobQueue queue;
    const auto here = std::this_thread::get_id();
    std::vector<int> seen;
    std::optional<int> answer;
    bool sameThread = true;
    queue.add(orderOf(
        "work", Lane::Compute,
        [here](JobContext& context) -> Result<Outcome<std::any>> {
            if (std::this_thread::get_id() == here) {
                return fail(ErrorCode::Internal, "ran on the GUI thread");
            }
            for (int i = 0; i < 100; ++i) {
                context.preview(i);
            }
            return Outcome<std::any>(std::any(42));
        },
        &queue,
        [&](const Result<Outcome<std::any>>& result) {
            sameThread = sameThread && std::this_thread::get_id() == here;
            answer = std::any_cast<int>(std::get<std::any>(*result));
        },
        [&](const std::any& value) {
            sameThread = sameThread && std::this_thread::get_id() == here;
            QVERIFY(!answer);
            seen.push_back(std::any_cast<int>(value));
        }));
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(*answer, 42);
    QVERIFY(sameThread);
    QCOMPARE(seen.size(), std::size_t { 100 });
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QVERIFY(queue.isIdle());
}

void JobQueueTest::lanesHaveTheirWidth()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    for (int i = 0; i < 3; ++i) {
        queue.add(gated("compute", gate));
        queue.add(gated("io", gate, Lane::Io));
    }
    QCOMPARE(queue.runningCount(), 3); // one compute, two io
    QCOMPARE(queue.queuedCount(), 3);
    QSignalSpy idle(&queue, &JobQueue::idle);
    gate->release();
    QTRY_COMPARE(idle.count(), 1);
    for (const JobInfo& info : queue.jobs()) {
        QCOMPARE(info.state, JobState::Finished);
        QCOMPARE(info.progress.fraction(), 1.0);
    }
}

void JobQueueTest::frontGoesFirst()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    queue.add(gated("first", gate));
    const JobId late = queue.add(gated("late", gate));
    const JobId front = queue.add(gated("front", gate), QueuePlace::Front);
    QCOMPARE(queue.jobs()[1].id, front);
    QCOMPARE(queue.jobs()[2].id, late);
    gate->release();
    QTRY_VERIFY(queue.isIdle());
}

void JobQueueTest::movesAmongQueued()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    queue.add(gated("running", gate));
    const JobId a = queue.add(gated("a", gate));
    const JobId b = queue.add(gated("b", gate));
    const JobId c = queue.add(gated("c", gate));
    queue.move(c, -1);
    QCOMPARE(queue.jobs()[2].id, c);
    queue.moveToFront(b);
    QCOMPARE(queue.jobs()[1].id, b);
    queue.move(a, 99);
    QCOMPARE(queue.jobs()[3].id, a);
    queue.move(b, 99);
    QCOMPARE(queue.jobs()[3].id, b);
    queue.move(queue.jobs()[0].id, 1); // running: stays
    QCOMPARE(queue.jobs()[0].state, JobState::Running);
    gate->release();
    QTRY_VERIFY(queue.isIdle());
}

void JobQueueTest::cancelsQueuedAtOnceAndRunningSoon()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    const JobId running = queue.add(gated("running", gate));
    const JobId waiting = queue.add(gated("waiting", gate));
    const JobId alsoWaiting = queue.add(gated("also waiting", gate));
    queue.cancel(waiting);
    QCOMPARE(stateOf(queue, waiting), JobState::Cancelled);
    QElapsedTimer clock;
    clock.start();
    queue.cancelAll();
    QCOMPARE(stateOf(queue, alsoWaiting), JobState::Cancelled);
    QVERIFY(queue.job(running)->cancelling);
    QTRY_COMPARE(stateOf(queue, running), JobState::Cancelled);
    QVERIFY2(clock.elapsed() < 1000, "the queue added more than scheduling noise to the cancel");
    queue.clearEnded();
    QVERIFY(queue.jobs().empty());
}

void JobQueueTest::failureIsASentenceAndCanBeRetried()
{
    JobQueue queue;
    const auto calls = std::make_shared<std::atomic<int>>(0);
    const JobId id
        = queue.add(orderOf("flaky", Lane::Io, [calls](JobContext&) -> Result<Outcome<std::any>> {
              if (++*calls == 1) {
                  return fail(ErrorCode::Io, "The disk is full.", "ENOSPC");
              }
              return Outcome<std::any>(std::any(1));
          }));
    QTRY_COMPARE(stateOf(queue, id), JobState::Failed);
    QCOMPARE(queue.job(id)->failure->sentence, std::string("The disk is full."));
    QVERIFY(queue.retry(id));
    QTRY_COMPARE(stateOf(queue, id), JobState::Finished);
    QVERIFY(!queue.job(id)->failure);
    QVERIFY(!queue.retry(id));
}

void JobQueueTest::exceptionsBecomeFailures()
{
    JobQueue queue;
    const JobId id = queue.add(orderOf("thrower", Lane::Io,
        [](JobContext&) -> Result<Outcome<std::any>> { throw std::runtime_error("boom"); }));
    QTRY_COMPARE(stateOf(queue, id), JobState::Failed);
    QCOMPARE(queue.job(id)->failure->detail, std::string("boom"));
}

void JobQueueTest::deadReceiverHearsNothing()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    bool called = false;
    {
        QObject receiver;
        queue.add(orderOf(
            "orphan", Lane::Io,
            [gate](JobContext& context) -> Result<Outcome<std::any>> {
                return gate->wait(context) ? Outcome<std::any>(std::any(1)) : Cancelled {};
            },
            &receiver, [&](const auto&) { called = true; }));
    }
    gate->release();
    QTRY_VERIFY(queue.isIdle());
    QVERIFY(!called);
}

void JobQueueTest::progressIsCoalesced()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    const JobId id = queue.add(
        orderOf("busy", Lane::Compute, [gate](JobContext& context) -> Result<Outcome<std::any>> {
            for (int i = 0; i <= 50000; ++i) {
                context.report({ "counting", static_cast<double>(i), 50000 });
            }
            return gate->wait(context) ? Outcome<std::any>(std::any(1)) : Cancelled {};
        }));
    QSignalSpy changes(&queue, &JobQueue::jobChanged);
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE(queue.job(id)->progress.done, 50000.0);
    QCOMPARE(queue.job(id)->progress.stage, std::string("counting"));
    const auto allowed = clock.elapsed() / 33 + 2;
    QVERIFY2(changes.count() <= allowed, qPrintable(QString::number(changes.count())));
    gate->release();
    QTRY_VERIFY(queue.isIdle());
}

void JobQueueTest::shutDownAnswersInTime()
{
    JobQueue queue;
    const auto gate = std::make_shared<Gate>();
    queue.add(gated("running", gate));
    queue.add(gated("queued", gate));
    QVERIFY(queue.shutDown());
    QVERIFY(queue.isIdle());
}

void JobQueueTest::shutDownLeavesADeafWorkerBehind()
{
    const auto gate = std::make_shared<Gate>();
    const auto left = std::make_shared<std::atomic<bool>>(false);
    {
        JobQueue queue;
        queue.add(orderOf("deaf", Lane::Io, [gate, left](JobContext&) -> Result<Outcome<std::any>> {
            QuietContext never;
            static_cast<void>(gate->wait(never));
            *left = true;
            return Outcome<std::any>(std::any(1));
        }));
        QVERIFY(!queue.shutDown(std::chrono::milliseconds(50)));
    }
    gate->release();
    QTRY_VERIFY(left->load());
}

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
