// Tempo against times worked out by hand.
#include "core/score/midi_tempo.h"
#include "core/score/tempo_map.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace pieria;

class TempoMapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void constantTempo()
    {
        const TempoMap map(90);
        QCOMPARE(map.secondsAt(96 * 90).value(), 60.0);
        QCOMPARE(map.tickAt(Seconds(60)), Tick { 96 * 90 });
        QCOMPARE(map.secondsAt(-5).value(), 0.0);
        QCOMPARE(map.tickAt(Seconds(-1)), Tick { 0 });
    }

    void changes()
    {
        // 4 beats at 60 (4 s), 4 beats at 120 (2 s), then 240.
        const TempoMap map({ { 768, 240 }, { 0, 60 }, { 384, 120 } });
        QCOMPARE(map.secondsAt(384).value(), 4.0);
        QCOMPARE(map.secondsAt(768).value(), 6.0);
        QCOMPARE(map.secondsAt(768 + 96).value(), 6.25);
        QCOMPARE(map.bpmAt(383), 60.0);
        QCOMPARE(map.bpmAt(384), 120.0);
        QCOMPARE(map.bpmAt(100'000), 240.0);
        QCOMPARE(map.tickAt(Seconds(5)), Tick { 384 + 192 });
        QCOMPARE(map.tickAt(Seconds(6.25)), Tick { 768 + 96 });
        // Half a tick further is still the same tick.
        QCOMPARE(map.tickAt(Seconds(6.25 + 0.5 * 0.25 / 96)), Tick { 768 + 96 });
    }

    void ticksComeBackFromSeconds()
    {
        const TempoMap map({ { 0, 92 }, { 1000, 133.7 }, { 1001, 10 }, { 5000, 1000 } });
        for (Tick tick = 0; tick < 20'000; ++tick) {
            QCOMPARE(map.tickAt(map.secondsAt(tick)), tick);
        }
    }

    void repairsItsInput()
    {
        const TempoMap map({ { 96, 5000 }, { 48, 100 }, { 48, 110 } });
        QCOMPARE(map.changes().size(), std::size_t { 3 });
        QCOMPARE(map.changes()[0], (TempoChange { 0, 120 }));
        QCOMPARE(map.changes()[1], (TempoChange { 48, 110 }));
        QCOMPARE(map.changes()[2], (TempoChange { 96, 1000 }));
        QCOMPARE(TempoMap(std::numeric_limits<double>::quiet_NaN()).bpmAt(0), 120.0);
        QCOMPARE(TempoMap(std::vector<TempoChange> {}), TempoMap());
        QVERIFY(TempoMap().tickAt(Seconds(std::numeric_limits<double>::infinity())) > 0);
        QCOMPARE(TempoMap().tickAt(Seconds(std::nan(""))), Tick { 0 });
    }

    void filesKeepWholeTempi()
    {
        for (int bpm = 10; bpm <= 1000; ++bpm) {
            QCOMPARE(midiTempo(bpm), static_cast<double>(bpm));
        }
        QCOMPARE(midiTempo(92.5), 92.5);
        QCOMPARE(midiTempo(133.33), 133.33);
        QCOMPARE(bpmFromMicroseconds(500'000), 120.0);
    }

    void filesHoldMicroseconds()
    {
        for (int microseconds = 60'000; microseconds <= 6'000'000; microseconds += 997) {
            QCOMPARE(microsecondsPerBeat(bpmFromMicroseconds(microseconds)), microseconds);
        }
        QCOMPARE(bpmFromMicroseconds(0), 1000.0);
        QCOMPARE(bpmFromMicroseconds(0xFFFFFF), 10.0);
    }
};

QTEST_GUILESS_MAIN(TempoMapTest)
#include "tempo_map_test.moc"
