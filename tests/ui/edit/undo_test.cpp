#include "core/base/noise.h"
#include "ui/edit/insert_take_command.h"
#include "ui/edit/remove_take_command.h"
#include "ui/edit/rename_take_command.h"
#include "ui/edit/set_mix_command.h"
#include "ui/edit/set_plan_command.h"
#include "ui/edit/set_score_command.h"
#include "ui/edit/star_take_command.h"

#include <QSignalSpy>
#include <QTest>

using namespace pieria;
using namespace pieria::ui;

namespace {

ProjectTake makeTake(const std::string& title)
{
    ProjectTake entry;
    entry.take.id = TakeId::make();
    entry.take.title = title;
    entry.take.score.length = 384;
    entry.take.score.tracks = { Track { Slot::Lead, 73, "flute", { Note { 0, 96, 60, 90 } } } };
    entry.audio = AssetId("ab12");
    return entry;
}

TakeId insert(Document& document, const std::string& title)
{
    ProjectTake take = makeTake(title);
    const TakeId id = take.take.id;
    document.undoStack().push(new InsertTakeCommand(document, std::move(take)));
    return id;
}

/// One random command of any kind on a random take, sometimes merged into the last one.
void pushRandomCommand(Document& document, NoiseSequence& noise, int mergeId)
{
    auto& stack = document.undoStack();
    const auto& takes = document.project().takes;
    if (takes.empty() || noise.chance(0.15)) {
        insert(document, "take " + std::to_string(noise.below(1000)));
        return;
    }
    const auto& chosen = takes[noise.below(static_cast<std::uint32_t>(takes.size()))];
    const TakeId id = chosen.take.id;
    const int merge = noise.chance(0.5) ? mergeId : kNoMerge;
    switch (noise.below(7)) {
    case 0:
        stack.push(new RemoveTakeCommand(document, id));
        break;
    case 1:
        stack.push(
            new RenameTakeCommand(document, id, "name " + std::to_string(noise.below(1000))));
        break;
    case 2:
        stack.push(new StarTakeCommand(document, id, !chosen.starred));
        break;
    case 3: {
        Mix mix = chosen.take.mix;
        mix.strips[noise.below(kSlotCount)].gain = noise.uniform() * 12 - 6;
        stack.push(new SetMixCommand(document, id, mix, {}, merge));
        break;
    }
    case 4: {
        MusicPlan plan = chosen.take.plan;
        plan.bpm = 60 + noise.below(100);
        stack.push(new SetPlanCommand(document, id, plan, {}, merge));
        break;
    }
    case 5: {
        Score score = chosen.take.score;
        score.tracks[0].notes.push_back(Note { noise.below(384), 24, 64, 80 });
        stack.push(new SetScoreCommand(document, id, score, {}, merge));
        break;
    }
    default:
        document.setCurrentTake(id);
        break;
    }
}

} // namespace

class UndoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void insertShowsAndUndoGoesBack();
    void removeRestoresThePlace();
    void dragIsOneStep();
    void dragBackToTheStartIsNoStep();
    void oldValueIsReadInRedo();
    void commandsOfOtherTakesDoNotMerge();
    void signalsNameTheChange();
    void undoAllIsTheStart_data();
    void undoAllIsTheStart();
};

void UndoTest::insertShowsAndUndoGoesBack()
{
    Document document;
    const TakeId first = insert(document, "first");
    const TakeId second = insert(document, "second");
    QCOMPARE(document.currentTake()->take.id, second);
    document.undoStack().undo();
    QCOMPARE(document.currentTake()->take.id, first);
    document.undoStack().undo();
    QVERIFY(document.currentTake() == nullptr);
    document.undoStack().redo();
    QCOMPARE(document.currentTake()->take.title, std::string("first"));
}

void UndoTest::removeRestoresThePlace()
{
    Document document;
    insert(document, "a");
    const TakeId b = insert(document, "b");
    const TakeId c = insert(document, "c");
    document.setCurrentTake(b);
    const Project before = document.project();
    document.undoStack().push(new RemoveTakeCommand(document, b));
    QCOMPARE(document.currentTake()->take.id, c);
    document.undoStack().undo();
    QVERIFY(document.project() == before);
}

void UndoTest::dragIsOneStep()
{
    Document document;
    const TakeId id = insert(document, "a");
    const Project before = document.project();
    const int steps = document.undoStack().count();
    const int merge = makeMergeId();
    for (int i = 1; i <= 20; ++i) {
        Mix mix = document.currentTake()->take.mix;
        mix.strips[2].gain = -i * 0.1;
        document.undoStack().push(new SetMixCommand(document, id, mix, "Fader", merge));
    }
    QCOMPARE(document.undoStack().count(), steps + 1);
    QCOMPARE(document.undoStack().undoText(), QString("Fader"));
    document.undoStack().undo();
    QVERIFY(document.project() == before);
    document.undoStack().redo();
    QCOMPARE(document.currentTake()->take.mix.strips[2].gain, -2.0);
}

void UndoTest::dragBackToTheStartIsNoStep()
{
    Document document;
    const TakeId id = insert(document, "a");
    const int steps = document.undoStack().count();
    const int merge = makeMergeId();
    for (const double gain : { -1.0, -2.0, 0.0 }) {
        Mix mix = document.currentTake()->take.mix;
        mix.strips[0].gain = gain;
        document.undoStack().push(new SetMixCommand(document, id, mix, {}, merge));
    }
    QCOMPARE(document.undoStack().count(), steps);
}

void UndoTest::oldValueIsReadInRedo()
{
    Document document;
    const TakeId id = insert(document, "a");
    auto* rename = new RenameTakeCommand(document, id, "c");
    document.applyTitle(id, "b"); // the world changes between making and doing
    document.undoStack().push(rename);
    document.undoStack().undo();
    QCOMPARE(document.currentTake()->take.title, std::string("b"));
}

void UndoTest::commandsOfOtherTakesDoNotMerge()
{
    Document document;
    const TakeId a = insert(document, "a");
    const TakeId b = insert(document, "b");
    const int steps = document.undoStack().count();
    Mix mix;
    mix.ceiling = -3;
    const int merge = makeMergeId();
    document.undoStack().push(new SetMixCommand(document, a, mix, {}, merge));
    document.undoStack().push(new SetMixCommand(document, b, mix, {}, merge));
    QCOMPARE(document.undoStack().count(), steps + 2);
}

void UndoTest::signalsNameTheChange()
{
    Document document;
    const TakeId id = insert(document, "a");
    QSignalSpy score(&document, &Document::scoreChanged);
    QSignalSpy mix(&document, &Document::mixChanged);
    QSignalSpy info(&document, &Document::takeInfoChanged);
    QSignalSpy modified(&document, &Document::modified);
    document.undoStack().push(new StarTakeCommand(document, id, true));
    QCOMPARE(info.count(), 1);
    QCOMPARE(score.count() + mix.count(), 0);
    Score edited = document.currentTake()->take.score;
    edited.tracks.clear();
    document.undoStack().push(new SetScoreCommand(document, id, edited));
    QCOMPARE(score.count(), 1);
    QCOMPARE(modified.count(), 2);
    document.undoStack().push(new SetScoreCommand(document, id, edited)); // nothing changes
    QCOMPARE(score.count(), 1);
    QCOMPARE(document.undoStack().count(), 3);
}

void UndoTest::undoAllIsTheStart_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 20; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

void UndoTest::undoAllIsTheStart()
{
    QFETCH(int, seed);
    Document document;
    insert(document, "start");
    document.undoStack().clear();
    Project start = document.project();
    NoiseSequence noise(Noise(static_cast<std::uint64_t>(seed), "undo"));
    int merge = makeMergeId();
    for (int i = 0; i < 200; ++i) {
        if (noise.chance(0.2)) {
            merge = makeMergeId();
        }
        if (noise.chance(0.1)) {
            document.undoStack().undo();
        }
        pushRandomCommand(document, noise, merge);
    }
    Project end = document.project();
    const int reached = document.undoStack().index();
    while (document.undoStack().canUndo()) {
        document.undoStack().undo();
    }
    Project undone = document.project();
    // The take on the stage is a selection, which undo follows but does not record.
    undone.current.reset();
    start.current.reset();
    end.current.reset();
    QVERIFY(undone == start);
    document.undoStack().setIndex(reached);
    Project redone = document.project();
    redone.current.reset();
    QVERIFY(redone == end);
}

QTEST_GUILESS_MAIN(UndoTest)
#include "undo_test.moc"
