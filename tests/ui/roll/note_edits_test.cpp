// What the roll's edits do to notes and scores, as functions.
#include "tests/support/bossa.h"
#include "ui/roll/score_edits.h"

#include <QtTest>

using namespace pieria;
using namespace pieria::ui;

namespace {

std::vector<Note> threeNotes()
{
    return { { 0, 96, 60, 80 }, { 96, 48, 64, 90 }, { 192, 96, 60, 100 } };
}

} // namespace

class NoteEditsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesAsAGroupAndStaysInside();
    void movedNotesWinOverWhatTheyCover();
    void resizesNotBelowTheShortest();
    void resizedStartsKeepTheirEnds();
    void quantisesByStrength();
    void swingIsLateOnEverySecondStep();
    void tempoScalesAllChanges();
    void transposesTheNearestWay();
    void planFollowsTheScore();
    void energyRisesWithNotes();
    void chordsReplaceOrAppear();
};

void NoteEditsTest::movesAsAGroupAndStaysInside()
{
    const auto notes = threeNotes();
    const NoteKeys two { { 96, 64 }, { 192, 60 } };
    const NotesEdit moved = moveNotes(notes, two, 24, 2, 384);
    QCOMPARE(moved.notes.size(), 3U);
    QVERIFY((moved.selected == NoteKeys { { 120, 66 }, { 216, 62 } }));
    // Too far: the last onset stays inside the piece, the shape is kept.
    const NotesEdit far = moveNotes(notes, two, 10'000, 100, 384);
    QVERIFY((far.selected == NoteKeys { { 287, 127 }, { 383, 123 } }));
    const NotesEdit back = moveNotes(notes, two, -10'000, -100, 384);
    QVERIFY((back.selected == NoteKeys { { 0, 4 }, { 96, 0 } }));
}

void NoteEditsTest::movedNotesWinOverWhatTheyCover()
{
    // The middle note down onto the pitch of the others: the long first one is cut.
    std::vector<Note> notes { { 0, 120, 60, 80 }, { 96, 48, 64, 90 }, { 110, 96, 60, 100 } };
    const NotesEdit moved = moveNotes(notes, { { 96, 64 } }, 0, -4, 384);
    QCOMPARE(moved.notes.size(), 2U);
    QCOMPARE(moved.notes[0].duration, Tick(96));
    QCOMPARE(moved.notes[1], (Note { 96, 48, 60, 90 }));
}

void NoteEditsTest::resizesNotBelowTheShortest()
{
    const NotesEdit longer = resizeNotes(threeNotes(), { { 96, 64 } }, 48, 12);
    QCOMPARE(longer.notes[1].duration, Tick(96));
    const NotesEdit shorter = resizeNotes(threeNotes(), { { 96, 64 } }, -1000, 12);
    QCOMPARE(shorter.notes[1].duration, Tick(12));
    // A note ends where the next of its pitch begins.
    const NotesEdit cut = resizeNotes(threeNotes(), { { 0, 60 }, { 192, 60 } }, 960, 12);
    QCOMPARE(cut.notes[0].duration, Tick(192));
}

void NoteEditsTest::resizedStartsKeepTheirEnds()
{
    const NotesEdit later = resizeStarts(threeNotes(), { { 96, 64 } }, 24, 12);
    QCOMPARE(later.notes[1], (Note { 120, 24, 64, 90 }));
    const NotesEdit tooLate = resizeStarts(threeNotes(), { { 96, 64 } }, 240, 12);
    QCOMPARE(tooLate.notes[1], (Note { 132, 12, 64, 90 }));
}

void NoteEditsTest::quantisesByStrength()
{
    const std::vector<Note> notes { { 5, 90, 60, 80 }, { 107, 40, 64, 80 } };
    const NotesEdit full = quantise(notes, {}, { 24, 1, 0, false });
    QCOMPARE(full.notes[0].onset, Tick(0));
    QCOMPARE(full.notes[1].onset, Tick(96));
    const NotesEdit half = quantise(notes, {}, { 24, 0.5, 0, false });
    QCOMPARE(half.notes[1].onset, Tick(102)); // half-way from 107 to 96, rounded
    const NotesEdit none = quantise(notes, {}, { 24, 0, 0, false });
    QVERIFY(none.notes == notes);
    const NotesEdit one = quantise(notes, { { 107, 64 } }, { 24, 1, 0, true });
    QCOMPARE(one.notes[0].onset, Tick(5));
    QCOMPARE(one.notes[1].duration, Tick(48)); // the end, 147, goes to 144
}

void NoteEditsTest::swingIsLateOnEverySecondStep()
{
    const std::vector<Note> notes { { 0, 20, 60, 80 }, { 48, 20, 60, 80 }, { 96, 20, 60, 80 } };
    const NotesEdit swung = quantise(notes, {}, { 48, 1, 0.33, false });
    QCOMPARE(swung.notes[0].onset, Tick(0));
    QCOMPARE(swung.notes[1].onset, Tick(64)); // 48 + 0.33 * 48 = 63.84
    QCOMPARE(swung.notes[2].onset, Tick(96));
}

void NoteEditsTest::tempoScalesAllChanges()
{
    Score score = testing::makeBossa(8);
    score.tempo = TempoMap({ { 0, 100 }, { 384, 50 } });
    const Score faster = withTempo(score, 120);
    QCOMPARE(faster.tempo.bpmAt(0), 120.0);
    QVERIFY(std::abs(faster.tempo.bpmAt(384) - 60) < 0.01);
    QVERIFY(faster.tracks == score.tracks);
}

void NoteEditsTest::transposesTheNearestWay()
{
    const Score score = testing::makeBossa(8); // D minor
    const Score up = transposedTo(score, 4);
    QCOMPARE(up.key().tonic, 4);
    QCOMPARE(up.chords[0].root, 4);
    QCOMPARE(int(up.tracks[1].notes[0].pitch), score.tracks[1].notes[0].pitch + 2);
    QVERIFY(up.tracks[0] == score.tracks[0]); // drums stay
    const Score down = transposedTo(score, 11);
    QCOMPARE(int(down.tracks[1].notes[0].pitch), score.tracks[1].notes[0].pitch - 3);
    QVERIFY(transposedTo(up, 2) == score);
}

void NoteEditsTest::planFollowsTheScore()
{
    const ProjectTake take = testing::makeBossaTake(8);
    const Score& score = take.take.score;
    MusicPlan plan = followedPlan(take.take.plan, score, withTempo(score, 110));
    QCOMPARE(plan.bpm, score.tempo.bpmAt(0) + 18);
    plan = followedPlan(take.take.plan, score, withProgram(score, 3, 65));
    QCOMPARE(plan.slots[slotIndex(Slot::Lead)].program, 65);
    QCOMPARE(plan.slots[slotIndex(Slot::Bass)].program, 32);
    QVERIFY(followedPlan(take.take.plan, score, score) == take.take.plan);
}

void NoteEditsTest::energyRisesWithNotes()
{
    Score score = testing::makeBossa(32);
    const auto energy = barEnergy(score);
    QCOMPARE(energy.size(), 32U);
    QVERIFY(energy[16] > energy[1]); // all play in the middle, three in the intro
    for (const float value : energy) {
        QVERIFY(value >= 0 && value <= 1);
    }
    for (Track& track : score.tracks) {
        track.notes.clear();
    }
    QCOMPARE(barEnergy(score)[0], 0.0F);
}

void NoteEditsTest::chordsReplaceOrAppear()
{
    const Score score = testing::makeBossa(8);
    const Score changed = withChord(score, { 384, 0, ChordQuality::Major, 0 });
    QCOMPARE(changed.chords.size(), score.chords.size());
    QCOMPARE(changed.chords[1].root, 0);
    const Score more = withChord(score, { 192, 0, ChordQuality::Major, 0 });
    QCOMPARE(more.chords.size(), score.chords.size() + 1);
    QCOMPARE(more.chords[1].onset, Tick(192));
    QVERIFY(withoutChord(more, 1) == score);
}

QTEST_GUILESS_MAIN(NoteEditsTest)
#include "note_edits_test.moc"
