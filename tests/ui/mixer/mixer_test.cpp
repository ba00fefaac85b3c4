// The mixer: one gesture one undo step, numbers and faders agree, meters tell the truth.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/mixer/channel_strip.h"
#include "ui/mixer/drag_number.h"
#include "ui/mixer/level_meter.h"
#include "ui/mixer/master_strip.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/note_activity.h"
#include "ui/mixer/value_control.h"
#include "ui/player/stage_colors.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace pieria;
using namespace pieria::ui;

class MixerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void stripsForTheSlotsThatPlay();
    void faderDragIsOneStep();
    void doubleClickResets();
    void numberDragsAndTypes();
    void muteAndSolo();
    void eqFoldsForAll();
    void meterOfAKnownSine();
    void holdsAndClips();
    void scaleGoesBothWays();
    void activityFollowsNotesAndMix();
    void loudnessTarget();
    void namesForAll();

private:
    [[nodiscard]] const Mix& mix() const { return m_document->currentTake()->take.mix; }
    [[nodiscard]] double gain() const { return mix().strips[slotIndex(Slot::Lead)].gain; }
    template <class Type> [[nodiscard]] Type* control(const QString& name) const
    {
        for (Type* each : m_panel->strip(Slot::Lead)->findChildren<Type*>()) {
            if (each->accessibleName() == name) {
                return each;
            }
        }
        return nullptr;
    }
    static void drag(QWidget* widget, QPoint from, QPoint to);

    std::unique_ptr<Document> m_document;
    std::unique_ptr<testing::FakeAudioEngine> m_engine;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<MixerPanel> m_panel;
};

void MixerTest::initTestCase()
{
    theme().apply(ThemeName::Dark, 1, true);
}

void MixerTest::init()
{
    m_document = std::make_unique<Document>();
    m_document->setProject(testing::makeBossaProject(16));
    m_engine = std::make_unique<testing::FakeAudioEngine>();
    m_player = std::make_unique<Player>(*m_document, *m_engine);
    m_panel = std::make_unique<MixerPanel>(*m_document, *m_player);
    m_panel->resize(900, 320);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void MixerTest::cleanup()
{
    m_panel.reset();
    m_player.reset();
    m_engine.reset();
    m_document.reset();
}

void MixerTest::drag(QWidget* widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 6; ++i) {
        const QPoint at = from + (to - from) * i / 6;
        QMouseEvent move(
            QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void MixerTest::stripsForTheSlotsThatPlay()
{
    QVERIFY(m_panel->strip(Slot::Lead) != nullptr);
    QVERIFY(m_panel->strip(Slot::Extra) == nullptr);
    m_document->setCurrentTake(std::nullopt);
    QVERIFY(m_panel->strip(Slot::Lead) == nullptr);
}

void MixerTest::faderDragIsOneStep()
{
    auto* fader = control<Fader>(QStringLiteral("Gain"));
    const Mix old = mix();
    drag(fader, fader->rect().center(), fader->rect().center() + QPoint(0, 30));
    QVERIFY(gain() < -1);
    QCOMPARE(fader->value(), gain());
    QCOMPARE(control<DragNumber>(QStringLiteral("Gain in decibels"))->value(), gain());
    QCOMPARE(m_document->undoStack().count(), 1);
    const Mix changed = mix();
    // A second drag is a second step.
    drag(fader, fader->rect().center(), fader->rect().center() - QPoint(0, 10));
    QCOMPARE(m_document->undoStack().count(), 2);
    m_document->undoStack().undo();
    QVERIFY(mix() == changed);
    m_document->undoStack().undo();
    QVERIFY(mix() == old);
    QCOMPARE(fader->value(), 0.0);
}

void MixerTest::doubleClickResets()
{
    auto* pan = control<MiniBar>(QStringLiteral("Pan"));
    drag(pan, QPoint(20, 5), QPoint(40, 5));
    QVERIFY(mix().strips[slotIndex(Slot::Lead)].pan > 0);
    QTest::mouseDClick(pan, Qt::LeftButton, {}, QPoint(30, 5));
    QCOMPARE(mix().strips[slotIndex(Slot::Lead)].pan, 0.0);
    auto* reverb = control<MiniBar>(QStringLiteral("Reverb send"));
    QCOMPARE(reverb->value(), Strip {}.reverb);
}

void MixerTest::numberDragsAndTypes()
{
    auto* number = control<DragNumber>(QStringLiteral("Gain in decibels"));
    drag(number, number->rect().center(), number->rect().center() - QPoint(0, 12));
    QCOMPARE(gain(), 2.0); // 12 pixels of 3 a step of 0.5 dB
    QCOMPARE(m_document->undoStack().count(), 1);
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Up);
    QCOMPARE(gain(), 2.5);
    QTest::keyClick(number, Qt::Key_Return);
    auto* edit = number->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->setText(QStringLiteral("-7.5 dB"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(gain(), -7.5);
    QTest::keyClick(number, Qt::Key_Delete);
    QCOMPARE(gain(), 0.0);
    QCOMPARE(m_document->undoStack().count(), 4);
}

void MixerTest::muteAndSolo()
{
    auto* mute = control<QToolButton>(QStringLiteral("Mute"));
    QTest::mouseClick(mute, Qt::LeftButton);
    QVERIFY(mix().strips[slotIndex(Slot::Lead)].mute);
    m_document->undoStack().undo();
    QVERIFY(!mix().strips[slotIndex(Slot::Lead)].mute);
    QVERIFY(!mute->isChecked());
}

void MixerTest::eqFoldsForAll()
{
    auto* treble = control<MiniBar>(QStringLiteral("Treble"));
    QVERIFY(!treble->isVisible());
    for (auto* button : m_panel->strip(Slot::Bass)->findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("EQ")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QTRY_VERIFY(treble->isVisible());
    treble->setFocus();
    QTest::keyClick(treble, Qt::Key_Right);
    QCOMPARE(mix().strips[slotIndex(Slot::Lead)].high, 0.5);
}

void MixerTest::meterOfAKnownSine()
{
    LevelMeter meter(QStringLiteral("M"));
    // A full sine at -6 dBFS: peak 0.5, RMS 0.5 / sqrt 2.
    meter.setLevels({ 0.5F, 0.25F }, { 0.35355F, 0.176777F });
    QVERIFY(std::abs(meter.held()[0] + 6.02) < 0.01);
    QVERIFY(std::abs(meter.rms()[0] + 9.03) < 0.01);
    QVERIFY(std::abs(meter.held()[1] + 12.04) < 0.01);
    meter.resize(20, 200);
    meter.show();
    const QImage image = meter.grab().toImage();
    const double scale = image.devicePixelRatio();
    const auto at = [&](double decibels) {
        const double top = theme().grid(1) + 2;
        const double y = top + (200 - top) * (1 - scaleOf(decibels));
        return image.pixelColor(static_cast<int>(4 * scale), static_cast<int>(y * scale));
    };
    const StageColors c = stageColors();
    QCOMPARE(at(-20), c.good); // RMS in full colour
    QVERIFY(at(-8) != c.background && at(-8) != at(2)); // peak, dimmer
    QVERIFY(at(2).lightness() < 60); // nothing above
}

void MixerTest::holdsAndClips()
{
    LevelMeter meter(QStringLiteral("M"));
    meter.resize(16, 100);
    QSignalSpy clips(&meter, &LevelMeter::clippedChanged);
    meter.setLevels({ 0.9F, 0.9F }, { 0.5F, 0.5F });
    meter.setLevels({ 0.01F, 0.01F }, { 0, 0 });
    QVERIFY(meter.held()[0] > -1); // still held
    QVERIFY(!meter.isClipped());
    meter.setLevels({ 1.2F, 0.1F }, { 0, 0 });
    QVERIFY(meter.isClipped());
    meter.setLevels({ 0, 0 }, { 0, 0 });
    QVERIFY(meter.isClipped()); // until it is clicked
    QTest::mouseClick(&meter, Qt::LeftButton);
    QVERIFY(!meter.isClipped());
    QCOMPARE(clips.size(), 2);
}

void MixerTest::scaleGoesBothWays()
{
    double last = -1;
    for (double decibels = -60; decibels <= 12; decibels += 0.5) {
        const double scale = scaleOf(decibels);
        QVERIFY(scale > last);
        last = scale;
        QVERIFY(std::abs(decibelsAt(scale) - decibels) < 1e-9);
    }
    QCOMPARE(scaleOf(-60), 0.0);
    QCOMPARE(scaleOf(12), 1.0);
}

void MixerTest::activityFollowsNotesAndMix()
{
    const Score score = testing::makeBossa(16);
    Mix even;
    QVERIFY(noteActivity(score, even, Slot::Bass, 2) > 0.05F);
    QCOMPARE(noteActivity(score, even, Slot::Lead, 2), 0.0F); // rests in the intro
    even.strips[slotIndex(Slot::Drums)].solo = true;
    QCOMPARE(noteActivity(score, even, Slot::Bass, 2), 0.0F);
}

void MixerTest::loudnessTarget()
{
    auto* master = m_panel->findChild<MasterStrip*>();
    for (auto* number : master->findChildren<DragNumber*>()) {
        if (number->accessibleName() == QStringLiteral("Loudness target")) {
            number->setFocus();
            QTest::keyClick(number, Qt::Key_Up);
        }
    }
    QCOMPARE(mix().loudness.value(), -13.5);
    m_document->undoStack().undo();
    QCOMPARE(mix().loudness.value(), -14.0);
    for (auto* fader : master->findChildren<Fader*>()) {
        fader->setFocus();
        QTest::keyClick(fader, Qt::Key_Down);
    }
    QCOMPARE(m_engine->volume, Decibels(-0.5));
    QCOMPARE(m_document->undoStack().count(), 1); // listening is not an edit
}

void MixerTest::namesForAll()
{
    for (auto* each : m_panel->findChildren<ValueControl*>()) {
        QVERIFY(!each->accessibleName().isEmpty());
        QVERIFY(!each->accessibleDescription().isEmpty());
        QVERIFY(each->focusPolicy() & Qt::TabFocus);
    }
    for (auto* each : m_panel->findChildren<DragNumber*>()) {
        QVERIFY(!each->accessibleName().isEmpty());
    }
}

QTEST_MAIN(MixerTest)
#include "mixer_test.moc"
