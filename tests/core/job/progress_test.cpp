// The time that is left: silent at first, exact for an even pace, following a changed one.
#include "core/job/job.h"
#include "core/job/progress.h"

#include <QTest>

#include <cmath>

using namespace pieria;

class ProgressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fractions()
    {
        QCOMPARE((Progress { "a", 1, 4 }).fraction(), 0.25);
        QCOMPARE((Progress { "a", 1, 0 }).fraction(), 0.0);
    }

    void silentAtFirst()
    {
        EtaEstimator eta;
        QVERIFY(!eta.remaining());
        eta.update(Seconds(100), 0);
        eta.update(Seconds(101), 0.01);
        QVERIFY(!eta.remaining());
        eta.update(Seconds(102), 0.06); // past 5 %
        QVERIFY(eta.remaining().has_value());
        EtaEstimator slow;
        slow.update(Seconds(0), 0);
        slow.update(Seconds(1), 0.001);
        QVERIFY(!slow.remaining());
        slow.update(Seconds(3), 0.003); // past 3 s
        QVERIFY(slow.remaining().has_value());
    }

    void exactForAnEvenPace()
    {
        EtaEstimator eta;
        for (int i = 0; i <= 50; ++i) {
            eta.update(Seconds(i * 0.2), i * 0.01);
        }
        QVERIFY(std::abs(eta.remaining()->value() - 10) < 1e-9);
    }

    void followsAChangedPace()
    {
        EtaEstimator eta;
        double now = 0;
        double fraction = 0;
        for (int i = 0; i < 30; ++i) {
            eta.update(Seconds(now += 0.1), fraction += 0.01);
        }
        for (int i = 0; i < 300; ++i) { // ten times slower for 30 s, over seven memories of 4 s
            eta.update(Seconds(now += 0.1), fraction += 0.001);
        }
        const double right = (1 - fraction) / 0.01;
        QVERIFY(std::abs(eta.remaining()->value() - right) < 0.02 * right);
    }

    void oddInput()
    {
        EtaEstimator eta;
        eta.update(Seconds(5), -1);
        eta.update(Seconds(4), 2); // the clock went back
        eta.update(Seconds(10), 0.5);
        eta.update(Seconds(11), 0.4); // progress went back
        const auto left = eta.remaining();
        QVERIFY(left && std::isfinite(left->value()) && left->value() >= 0);
        eta.update(Seconds(12), 7);
        QCOMPARE(eta.remaining()->value(), 0.0);
    }

    void jobsFromFunctions()
    {
        const auto job = makeJob("A tune", Lane::Io, [](JobContext& context) {
            context.report({ "writing", 1, 2 });
            return context.cancelled() ? Result<Outcome<std::any>>(Cancelled {})
                                       : Result<Outcome<std::any>>(std::any(42));
        });
        QCOMPARE(job->title(), std::string("A tune"));
        QVERIFY(job->lane() == Lane::Io);
        QuietContext context;
        const Result<Outcome<std::any>> outcome = job->run(context);
        QVERIFY(outcome.has_value());
        QCOMPARE(std::any_cast<int>(std::get<std::any>(*outcome)), 42);
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "progress_test.moc"
