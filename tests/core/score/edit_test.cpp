// Edits of a piece: what changes, and above all what does not.
#include "core/score/edit.h"
#include "tests/support/random_score.h"

#include <QTest>

using namespace pieria;

namespace {

/// Bars of quarter notes in 4/4 with one chord a bar.
Score simplePiece(int bars, int pitch, Slot slot = Slot::Lead)
{
    Score score;
    Track track { slot, 73, "Flute", {} };
    for (Tick beat = 0; beat < bars * 4; ++beat) {
        track.notes.push_back({ beat * 96, 90, static_cast<std::uint8_t>(pitch), 90 });
    }
    for (Tick bar = 0; bar < bars; ++bar) {
        score.chords.push_back({ bar * 384, static_cast<int>(bar % 12), ChordQuality::Major,
            static_cast<int>(bar % 12) });
    }
    score.tracks = { track };
    score.length = bars * 384;
    normalise(score);
    return score;
}

std::vector<int> pitches(const Score& score)
{
    std::vector<int> out;
    for (const Note& note : score.tracks.at(0).notes) {
        out.push_back(note.pitch);
    }
    return out;
}

Score melody(Key key, std::initializer_list<int> notes)
{
    Score score;
    score.keys = { { 0, key } };
    Track track { Slot::Lead, 0, "", {} };
    for (const int pitch : notes) {
        const auto onset = static_cast<Tick>(track.notes.size()) * 96;
        track.notes.push_back({ onset, 96, static_cast<std::uint8_t>(pitch), 90 });
    }
    score.tracks = { track };
    normalise(score);
    return score;
}

} // namespace

class EditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bars()
    {
        const Score score = simplePiece(8, 60);
        QCOMPARE(ticksOfBars(score, 1, 8), (TickRange { 0, 8 * 384 }));
        QCOMPARE(ticksOfBars(score, 3, 4), (TickRange { 768, 1536 }));
        QCOMPARE(ticksOfBars(score, 7, 99), (TickRange { 6 * 384, 8 * 384 }));
        QCOMPARE(ticksOfBars(score, 0, 0), (TickRange { 0, 0 }));
        QCOMPARE(ticksOfBars(score, 5, 2), (TickRange { 4 * 384, 4 * 384 }));
    }

    void transposesByTheNearestInterval()
    {
        const Score score = melody({ 0, Mode::Major }, { 60, 64, 67 });
        QCOMPARE(pitches(inKey(score, { 2, Mode::Major })), (std::vector<int> { 62, 66, 69 }));
        QCOMPARE(pitches(inKey(score, { 7, Mode::Major })), (std::vector<int> { 55, 59, 62 }));
        QCOMPARE(pitches(inKey(score, { 6, Mode::Major })), (std::vector<int> { 66, 70, 73 }));
        QCOMPARE(inKey(score, { 7, Mode::Major }).key(), (Key { 7, Mode::Major }));
    }

    void changesOfModeMapDegrees()
    {
        const Score major = melody({ 0, Mode::Major }, { 60, 62, 64, 65, 67, 69, 71, 66 });
        QCOMPARE(pitches(inKey(major, { 0, Mode::Minor })),
            (std::vector<int> { 60, 62, 63, 65, 67, 68, 71, 66 }));
        const Score minor = melody({ 9, Mode::Minor }, { 57, 60, 65, 67, 68 });
        QCOMPARE(
            pitches(inKey(minor, { 9, Mode::Major })), (std::vector<int> { 57, 61, 66, 68, 68 }));
    }

    void chordsFollowTheKey()
    {
        Score score = melody({ 0, Mode::Major }, { 60 });
        score.length = 4 * 384;
        score.chords = { { 0, 0, ChordQuality::Major, 4 }, { 384, 9, ChordQuality::Minor, 9 },
            { 768, 7, ChordQuality::Dominant7, 7 }, { 1152, 0, ChordQuality::None, 0 } };
        const Score minor = inKey(score, { 2, Mode::Minor });
        QCOMPARE(minor.chords[0], (Chord { 0, 2, ChordQuality::Minor, 5 }));
        QCOMPARE(minor.chords[1], (Chord { 384, 10, ChordQuality::Major, 10 }));
        QCOMPARE(minor.chords[2], (Chord { 768, 9, ChordQuality::Dominant7, 9 }));
        QCOMPARE(minor.chords[3], (Chord { 1152, 0, ChordQuality::None, 0 }));
    }

    void transposingBackGivesThePieceAgain()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            Score score = test::randomScore(seed);
            for (Track& track : score.tracks) {
                std::erase_if(track.notes,
                    [](const Note& note) { return note.pitch < 12 || note.pitch > 115; });
            }
            normalise(score);
            const Key there { (score.key().tonic + 5) % 12, score.key().mode };
            const Score moved = inKey(score, there);
            QCOMPARE(inKey(moved, score.key()), score);
            for (std::size_t i = 0; i < score.tracks.size(); ++i) {
                if (score.tracks[i].slot == Slot::Drums) {
                    QCOMPARE(moved.tracks[i], score.tracks[i]);
                }
            }
        }
    }

    void pitchesFoldAtTheEnds()
    {
        QCOMPARE(pitches(inKey(melody({ 0, Mode::Major }, { 127, 0 }), { 5, Mode::Major })),
            (std::vector<int> { 120, 5 }));
    }

    void tempo()
    {
        Score score = simplePiece(8, 60);
        score.tempo = TempoMap({ { 0, 100 }, { 384, 50 } });
        const Score faster = withTempo(score, 120);
        QCOMPARE(faster.tempo, TempoMap({ { 0, 120 }, { 384, 60 } }));
        QCOMPARE(faster.tracks, score.tracks);
    }

    void metre()
    {
        const Score score = simplePiece(8, 60);
        const Score waltz = withMetre(score, { 3, 4 });
        QCOMPARE(waltz.tracks, score.tracks);
        QCOMPARE(waltz.metre(), (Metre { 3, 4 }));
        QCOMPARE(waltz.length, Tick { 11 * 288 });
        QCOMPARE(barLines(waltz).size(), std::size_t { 12 });
    }

    void quantises()
    {
        const std::vector<Note> played { { 5, 20, 60, 90 }, { 43, 20, 62, 90 }, { 90, 9, 64, 90 } };
        QCOMPARE(quantised(played, 24, 1.0),
            (std::vector<Note> { { 0, 20, 60, 90 }, { 48, 20, 62, 90 }, { 96, 9, 64, 90 } }));
        QCOMPARE(quantised(played, 24, 0.0), played);
        QCOMPARE(quantised(played, 24, 0.5),
            (std::vector<Note> { { 2, 20, 60, 90 }, { 46, 20, 62, 90 }, { 93, 9, 64, 90 } }));
    }

    void quantisesOnlyWhatIsAskedFor()
    {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const Score score = test::randomScore(seed);
            const Score moved = quantised(score, { 0, score.length }, Slot::Lead, 24, 1.0);
            QVERIFY(sameNotesExcept(score, moved, Slot::Lead));
            QCOMPARE(moved.length, score.length);
            QCOMPARE(quantised(moved, { 0, moved.length }, Slot::Lead, 24, 1.0), moved);
        }
    }

    void selectsBars()
    {
        Score score = simplePiece(8, 60);
        score.tempo = TempoMap({ { 0, 100 }, { 400, 50 }, { 1200, 70 } });
        score.keys = { { 0, { 0, Mode::Major } }, { 384, { 2, Mode::Minor } } };
        score.sections = { { 0, "intro" }, { 384, "A" }, { 1152, "B" } };
        score.tracks[0].notes[15].duration = 5000;
        const Score part = selectBars(score, 3, 4);
        QCOMPARE(part.length, Tick { 768 });
        QCOMPARE(part.tempo, TempoMap({ { 0, 50 }, { 432, 70 } }));
        QCOMPARE(part.keys, (std::vector<At<Key>> { { 0, { 2, Mode::Minor } } }));
        QCOMPARE(part.sections, (std::vector<Section> { { 0, "A" }, { 384, "B" } }));
        QCOMPARE(part.chords.size(), std::size_t { 2 });
        QCOMPARE(part.chords[0].root, 2);
        QCOMPARE(part.tracks[0].notes.size(), std::size_t { 8 });
        QCOMPARE(part.tracks[0].notes.back().duration, Tick { 96 });
    }

    void selectedBarsJoinToThePiece()
    {
        const Score score = simplePiece(8, 60);
        QCOMPARE(joined(selectBars(score, 1, 3), selectBars(score, 4, 8)), score);
    }

    void mergesBars()
    {
        const Score base = simplePiece(8, 60);
        const Score other = simplePiece(8, 72);
        const TickRange range = ticksOfBars(base, 3, 4);
        const Score out = merged(base, other, range);
        QVERIFY(sameNotesOutside(base, out, range));
        QVERIFY(!sameNotesOutside(base, other, range));
        for (const Note& note : out.tracks[0].notes) {
            QCOMPARE(static_cast<int>(note.pitch), range.contains(note.onset) ? 72 : 60);
        }
        QCOMPARE(out.chords, base.chords);
    }

    void mergingNeverTouchesTheRest()
    {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const Score base = test::randomScore(seed);
            const Score other = test::randomScore(seed + 1000);
            const TickRange range { base.length / 4, base.length / 2 };
            QVERIFY(sameNotesOutside(base, merged(base, other, range), range));
            const Score one = merged(base, other, range, Slot::Bass);
            QVERIFY(sameNotesOutside(base, one, range));
            QVERIFY(sameNotesExcept(base, one, Slot::Bass));
            QCOMPARE(one.chords, base.chords);
        }
    }

    void aNewNoteGivesWayToAHeldOne()
    {
        Score base = simplePiece(4, 60);
        base.tracks[0].notes = { { 0, 500, 60, 90 }, { 800, 96, 60, 90 } };
        Score other = base;
        other.tracks[0].notes = { { 400, 200, 60, 70 }, { 700, 300, 60, 70 } };
        const TickRange range { 384, 768 };
        QCOMPARE(merged(base, other, range).tracks[0].notes,
            (std::vector<Note> { { 0, 500, 60, 90 }, { 500, 100, 60, 70 }, { 700, 100, 60, 70 },
                { 800, 96, 60, 90 } }));
    }

    void aSlotReplacedAsAWholeTakesTheInstrument()
    {
        const Score base = simplePiece(4, 60);
        Score other = simplePiece(4, 72);
        other.tracks[0].program = 40;
        other.tracks[0].name = "Violin";
        other.tracks.push_back({ Slot::Bass, 33, "Bass", { { 0, 96, 36, 90 } } });
        const Score out = merged(base, other, { 0, base.length }, Slot::Lead);
        QCOMPARE(out.tracks.size(), std::size_t { 1 });
        QCOMPARE(out.tracks[0].program, 40);
        QCOMPARE(out.tracks[0].name, std::string("Violin"));
        QCOMPARE(merged(base, other, { 0, base.length }).tracks.size(), std::size_t { 2 });
        QCOMPARE(merged(base, other, { 0, 384 }).tracks[0].program, 73);
    }

    void shifts()
    {
        const Score score = simplePiece(4, 60);
        const Score later = shifted(score, 384);
        QCOMPARE(later.length, Tick { 5 * 384 });
        QCOMPARE(later.tracks[0].notes.front().onset, Tick { 384 });
        QCOMPARE(shifted(later, -384), score);
        const Score earlier = shifted(score, -384);
        QCOMPARE(earlier.tracks[0].notes.size(), std::size_t { 12 });
        QCOMPARE(earlier.chords[0].root, 1);
    }

    void joinsSlotsAndChanges()
    {
        Score tail = simplePiece(2, 40, Slot::Bass);
        tail.tempo = TempoMap(80);
        const Score out = joined(simplePiece(4, 60), tail);
        QCOMPARE(out.length, Tick { 6 * 384 });
        QCOMPARE(out.tracks.size(), std::size_t { 2 });
        QCOMPARE(out.tracks[1].notes.front().onset, Tick { 4 * 384 });
        QCOMPARE(out.tempo, TempoMap({ { 0, 120 }, { 4 * 384, 80 } }));
        QCOMPARE(out.metres.size(), std::size_t { 1 });
    }
};

QTEST_GUILESS_MAIN(EditTest)
#include "edit_test.moc"
