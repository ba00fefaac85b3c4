// Random edits through the same doors the mouse uses, then undo all: the project is as it was.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/edit/set_mix_command.h"
#include "ui/roll/note_grid.h"

#include <QtTest>

#include <random>

using namespace pieria;
using namespace pieria::ui;

class EditFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void undoAllGivesTheStart_data();
    void undoAllGivesTheStart();

private:
    void anyEdit(RollState& state, NoteGrid& grid, std::mt19937& random);
};

void EditFuzzTest::undoAllGivesTheStart_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void EditFuzzTest::anyEdit(RollState& state, NoteGrid& grid, std::mt19937& random)
{
    const auto pickOf = [&](int count) { return static_cast<int>(random() % unsigned(count)); };
    const Score& score = state.score();
    state.setTrack(static_cast<std::size_t>(pickOf(static_cast<int>(score.tracks.size()))));
    NoteKeys keys;
    for (const Note& note : state.shownNotes()) {
        if (pickOf(8) == 0) {
            keys.insert(keyOf(note));
        }
    }
    state.setSelection(keys);
    switch (pickOf(15)) {
    case 0:
        grid.transpose(pickOf(25) - 12);
        break;
    case 1:
        grid.nudge(pickOf(400) - 200);
        break;
    case 2:
        grid.lengthen(pickOf(200) - 100);
        break;
    case 3:
        grid.deleteSelected();
        break;
    case 4:
        grid.copySelected();
        state.player().seekTick(pickOf(static_cast<int>(score.length)));
        grid.paste();
        break;
    case 5:
        grid.duplicate();
        break;
    case 6:
        grid.quantiseSelected({ 24, 0.7, 0.2, pickOf(2) == 0 });
        break;
    case 7:
        grid.changeSelectedVelocity(pickOf(60) - 30);
        break;
    case 8:
        state.commitScore(withTempo(score, 60 + pickOf(120)), QStringLiteral("tempo"));
        break;
    case 9:
        state.commitScore(transposedTo(score, pickOf(12)), QStringLiteral("key"));
        break;
    case 10:
        state.commitScore(withProgram(score, state.track(), pickOf(128)), QStringLiteral("prog"));
        break;
    case 11:
        state.commitScore(
            withChord(score, { pickOf(40) * 96, pickOf(12), ChordQuality::Minor7, pickOf(12) }),
            QStringLiteral("chord"));
        break;
    case 12:
        state.commitScore(withNewSection(score, pickOf(30) * 384, "S"), QStringLiteral("section"));
        break;
    case 13: {
        Mix mix = state.document().currentTake()->take.mix;
        mix.strips[static_cast<std::size_t>(pickOf(8))].gain = pickOf(72) - 60;
        state.document().undoStack().push(
            new SetMixCommand(state.document(), *state.takeId(), mix));
        break;
    }
    default:
        state.commitNotes(addNotes(state.currentTrack()->notes,
                              { { pickOf(static_cast<int>(score.length)), 1 + pickOf(300),
                                  static_cast<std::uint8_t>(pickOf(128)), 64 } }),
            QStringLiteral("draw"));
    }
}

void EditFuzzTest::undoAllGivesTheStart()
{
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    Document document;
    document.setProject(testing::makeBossaProject(16));
    testing::FakeAudioEngine engine;
    Player player(document, engine);
    RollState state(document, player);
    NoteGrid grid(state);
    grid.resize(800, 400);
    const Take start = document.currentTake()->take;
    for (int i = 0; i < 120; ++i) {
        anyEdit(state, grid, random);
        // Whatever happens the score stays normalised and the selection names notes.
        Score again = state.score();
        normalise(again);
        QVERIFY(again == state.score());
        QCOMPARE(existing(state.shownNotes(), state.selection()).size(), state.selection().size());
        if (random() % 5 == 0) {
            document.undoStack().undo();
        }
    }
    const Take end = document.currentTake()->take;
    const int index = document.undoStack().index();
    QVERIFY(index > 20);
    document.undoStack().setIndex(0);
    QVERIFY(document.currentTake()->take == start);
    document.undoStack().setIndex(index);
    QVERIFY(document.currentTake()->take == end);
}

QTEST_MAIN(EditFuzzTest)
#include "edit_fuzz_test.moc"
