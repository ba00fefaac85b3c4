#include "core/base/paths.h"
#include "core/engine/music_tasks.h"
#include "core/score/score.h"

#include <QTest>

using namespace pieria;

namespace {

MusicPlanner planner()
{
    Result<MusicPlanner> loaded = MusicPlanner::load(resourcesFolder() / "corpus");
    if (!loaded) {
        qFatal("%s", loaded.error().sentence.c_str());
    }
    return *loaded;
}

/// A quarter note on every beat of two slots.
Take sourceTake(int bars)
{
    Take take;
    take.title = "Source";
    take.score.metres = { { 0, Metre { 4, 4 } } };
    take.score.length = bars * 4 * kTicksPerBeat;
    for (const Slot slot : { Slot::Bass, Slot::Lead }) {
        Track track;
        track.slot = slot;
        track.program = slot == Slot::Bass ? 33 : 73;
        track.name = "Mine";
        for (int beat = 0; beat < bars * 4; ++beat) {
            track.notes.push_back({ beat * kTicksPerBeat, kTicksPerBeat,
                static_cast<std::uint8_t>(slot == Slot::Bass ? 40 : 72), 90 });
        }
        take.score.tracks.push_back(track);
    }
    take.plan = planFromScore(take.score);
    return take;
}

/// One note of row 50 at the start of every beat of every slot.
ScoreGrid busyGrid(int bars)
{
    ScoreGrid grid;
    grid.bars = bars;
    grid.beats.resize(static_cast<std::size_t>(bars) * kSlotCount * kBeatsPerBarMax);
    for (CodedBeat& beat : grid.beats) {
        beat = { CodedNote { 0, 50, 0, 80, 96 } };
    }
    return grid;
}

const Track& trackOf(const Score& score, Slot slot)
{
    for (const Track& track : score.tracks) {
        if (track.slot == slot) {
            return track;
        }
    }
    qFatal("no such track");
}

} // namespace

class MusicTasksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatCannotBeDone_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 10; ++kind) {
            QTest::addRow("%d", kind) << kind;
        }
    }

    void refusesWhatCannotBeDone()
    {
        QFETCH(int, kind);
        MusicRequest request;
        Take source = sourceTake(8);
        const Take* given = &source;
        switch (kind) {
        case 0:
            request.bars = 0;
            break;
        case 1:
            request.bars = 1 << 20;
            break;
        case 2:
            request.bpm = std::nan("");
            break;
        case 3:
            request.metre = Metre { 7, 8 };
            break;
        case 4:
            request.steps = 0;
            break;
        case 5:
            request.guidance = -1;
            break;
        case 6:
            request.task = MusicTask::Extend;
            given = nullptr;
            break;
        case 7:
            request.task = MusicTask::Inpaint;
            request.firstBar = 7;
            request.lastBar = 9;
            break;
        case 8:
            request.length = Seconds(-1);
            break;
        default:
            request.task = MusicTask::RemakeSlot;
            source.score.metres = { { 0, Metre { 7, 8 } } };
            break;
        }
        const Status status = checkMusicRequest(request, given);
        QVERIFY(!status.has_value());
        QVERIFY(!status.error().sentence.empty());
    }

    void inpaintKeepsEverythingOutside()
    {
        const Take source = sourceTake(8);
        MusicRequest request;
        request.task = MusicTask::Inpaint;
        request.firstBar = 3;
        request.lastBar = 4;
        const Result<MusicJob> job = planMusicJob(planner(), request, readMusicPrompt(""), &source);
        QVERIFY(job.has_value());
        const Score score = assembleScore(*job, busyGrid(8), &source);
        const Tick begin = 2 * 4 * kTicksPerBeat;
        const Tick end = 4 * 4 * kTicksPerBeat;
        for (const Slot slot : { Slot::Bass, Slot::Lead }) {
            std::vector<Note> before;
            std::vector<Note> after;
            for (const Note& note : trackOf(source.score, slot).notes) {
                if (note.onset < begin || note.onset >= end) {
                    before.push_back(note);
                }
            }
            int made = 0;
            for (const Note& note : trackOf(score, slot).notes) {
                if (note.onset < begin || note.onset >= end) {
                    after.push_back(note);
                } else {
                    ++made;
                    QCOMPARE(static_cast<int>(note.pitch), 66);
                }
            }
            QCOMPARE(after, before);
            QCOMPARE(made, 8);
            QCOMPARE(trackOf(score, slot).name, std::string("Mine"));
        }
    }

    void remakingASlotLeavesTheOthers()
    {
        const Take source = sourceTake(8);
        MusicRequest request;
        request.task = MusicTask::RemakeSlot;
        request.slot = Slot::Lead;
        const Result<MusicJob> job = planMusicJob(planner(), request, readMusicPrompt(""), &source);
        QVERIFY(job.has_value());
        const Score score = assembleScore(*job, busyGrid(8), &source);
        QCOMPARE(trackOf(score, Slot::Bass), trackOf(source.score, Slot::Bass));
        QVERIFY(trackOf(score, Slot::Lead) != trackOf(source.score, Slot::Lead));
    }

    void extendingAppendsExactlyTheBarsAsked()
    {
        const Take source = sourceTake(8);
        MusicRequest request;
        request.task = MusicTask::Extend;
        request.extendBars = 5;
        const Result<MusicJob> job
            = planMusicJob(planner(), request, readMusicPrompt("fast techno"), &source);
        QVERIFY(job.has_value());
        QCOMPARE(job->plan.bars, 13);
        QCOMPARE(job->plan.bpm, source.plan.bpm);
        QCOMPARE(job->plan.key, source.plan.key);
        const Score score = assembleScore(*job, busyGrid(13), &source);
        QCOMPARE(score.length, 13 * 4 * kTicksPerBeat);
        std::vector<Note> old;
        for (const Note& note : trackOf(score, Slot::Bass).notes) {
            if (note.onset < source.score.length) {
                old.push_back(note);
            }
        }
        QCOMPARE(old, trackOf(source.score, Slot::Bass).notes);
    }

    void keptNotesWinWherePitchesCollide()
    {
        Take source = sourceTake(4);
        // A kept note of bar 1 that sounds into bar 2, on the pitch the grid makes there.
        source.score.tracks[0].notes = { { 3 * kTicksPerBeat, 3 * kTicksPerBeat, 66, 90 } };
        MusicRequest request;
        request.task = MusicTask::Inpaint;
        request.firstBar = 2;
        request.lastBar = 2;
        const Result<MusicJob> job = planMusicJob(planner(), request, readMusicPrompt(""), &source);
        const Score score = assembleScore(*job, busyGrid(4), &source);
        const std::vector<Note>& notes = trackOf(score, Slot::Bass).notes;
        QCOMPARE(notes.front(), source.score.tracks[0].notes.front());
        QCOMPARE(notes[1].onset, 6 * kTicksPerBeat);
        Score normal = score;
        normalise(normal);
        QCOMPARE(normal.tracks[0].notes, notes);
    }

    void silentSlotsAreFound()
    {
        MusicRequest request;
        request.bars = 4;
        request.prompt = "solo piano";
        const Result<MusicJob> job
            = planMusicJob(planner(), request, readMusicPrompt(request.prompt), nullptr);
        QVERIFY(job.has_value());
        ScoreGrid empty = busyGrid(4);
        for (CodedBeat& beat : empty.beats) {
            beat.clear();
        }
        QVERIFY(!silentSlots(*job, assembleScore(*job, empty, nullptr)).empty());
        QVERIFY(silentSlots(*job, assembleScore(*job, busyGrid(4), nullptr)).empty());
    }

    void titlesAreCutBetweenWordsAndNeverInsideALetter()
    {
        MusicRequest request;
        QCOMPARE(titleOf(request, nullptr), std::string("Untitled"));
        request.prompt = "  slow bossa nova";
        QCOMPARE(titleOf(request, nullptr), std::string("Slow bossa nova"));
        request.prompt = "x";
        for (int i = 0; i < 100; ++i) {
            request.prompt += "\xC3\xA9";
        }
        const std::string title = titleOf(request, nullptr);
        QVERIFY(title.size() < 80);
        QVERIFY(QString::fromStdString(title).toStdString() == title);
    }
};

QTEST_GUILESS_MAIN(MusicTasksTest)
#include "music_tasks_test.moc"
