// Roles of imported parts: typical bands, and the law of one part a role.
#include "core/score/slot_guess.h"

#include <QTest>

#include <algorithm>

using namespace pieria;

namespace {

PartFeatures part(int program, double pitch, double polyphony, double beats, double share)
{
    return { false, program, pitch, pitch - 5, polyphony, beats, share };
}

} // namespace

class SlotGuessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBand()
    {
        PartFeatures drums;
        drums.drums = true;
        const std::vector<Slot> slots = guessSlots({ drums, part(33, 38, 1, 0.7, 0.2),
            part(73, 76, 1, 0.8, 0.3), part(0, 60, 3.2, 1.5, 0.4), part(48, 64, 3, 4, 0.1) });
        QCOMPARE(slots,
            (std::vector<Slot> { Slot::Drums, Slot::Bass, Slot::Lead, Slot::Chords, Slot::Pad }));
    }

    void aStringQuartet()
    {
        const std::vector<Slot> slots = guessSlots({ part(40, 76, 1, 0.7, 0.35),
            part(40, 69, 1, 0.8, 0.25), part(41, 60, 1, 0.9, 0.2), part(42, 47, 1, 1, 0.2) });
        QCOMPARE(slots[0], Slot::Lead);
        QCOMPARE(slots[1], Slot::Counter);
        QCOMPARE(slots[3], Slot::Bass);
    }

    void eachRoleOnce()
    {
        std::vector<PartFeatures> parts(7, part(0, 60, 2, 1, 0.1));
        std::vector<Slot> slots = guessSlots(parts);
        std::sort(slots.begin(), slots.end());
        QVERIFY(std::adjacent_find(slots.begin(), slots.end()) == slots.end());
        parts.resize(20, parts.front());
        slots = guessSlots(parts);
        QCOMPARE(std::count(slots.begin(), slots.end(), Slot::Extra), 14);
    }

    void features()
    {
        const Track track { Slot::Extra, 0, "",
            { { 0, 96, 60, 90 }, { 0, 96, 64, 90 }, { 96, 48, 67, 90 }, { 96, 48, 72, 90 } } };
        const PartFeatures found = partFeatures(track, false, 8);
        QCOMPARE(found.meanPitch, 65.75);
        QCOMPARE(found.polyphony, 2.0);
        QCOMPARE(found.meanBeats, 0.75);
        QCOMPARE(found.share, 0.5);
        QCOMPARE(found.lowestPitch, 60.0);
    }
};

QTEST_GUILESS_MAIN(SlotGuessTest)
#include "slot_guess_test.moc"
