// The score editor by mouse and keys: every gesture is one undo step, and undo gives back the
// score.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/edit/set_mix_command.h"
#include "ui/roll/chord_lane.h"
#include "ui/roll/energy_lane.h"
#include "ui/roll/note_grid.h"
#include "ui/roll/ruler_view.h"
#include "ui/roll/score_editor.h"
#include "ui/roll/selection_inspector.h"
#include "ui/roll/track_header.h"
#include "ui/roll/track_lanes.h"
#include "ui/roll/track_outliner.h"
#include "ui/roll/track_panel.h"
#include "ui/roll/velocity_lane.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>
#include <QtTest>

using namespace pieria;
using namespace pieria::ui;

class ScoreEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void drawsByDoubleClick();
    void drawsWithThePencil();
    void movesByDrag();
    void dragWithControlCopies();
    void resizesByItsEdge();
    void deletesAndUndoes();
    void selectsByBandAndKeys();
    void copiesAndPastesAtThePlayhead();
    void arrowsTransposeAndNudge();
    void worksByKeyboardAlone();
    void velocitiesByDrag();
    void quantisesTheSelection();
    void chordsByDoubleClick();
    void sectionsMoveAndRename();
    void rulerSeeksAndLoops();
    void headersMuteSoloAndInstrument();
    void remakeIsAsked();
    void energyPlansByDrag();
    void zoomKeepsTheTickUnderThePointer();
    void paintsNotesWhereTheyAre();
    void previewIsReadOnly();
    void outlinerAndInspector();
    void everyControlHasAName();
    void manyNotesPaintQuickly();

private:
    [[nodiscard]] const Score& score() const { return m_document->currentTake()->take.score; }
    [[nodiscard]] const std::vector<Note>& notes() const { return score().tracks[m_track].notes; }
    [[nodiscard]] QPoint middleOf(const Note& note) const
    {
        return m_grid->noteRect(note).center().toPoint();
    }
    void chooseTrack(std::size_t track);
    void zoomTo(int firstBar, int bars);
    void showPitch(int pitch);
    void drag(QWidget* widget, QPoint from, QPoint to, Qt::KeyboardModifiers keys = {});
    /// One step was pushed since `before`, and undoing it gives `score` back.
    void verifyOneStep(int before, const Score& old);

    std::unique_ptr<Document> m_document;
    std::unique_ptr<testing::FakeAudioEngine> m_engine;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<ScoreEditor> m_editor;
    NoteGrid* m_grid = nullptr;
    std::size_t m_track = 3;
};

void ScoreEditorTest::initTestCase()
{
    theme().apply(ThemeName::Dark, 1, true);
}

void ScoreEditorTest::init()
{
    m_document = std::make_unique<Document>();
    m_document->setProject(testing::makeBossaProject());
    m_engine = std::make_unique<testing::FakeAudioEngine>();
    m_player = std::make_unique<Player>(*m_document, *m_engine);
    m_editor = std::make_unique<ScoreEditor>(*m_document, *m_player);
    m_editor->resize(1400, 820);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    m_grid = m_editor->findChild<NoteGrid*>();
    chooseTrack(3);
    zoomTo(5, 4);
}

void ScoreEditorTest::cleanup()
{
    m_editor.reset();
    m_player.reset();
    m_engine.reset();
    m_document.reset();
}

void ScoreEditorTest::chooseTrack(std::size_t track)
{
    m_track = track;
    m_editor->state().setTrack(track);
}

void ScoreEditorTest::zoomTo(int firstBar, int bars)
{
    m_editor->state().zoom(1.5, 0); // leaves the fitted state
    m_editor->state().setAxis({ m_grid->width() / (bars * 384.0), (firstBar - 1) * 384.0 });
}

void ScoreEditorTest::showPitch(int pitch)
{
    m_grid->setScrollY(m_grid->scrollY() + m_grid->yAt(pitch) - m_grid->height() / 2.0);
}

void ScoreEditorTest::drag(QWidget* widget, QPoint from, QPoint to, Qt::KeyboardModifiers keys)
{
    QTest::mousePress(widget, Qt::LeftButton, keys, from);
    const QPoint steps[] = { from + (to - from) / 3, from + (to - from) * 2 / 3, to };
    for (const QPoint& at : steps) {
        QMouseEvent move(
            QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, keys);
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, keys, to);
}

void ScoreEditorTest::verifyOneStep(int before, const Score& old)
{
    const Score changed = score();
    QCOMPARE(m_document->undoStack().count(), before + 1);
    QVERIFY(changed != old);
    m_document->undoStack().undo();
    QVERIFY(score() == old);
    m_document->undoStack().redo();
    QVERIFY(score() == changed);
}

void ScoreEditorTest::drawsByDoubleClick()
{
    const Score old = score();
    QSignalSpy heard(m_editor.get(), &ScoreEditor::auditionRequested);
    const Tick onset = 5 * 384 + 12 * 24;
    const Note wanted { onset, 24, 84, 96 };
    showPitch(84);
    const QPoint at = m_grid->noteRect(wanted).center().toPoint();
    QTest::mouseDClick(m_grid, Qt::LeftButton, {}, at);
    QTest::mouseRelease(m_grid, Qt::LeftButton, {}, at); // QTest sends the second press alone
    QVERIFY(std::find(notes().begin(), notes().end(), wanted) != notes().end());
    QCOMPARE(heard.last()[0].toInt(), 73);
    QCOMPARE(heard.last()[2].toInt(), 84);
    verifyOneStep(0, old);
}

void ScoreEditorTest::drawsWithThePencil()
{
    const Score old = score();
    QTest::keyClick(m_grid, Qt::Key_B);
    QCOMPARE(m_editor->state().tool(), Tool::Draw);
    const Note first { 5 * 384, 24, 86, 96 };
    const QPoint from = m_grid->noteRect(first).center().toPoint();
    const QPoint to = m_grid->noteRect({ 5 * 384 + 72, 24, 86, 96 }).center().toPoint();
    drag(m_grid, from, to);
    const Note drawn { 5 * 384, 96, 86, 96 };
    QVERIFY(std::find(notes().begin(), notes().end(), drawn) != notes().end());
    verifyOneStep(0, old);
}

void ScoreEditorTest::movesByDrag()
{
    const Score old = score();
    const Note note = *std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384 + 96; });
    const double perTick = m_editor->state().axis().pixelsPerTick;
    const QPoint by(
        static_cast<int>(std::lround(48 * perTick)), static_cast<int>(-3 * m_grid->rowHeight()));
    drag(m_grid, middleOf(note), middleOf(note) + by);
    QCOMPARE(m_editor->state().selection().size(), 1U);
    const NoteKey key = *m_editor->state().selection().begin();
    QCOMPARE(key.pitch, note.pitch + 3);
    QVERIFY(std::abs(key.onset - note.onset - 48) <= 12);
    QCOMPARE(key.onset % 24, Tick(0)); // on the grid
    verifyOneStep(0, old);
}

void ScoreEditorTest::dragWithControlCopies()
{
    const Score old = score();
    const Note note = *std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384 + 96; });
    const QPoint by(0, static_cast<int>(-9 * m_grid->rowHeight()));
    drag(m_grid, middleOf(note), middleOf(note) + by, Qt::ControlModifier);
    QVERIFY(std::find(notes().begin(), notes().end(), note) != notes().end());
    QCOMPARE(notes().size(), old.tracks[m_track].notes.size() + 1);
    verifyOneStep(0, old);
}

void ScoreEditorTest::resizesByItsEdge()
{
    const Score old = score();
    const Note note = *std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384 + 250; });
    const QRectF box = m_grid->noteRect(note);
    const QPoint edge(static_cast<int>(box.right()) - 2, middleOf(note).y());
    const double perTick = m_editor->state().axis().pixelsPerTick;
    drag(m_grid, edge, edge + QPoint(static_cast<int>(96 * perTick), 0));
    const auto changed = std::find_if(notes().begin(), notes().end(),
        [&](const Note& n) { return n.onset == note.onset && n.pitch == note.pitch; });
    QVERIFY(changed != notes().end());
    QVERIFY(changed->duration > note.duration + 60);
    QCOMPARE((changed->onset + changed->duration) % 24, Tick(0));
    verifyOneStep(0, old);
}

void ScoreEditorTest::deletesAndUndoes()
{
    const Score old = score();
    QTest::mouseClick(m_grid, Qt::LeftButton, {},
        middleOf(*std::find_if(
            notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384; })));
    QCOMPARE(m_document->undoStack().count(), 0); // choosing is not an edit
    QTest::keyClick(m_grid, Qt::Key_Delete);
    QCOMPARE(notes().size(), old.tracks[m_track].notes.size() - 1);
    QVERIFY(m_editor->state().selection().empty());
    verifyOneStep(0, old);
}

void ScoreEditorTest::selectsByBandAndKeys()
{
    const auto first = std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384; });
    const QRectF all = m_grid->noteRect(*first)
                           .united(m_grid->noteRect(*(first + 1)))
                           .united(m_grid->noteRect(*(first + 2)));
    // Starts above all notes, on empty ground.
    drag(m_grid, QPoint(static_cast<int>(all.left()) + 1, static_cast<int>(all.top()) - 60),
        all.bottomRight().toPoint() - QPoint(3, 2));
    QCOMPARE(m_editor->state().selection().size(), 3U);
    QTest::mouseClick(m_grid, Qt::LeftButton, Qt::ControlModifier, middleOf(*first));
    QCOMPARE(m_editor->state().selection().size(), 2U);
    QTest::mouseClick(m_grid, Qt::LeftButton, Qt::ShiftModifier, middleOf(*first));
    QCOMPARE(m_editor->state().selection().size(), 3U);
    QTest::mouseClick(m_grid, Qt::LeftButton, {}, middleOf(*first));
    QCOMPARE(m_editor->state().selection().size(), 1U);
    QTest::keyClick(m_grid, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_editor->state().selection().size(), notes().size());
    QTest::keyClick(m_grid, Qt::Key_Escape);
    QVERIFY(m_editor->state().selection().empty());
    QCOMPARE(m_document->undoStack().count(), 0);
}

void ScoreEditorTest::copiesAndPastesAtThePlayhead()
{
    const auto first = std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384; });
    const Note note = *first;
    m_editor->state().setSelection({ keyOf(note) });
    QTest::keyClick(m_grid, Qt::Key_C, Qt::ControlModifier);
    m_player->seekTick(29 * 384);
    const Score old = score();
    QTest::keyClick(m_grid, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(notes().size(), old.tracks[m_track].notes.size() + 1);
    QCOMPARE(notes().back().pitch, note.pitch);
    QCOMPARE(notes().back().onset, 29 * 384 + note.onset % 24);
    const NoteKeys pastedKeys = m_editor->state().selection();
    QCOMPARE(pastedKeys.size(), 1U);
    verifyOneStep(0, old);
    const Score pasted = score();
    m_editor->state().setSelection(pastedKeys); // undo let go of it
    QTest::keyClick(m_grid, Qt::Key_D, Qt::ControlModifier);
    QVERIFY(notes().size() == pasted.tracks[m_track].notes.size() + 1);
    const NoteKeys doubledKeys = m_editor->state().selection();
    verifyOneStep(1, pasted);
    const Score doubled = score();
    m_editor->state().setSelection(doubledKeys);
    QTest::keyClick(m_grid, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(notes().size(), doubled.tracks[m_track].notes.size() - 1);
    verifyOneStep(2, doubled);
}

void ScoreEditorTest::arrowsTransposeAndNudge()
{
    const Note note = notes().front();
    m_editor->state().setSelection({ keyOf(note) });
    const Score old = score();
    QTest::keyClick(m_grid, Qt::Key_Up);
    QCOMPARE(m_editor->state().selection().begin()->pitch, note.pitch + 1);
    QTest::keyClick(m_grid, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_editor->state().selection().begin()->pitch, note.pitch - 11);
    QTest::keyClick(m_grid, Qt::Key_Right);
    QCOMPARE(m_editor->state().selection().begin()->onset, note.onset + 24);
    QTest::keyClick(m_grid, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_document->undoStack().count(), 4);
    const auto changed = pick(notes(), m_editor->state().selection());
    QCOMPARE(int(changed.front().velocity), std::min(127, note.velocity + 5));
    while (m_document->undoStack().canUndo()) {
        m_document->undoStack().undo();
    }
    QVERIFY(score() == old);
}

void ScoreEditorTest::worksByKeyboardAlone()
{
    const Score old = score();
    m_grid->setFocus();
    QTest::keyClick(m_grid, Qt::Key_Escape);
    const NoteKey from = m_grid->cursorCell();
    QTest::keyClick(m_grid, Qt::Key_Right);
    QTest::keyClick(m_grid, Qt::Key_Up);
    QCOMPARE(m_grid->cursorCell().pitch, from.pitch + 1);
    const NoteKey cell = m_grid->cursorCell();
    QTest::keyClick(m_grid, Qt::Key_Return);
    const NoteKeys written { cell };
    QCOMPARE(pick(notes(), written).size(), 1U);
    QVERIFY(m_editor->state().selection() == written);
    QVERIFY(m_grid->accessibleDescription().contains(QStringLiteral("Selected")));
    verifyOneStep(0, old);
    m_editor->state().setSelection(written); // undo let go of it
    QTest::keyClick(m_grid, Qt::Key_Period);
    QVERIFY(m_editor->state().selection() != written);
    QTest::keyClick(m_grid, Qt::Key_Comma);
    QVERIFY(m_editor->state().selection() == written);
}

void ScoreEditorTest::velocitiesByDrag()
{
    auto* lane = m_editor->findChild<VelocityLane*>();
    const Score old = score();
    const auto first = std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384; });
    const Note note = *first;
    const int x = static_cast<int>(m_editor->state().axis().xAt(double(note.onset))) + 1;
    drag(lane, QPoint(x, static_cast<int>(lane->yAt(note.velocity))),
        QPoint(x, static_cast<int>(lane->yAt(40))));
    const auto changed = pick(notes(), { keyOf(note) });
    QVERIFY(std::abs(changed.front().velocity - 40) <= 2);
    verifyOneStep(0, old);
    // With a selection all selected move alike, others stay.
    const NoteKeys two { keyOf(notes()[0]), keyOf(*(first + 0)) };
    m_editor->state().setSelection(two);
    const Score before = score();
    const auto was = pick(notes(), two);
    const int v = pick(notes(), { keyOf(note) }).front().velocity;
    drag(lane, QPoint(x, static_cast<int>(lane->yAt(v))),
        QPoint(x, static_cast<int>(lane->yAt(v + 10))));
    const auto now = pick(notes(), two);
    for (std::size_t i = 0; i < was.size(); ++i) {
        QVERIFY(std::abs(now[i].velocity - std::min(127, was[i].velocity + 10)) <= 3);
    }
    verifyOneStep(1, before);
}

void ScoreEditorTest::quantisesTheSelection()
{
    const Score old = score();
    m_grid->quantiseSelected({ 24, 1, 0, false });
    for (const Note& note : notes()) {
        QCOMPARE(note.onset % 24, Tick(0));
    }
    verifyOneStep(0, old);
}

void ScoreEditorTest::chordsByDoubleClick()
{
    auto* lane = m_editor->findChild<ChordLane*>();
    const Score old = score();
    const int x = static_cast<int>(m_editor->state().axis().xAt(5 * 384.0)) + 12;
    QTest::mouseDClick(lane, Qt::LeftButton, {}, QPoint(x, 10));
    auto* edit = lane->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->setText(QStringLiteral("nonsense"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_document->undoStack().count(), 0); // not understood: stays open
    edit->setText(QStringLiteral("Bb7"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(score().chords[5].root, 10);
    QCOMPARE(score().chords[5].quality, ChordQuality::Dominant7);
    QCOMPARE(m_document->currentTake()->take.plan.chords[5].root, 10); // the plan follows
    verifyOneStep(0, old);
    const Score changed = score();
    QTest::mouseClick(lane, Qt::LeftButton, {}, QPoint(x, 10));
    QTest::keyClick(lane, Qt::Key_Delete);
    QCOMPARE(score().chords.size(), old.chords.size() - 1);
    verifyOneStep(1, changed);
}

void ScoreEditorTest::sectionsMoveAndRename()
{
    auto* ruler = m_editor->findChild<RulerView*>();
    zoomTo(3, 16);
    const Score old = score();
    const int y = ruler->sectionRow().center().y();
    const auto x = [&](int bar) {
        return static_cast<int>(m_editor->state().axis().xAt((bar - 1) * 384.0));
    };
    drag(ruler, QPoint(x(13), y), QPoint(x(15) + 2, y));
    QCOMPARE(score().sections[2].onset, Tick(14 * 384));
    verifyOneStep(0, old);
    const Score moved = score();
    QTest::mouseDClick(ruler, Qt::LeftButton, {}, QPoint(x(8), y));
    auto* edit = ruler->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->setText(QStringLiteral("verse"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(score().sections[1].label, std::string("verse"));
    verifyOneStep(1, moved);
}

void ScoreEditorTest::rulerSeeksAndLoops()
{
    auto* ruler = m_editor->findChild<RulerView*>();
    const auto x = [&](int bar) {
        return static_cast<int>(std::lround(m_editor->state().axis().xAt((bar - 1) * 384.0)));
    };
    QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint(x(7), ruler->barRow().center().y()));
    QVERIFY(std::abs(m_player->positionTick() - 6 * 384) <= 2);
    const int y = ruler->loopRow().center().y();
    drag(ruler, QPoint(x(6), y), QPoint(x(8), y));
    QVERIFY(m_player->loop().has_value());
    QCOMPARE(m_player->loop()->begin, Tick(5 * 384));
    QCOMPARE(m_player->loop()->end, Tick(7 * 384));
    drag(ruler, QPoint(x(8), y), QPoint(x(7), y)); // its end
    QCOMPARE(m_player->loop()->end, Tick(6 * 384));
    drag(ruler, QPoint((x(6) + x(7)) / 2, y), QPoint((x(7) + x(8)) / 2, y)); // all of it
    QCOMPARE(m_player->loop()->begin, Tick(6 * 384));
    QCOMPARE(m_player->loop()->end, Tick(7 * 384));
    QTest::mouseClick(ruler, Qt::LeftButton, {}, QPoint((x(7) + x(8)) / 2, y));
    QVERIFY(!m_player->loop()->enabled);
    QCOMPARE(m_document->undoStack().count(), 0); // a loop is view state
}

void ScoreEditorTest::headersMuteSoloAndInstrument()
{
    auto* panel = m_editor->findChild<TrackPanel*>();
    TrackHeader* header = panel->header(3);
    QTest::keyClick(header, Qt::Key_M);
    QVERIFY(m_document->currentTake()->take.mix.strips[slotIndex(Slot::Lead)].mute);
    QTest::keyClick(header, Qt::Key_S);
    QVERIFY(m_document->currentTake()->take.mix.strips[slotIndex(Slot::Lead)].solo);
    QCOMPARE(m_document->undoStack().count(), 2);
    m_document->undoStack().undo();
    m_document->undoStack().undo();
    QVERIFY(!m_document->currentTake()->take.mix.strips[slotIndex(Slot::Lead)].mute);
    const Score old = score();
    m_document->undoStack().clear();
    m_editor->state().commitScore(withProgram(score(), 3, 65), QStringLiteral("Change Instrument"));
    QCOMPARE(m_document->currentTake()->take.plan.slots[slotIndex(Slot::Lead)].program, 65);
    verifyOneStep(0, old);
    m_document->undoStack().undo();
    QCOMPARE(m_document->currentTake()->take.plan.slots[slotIndex(Slot::Lead)].program, 73);
    QTest::mouseClick(panel->header(1), Qt::LeftButton, {}, QPoint(4, 8));
    QCOMPARE(m_editor->state().track(), 1U);
}

void ScoreEditorTest::remakeIsAsked()
{
    QSignalSpy slots_(m_editor.get(), &ScoreEditor::remakeSlotRequested);
    for (auto* button : m_editor->findChildren<QAbstractButton*>()) {
        if (button->text() == QStringLiteral("Make again")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(slots_.size(), 1);
    QCOMPARE(slots_.first()[1].value<pieria::Slot>(), pieria::Slot::Lead);
    QSignalSpy bars(m_editor.get(), &ScoreEditor::remakeBarsRequested);
    Q_EMIT m_grid->remakeBarsRequested(9, 12);
    QCOMPARE(bars.first()[1].toInt(), 9);
    QCOMPARE(bars.first()[2].toInt(), 12);
}

void ScoreEditorTest::energyPlansByDrag()
{
    auto* lane = m_editor->findChild<EnergyLane*>();
    const auto before = m_document->currentTake()->take.plan;
    const auto x = [&](double bar) {
        return static_cast<int>(m_editor->state().axis().xAt((bar - 1) * 384.0));
    };
    drag(lane, QPoint(x(5.5), lane->height() - 3), QPoint(x(7.5), lane->height() - 3));
    const auto& plan = m_document->currentTake()->take.plan;
    for (const std::size_t bar : { 4U, 5U, 6U }) {
        QVERIFY(plan.energy[bar] < 0.1F);
    }
    QCOMPARE(plan.energy[8], before.energy[8]);
    QCOMPARE(m_document->undoStack().count(), 1);
    m_document->undoStack().undo();
    QVERIFY(m_document->currentTake()->take.plan == before);
}

void ScoreEditorTest::zoomKeepsTheTickUnderThePointer()
{
    zoomTo(9, 8);
    const QPointF at(300, 100);
    const double tick = m_editor->state().axis().tickAt(at.x());
    QWheelEvent wheel(at, m_grid->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton,
        Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_grid, &wheel);
    QVERIFY(std::abs(m_editor->state().axis().tickAt(at.x()) - tick) < 0.5);
    m_editor->state().fit();
    QCOMPARE(m_editor->state().axis().origin, 0.0);
    QVERIFY(m_editor->state().axis().xAt(double(score().length)) <= m_grid->width());
}

void ScoreEditorTest::paintsNotesWhereTheyAre()
{
    m_player->seekTick(0);
    const Note note = *std::find_if(
        notes().begin(), notes().end(), [](const Note& n) { return n.onset >= 5 * 384 + 96; });
    showPitch(note.pitch);
    // A cell of the same grid column where nobody plays.
    int free = note.pitch + 5;
    const auto taken = [&](int pitch) {
        for (const Track& track : score().tracks) {
            for (const Note& other : track.notes) {
                if (track.slot != Slot::Drums && other.pitch == pitch
                    && other.onset < note.onset + 48 && other.onset + other.duration > note.onset) {
                    return true;
                }
            }
        }
        return false;
    };
    while (taken(free)) {
        ++free;
    }
    QVERIFY(m_grid->yAt(free) > 0);
    const Note nowhere { note.onset, 24, static_cast<std::uint8_t>(free), 90 };
    const QImage image = m_grid->grab().toImage();
    const double scale = image.devicePixelRatio();
    const auto pixel = [&](const QPointF& at) { return image.pixelColor((at * scale).toPoint()); };
    const QColor color = stageColors().tracks[slotIndex(Slot::Lead)];
    const QColor inside = pixel(m_grid->noteRect(note).center());
    QVERIFY(std::abs(inside.hue() - color.hue()) < 12);
    const QColor empty = pixel(m_grid->noteRect(nowhere).center());
    QVERIFY(empty.lightness() < 60);
    // Another theme is another ground.
    theme().apply(ThemeName::Light, 1, true);
    const QColor light = m_grid->grab().toImage().pixelColor(
        (m_grid->noteRect(nowhere).center() * scale).toPoint());
    theme().apply(ThemeName::Dark, 1, true);
    QVERIFY(light.lightness() > 200);
}

void ScoreEditorTest::previewIsReadOnly()
{
    Score draft = testing::makeBossa(16);
    m_player->setPreview({ draft, 4 * 384, nullptr });
    QVERIFY(!m_editor->state().isEditable());
    QCOMPARE(m_editor->state().score().length, Tick(16 * 384));
    QTest::keyClick(m_grid, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_grid, Qt::Key_Delete);
    QTest::mouseDClick(m_grid, Qt::LeftButton, {}, QPoint(200, 40));
    QCOMPARE(m_document->undoStack().count(), 0);
    m_player->endPreview();
    QVERIFY(m_editor->state().isEditable());
}

void ScoreEditorTest::outlinerAndInspector()
{
    TrackOutliner outliner(m_editor->state());
    SelectionInspector inspector(m_editor->state());
    outliner.show();
    inspector.show();
    auto* tree = outliner.findChild<QTreeWidget*>();
    QCOMPARE(tree->topLevelItemCount(), 6);
    tree->setCurrentItem(tree->topLevelItem(1));
    QCOMPARE(m_editor->state().track(), 1U);
    outliner.findChild<QLineEdit*>()->setText(QStringLiteral("flu"));
    QVERIFY(tree->topLevelItem(1)->isHidden());
    QVERIFY(!tree->topLevelItem(3)->isHidden());
    m_editor->state().setTrack(3);
    m_editor->state().setSelection({ keyOf(notes().front()) });
    const auto hasText = [&](const QString& text) {
        for (const QLabel* label : inspector.findChildren<QLabel*>()) {
            if (label->text().contains(text)) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(hasText(QStringLiteral("Velocity")));
    QVERIFY(hasText(QStringLiteral("nylon guitar"))); // the words that made it
}

void ScoreEditorTest::everyControlHasAName()
{
    for (const auto* button : m_editor->findChildren<QAbstractButton*>()) {
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
            button->metaObject()->className());
    }
    for (const auto* view : m_editor->findChildren<TimeView*>()) {
        QVERIFY2(!view->accessibleName().isEmpty(), view->metaObject()->className());
    }
    QVERIFY(m_editor->commands().size() > 10);
    for (const QAction* action : m_editor->commands()) {
        QVERIFY(action->objectName().startsWith(QStringLiteral("roll.")));
    }
}

void ScoreEditorTest::manyNotesPaintQuickly()
{
    Score big = score();
    big.length = 500 * 384;
    auto& many = big.tracks[3].notes;
    many.clear();
    for (int i = 0; i < 20'000; ++i) {
        many.push_back({ Tick(i) * 9, 18, static_cast<std::uint8_t>(40 + (i * 7) % 48), 90 });
    }
    normalise(big);
    m_editor->state().commitScore(big, QStringLiteral("Many"));
    QElapsedTimer clock;
    clock.start();
    m_grid->grab();
    const qint64 near = clock.restart();
    m_editor->state().fit();
    m_grid->grab();
    const qint64 all = clock.elapsed();
    // Generous: the machine may be busy; a frame that is not culled takes seconds.
    QVERIFY2(near < 300, qPrintable(QString::number(near)));
    QVERIFY2(all < 1500, qPrintable(QString::number(all)));
}

QTEST_MAIN(ScoreEditorTest)
#include "score_editor_test.moc"
