// Bar lines and the normal form of a score.
#include "core/score/limits.h"
#include "core/score/score.h"
#include "tests/support/random_score.h"

#include <QTest>

#include <limits>

using namespace pieria;

namespace {

Track trackOf(std::vector<Note> notes)
{
    return { Slot::Lead, 0, "", std::move(notes) };
}

} // namespace

class ScoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void barLinesFollowTheMetre()
    {
        Score score;
        score.metres = { { 0, { 4, 4 } }, { 768, { 3, 4 } } };
        score.length = 768 + 2 * 288;
        QCOMPARE(barLines(score), (std::vector<Tick> { 0, 384, 768, 1056, 1344 }));
        score.length = 0;
        QCOMPARE(barLines(score), (std::vector<Tick> { 0 }));
    }

    void aChangeInsideABarEndsIt()
    {
        Score score;
        score.metres = { { 0, { 4, 4 } }, { 500, { 2, 4 } } };
        score.length = 884;
        QCOMPARE(barLines(score), (std::vector<Tick> { 0, 384, 500, 692, 884 }));
        QCOMPARE(barLineAtOrAfter(score, 385), Tick { 500 });
        QCOMPARE(barLineAtOrAfter(score, 500), Tick { 500 });
        QCOMPARE(barLineAtOrAfter(score, 501), Tick { 692 });
        QCOMPARE(barLineAtOrAfter(score, 0), Tick { 0 });
    }

    void notesAreSortedCutAndCleaned()
    {
        Score score;
        score.tracks = { trackOf({ { 96, 100, 60, 80 }, { 0, 200, 60, 90 }, { 0, 10, 64, 0 },
            { 5, 0, 60, 90 }, { -1, 10, 60, 90 }, { 96, 50, 60, 100 }, { 10, 10, 200, 90 } }) };
        normalise(score);
        QCOMPARE(score.tracks[0].notes,
            (std::vector<Note> { { 0, 96, 60, 90 }, { 0, 10, 64, 1 }, { 96, 100, 60, 100 } }));
        QCOMPARE(score.length, Tick { 384 });
    }

    void aGivenLengthLetsNotesRingPastTheEnd()
    {
        Score score;
        score.length = 384;
        score.tracks = { trackOf({ { 300, 500, 60, 80 } }) };
        normalise(score);
        QCOMPARE(score.length, Tick { 384 });
        QCOMPARE(score.tracks[0].notes[0].duration, Tick { 500 });
        score.tracks[0].notes.push_back({ 384, 10, 62, 80 });
        normalise(score);
        QCOMPARE(score.length, Tick { 768 });
    }

    void changesStartAtZeroAndEndWithThePiece()
    {
        Score score;
        score.length = 768;
        score.metres = { { 96, { 3, 5 } }, { 768, { 3, 4 } } };
        score.keys = { { 384, { 14, Mode::Minor } }, { 384, { 2, Mode::Major } } };
        score.sections = { { 768, "late" }, { 0, "\t" }, { 10, " A " } };
        score.chords = { { 384, 12, ChordQuality::None, 5 }, { 0, -1, ChordQuality::Minor, 11 } };
        score.tempo = TempoMap({ { 0, 92.00001 }, { 900, 50 } });
        normalise(score);
        QCOMPARE(score.metres, (std::vector<At<Metre>> { { 0, { 4, 4 } } }));
        QCOMPARE(score.keys,
            (std::vector<At<Key>> { { 0, { 2, Mode::Major } }, { 384, { 2, Mode::Major } } }));
        QCOMPARE(score.sections, (std::vector<Section> { { 10, "A" } }));
        QCOMPARE(score.chords,
            (std::vector<Chord> {
                { 0, 11, ChordQuality::Minor, 11 }, { 384, 0, ChordQuality::None, 0 } }));
        QCOMPARE(score.tempo, TempoMap(92));
    }

    void normalisingTwiceChangesNothing()
    {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const Score once = test::randomScore(seed);
            Score twice = once;
            normalise(twice);
            QVERIFY2(once == twice, std::to_string(seed).c_str());
            QCOMPARE(barLines(once).back(), once.length);
            QCOMPARE(barLineAtOrAfter(once, once.length), once.length);
        }
    }

    void hostileLengthsAreBounded()
    {
        Score score;
        score.metres = { { 0, { 1, 64 } } };
        score.length = std::numeric_limits<Tick>::max();
        score.tracks = { trackOf({ { 0, std::numeric_limits<Tick>::max(), 60, 80 },
            { std::numeric_limits<Tick>::max(), 1, 60, 80 } }) };
        normalise(score);
        QVERIFY(score.length <= kMaxPieceTicks);
        QVERIFY(barLines(score).size() <= kMaxPieceBars + 1);
        QCOMPARE(score.tracks[0].notes.size(), std::size_t { 1 });
        QVERIFY(lastNoteEnd(score) <= 2 * kMaxPieceTicks);
    }
};

QTEST_GUILESS_MAIN(ScoreTest)
#include "score_test.moc"
