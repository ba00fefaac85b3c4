// The player over an engine whose clock the test turns.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/edit/set_mix_command.h"
#include "ui/edit/set_score_command.h"
#include "ui/player/player.h"
#include "ui/player/time_text.h"
#include "ui/player/transport_bar.h"
#include "ui/player/transport_keys.h"
#include "ui/roll/score_edits.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace pieria;
using namespace pieria::ui;
using pieria::testing::FakeAudioEngine;
using pieria::testing::FakeSource;
using pieria::testing::makeBeatSource;

class PlayerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void playsPausesStops();
    void seeksAndNudgesByBeats();
    void stopsAtTheEndOfAFinishedSource();
    void loopFollowsTheTempoAndIsRemembered();
    void editsRenderOnceAfterAPause();
    void growingRenderWaitsForThePlayhead();
    void abKeepsThePosition();
    void previewHandsOverWithoutANewSource();
    void assetReplacesMemoryWhenIdle();
    void tellsOfTheDevice();
    void spaceIsTransportButNotInText();
    void barShowsTheState();
    void timeTexts();

private:
    [[nodiscard]] const TakeId& take() const { return m_document->currentTake()->take.id; }
    std::unique_ptr<Document> m_document;
    std::unique_ptr<FakeAudioEngine> m_engine;
    std::unique_ptr<Player> m_player;
    std::vector<TakeId> m_rendered;
};

void PlayerTest::init()
{
    m_document = std::make_unique<Document>();
    m_document->setProject(testing::makeBossaProject());
    m_engine = std::make_unique<FakeAudioEngine>();
    m_rendered.clear();
    PlayerHooks hooks;
    hooks.render = [this](const TakeId& id) { m_rendered.push_back(id); };
    m_player = std::make_unique<Player>(*m_document, *m_engine, hooks);
}

void PlayerTest::cleanup()
{
    m_player.reset();
    m_engine.reset();
    m_document.reset();
}

void PlayerTest::playsPausesStops()
{
    QSignalSpy states(m_player.get(), &Player::stateChanged);
    QSignalSpy positions(m_player.get(), &Player::positionChanged);
    m_player->togglePlay();
    QVERIFY(m_player->isPlaying());
    QCOMPARE(states.size(), 1);
    positions.clear();
    QTRY_VERIFY(positions.size() >= 3); // the position is told while playing
    m_engine->advance(48000);
    QCOMPARE(m_player->position(), Frames(48000));
    m_player->togglePlay();
    QCOMPARE(m_player->state(), audio::TransportState::Paused);
    QCOMPARE(m_player->position(), Frames(48000));
    m_player->stop();
    QCOMPARE(m_player->position(), Frames(0));
}

void PlayerTest::seeksAndNudgesByBeats()
{
    m_player->seekTick(5 * 384);
    QCOMPARE(m_player->positionTick(), Tick(5 * 384));
    m_player->nudge(1);
    QCOMPARE(m_player->positionTick(), Tick(5 * 384 + 96));
    m_player->seekTick(5 * 384 + 50);
    m_player->nudge(-1);
    QCOMPARE(m_player->positionTick(), Tick(5 * 384 - 96));
    m_player->seekTick(0);
    m_player->nudge(-3);
    QCOMPARE(m_player->position(), Frames(0));
    m_player->seek(Frames(1'000'000'000));
    QCOMPARE(m_player->position(), m_player->length());
}

void PlayerTest::stopsAtTheEndOfAFinishedSource()
{
    m_player->offerSource(take(), makeBeatSource(48000));
    m_player->play();
    m_engine->advance(47000);
    QTest::qWait(80);
    QVERIFY(m_player->isPlaying());
    m_engine->advance(2000);
    QTRY_VERIFY(!m_player->isPlaying());
    QCOMPARE(m_player->position(), Frames(0));
}

void PlayerTest::loopFollowsTheTempoAndIsRemembered()
{
    m_player->setLoop(LoopRegion { 384, 768, true });
    QVERIFY(m_engine->loop.has_value());
    const auto before = m_engine->loop->second.value() - m_engine->loop->first.value();
    // Both ends are rounded to frames.
    QVERIFY(std::abs(before - std::llround(4 * 60.0 / 92 * 48000)) <= 1);
    const Score& score = m_document->currentTake()->take.score;
    m_document->undoStack().push(
        new SetScoreCommand(*m_document, take(), withTempo(score, 46 * 1.0)));
    const auto after = m_engine->loop->second.value() - m_engine->loop->first.value();
    QVERIFY(std::abs(after - 2 * before) <= 2);
    m_player->setLoopEnabled(false);
    QVERIFY(!m_engine->loop.has_value());
    QVERIFY(m_player->loop().has_value());
    m_player->setLoopEnabled(true);

    Player second(*m_document, *m_engine);
    QVERIFY(second.loop() == m_player->loop());
    m_player->setLoop(LoopRegion { 500, 500, true });
    QVERIFY(!m_player->loop().has_value());
}

void PlayerTest::editsRenderOnceAfterAPause()
{
    m_player->offerSource(take(), makeBeatSource(480000));
    QTest::qWait(Player::kRenderDelayMs + 200);
    m_rendered.clear();
    for (int i = 1; i <= 5; ++i) {
        Mix mix = m_document->currentTake()->take.mix;
        mix.strips[1].gain = -i;
        m_document->undoStack().push(new SetMixCommand(*m_document, take(), mix));
    }
    QVERIFY(m_player->isStale(take()));
    QVERIFY(m_rendered.empty());
    QTRY_COMPARE(m_rendered.size(), 1U);
    QTest::qWait(Player::kRenderDelayMs + 100);
    QCOMPARE(m_rendered.size(), 1U);
    m_player->play();
    m_engine->advance(100'000);
    const auto fresh = makeBeatSource(480000);
    m_player->offerSource(take(), fresh);
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(fresh));
    QCOMPARE(m_player->position(), Frames(100'000)); // goes on where it was
    QVERIFY(m_player->isPlaying());
    QVERIFY(!m_player->isStale(take()));
}

void PlayerTest::growingRenderWaitsForThePlayhead()
{
    const auto old = makeBeatSource(480000);
    m_player->offerSource(take(), old);
    m_player->play();
    m_engine->advance(200'000);
    const auto growing = makeBeatSource(10'000, false);
    m_player->offerSource(take(), growing);
    QTest::qWait(100);
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(old));
    growing->grow(250'000);
    QTRY_COMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(growing));
    QCOMPARE(m_player->position(), Frames(200'000));
}

void PlayerTest::abKeepsThePosition()
{
    Project project = m_document->project();
    project.takes.push_back(testing::makeBossaTake());
    const TakeId a = project.takes[0].take.id;
    const TakeId b = project.takes[1].take.id;
    m_document->setProject(project);
    const auto first = makeBeatSource(480000);
    const auto second = makeBeatSource(480000);
    m_player->offerSource(a, first);
    m_player->offerSource(b, second);
    QVERIFY(!m_player->canCompare());
    m_player->setCompare(a, b);
    QVERIFY(m_player->canCompare());
    m_player->play();
    m_engine->advance(77'777);
    m_player->toggleCompare();
    QCOMPARE(m_document->currentTake()->take.id, b);
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(second));
    QCOMPARE(m_player->position(), Frames(77'777));
    QVERIFY(m_player->isPlaying()); // no stop in between: no gap
    m_player->toggleCompare();
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(first));
    QVERIFY(m_player->isPlaying());
}

void PlayerTest::previewHandsOverWithoutANewSource()
{
    const auto growing = makeBeatSource(100'000, false);
    StagePreview preview { testing::makeBossa(16), 4 * 384, growing };
    m_player->setPreview(preview);
    m_player->play();
    m_engine->advance(50'000);
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(growing));
    QCOMPARE(m_player->score()->length, Tick(16 * 384));
    ProjectTake made = testing::makeBossaTake(16);
    growing->finish();
    m_player->offerSource(made.take.id, growing);
    m_document->applyInsertTake(1, made);
    m_document->setCurrentTake(made.take.id);
    m_player->endPreview();
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(growing));
    QCOMPARE(m_player->position(), Frames(50'000));
    QVERIFY(m_player->isPlaying());
}

void PlayerTest::assetReplacesMemoryWhenIdle()
{
    const auto file = makeBeatSource(480000);
    PlayerHooks hooks;
    hooks.openAsset = [&](const AssetId&) -> Result<std::shared_ptr<const audio::AudioSource>> {
        return std::shared_ptr<const audio::AudioSource>(file);
    };
    m_player->setHooks(hooks);
    const auto memory = makeBeatSource(480000);
    m_player->offerSource(take(), memory);
    m_player->play();
    m_document->setTakeAudio(take(), AssetId("aa"));
    QTest::qWait(60);
    QCOMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(memory));
    m_player->pause();
    QTRY_COMPARE(m_engine->source, std::shared_ptr<const audio::AudioSource>(file));
    QVERIFY(m_player->stageSourceIsAsset());
}

void PlayerTest::tellsOfTheDevice()
{
    QSignalSpy devices(m_player.get(), &Player::deviceChanged);
    QSignalSpy dropouts(m_player.get(), &Player::underrunsChanged);
    m_engine->device = audio::DeviceState::Lost;
    m_engine->dropouts = 3;
    QTRY_COMPARE(devices.size(), 1);
    QCOMPARE(dropouts.last().first().toLongLong(), 3);
    QVERIFY(m_player->reconnect().has_value());
    QCOMPARE(m_player->deviceState(), audio::DeviceState::Ready);
    QVERIFY(!m_player->openDevice(9).has_value());
}

void PlayerTest::spaceIsTransportButNotInText()
{
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* text = new QLineEdit;
    auto* button = new QPushButton(QStringLiteral("Do"));
    auto* list = new QListWidget;
    list->addItems({ QStringLiteral("a"), QStringLiteral("b") });
    for (QWidget* widget : { static_cast<QWidget*>(text), static_cast<QWidget*>(button),
             static_cast<QWidget*>(list) }) {
        column->addWidget(widget);
    }
    new TransportKeys(*m_player, &window);
    QSignalSpy clicks(button, &QPushButton::clicked);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Space);
    QCOMPARE(text->text(), QStringLiteral(" "));
    QVERIFY(!m_player->isPlaying());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(m_player->isPlaying());
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!m_player->isPlaying());
    QTest::keyClick(button, Qt::Key_Return);
    QTRY_COMPARE(clicks.size(), 1);
    QWidget dialog(&window, Qt::Dialog);
    auto* inside = new QPushButton(QStringLiteral("OK"), &dialog);
    dialog.show();
    QTest::keyClick(inside, Qt::Key_Space);
    QVERIFY(!m_player->isPlaying());
}

void PlayerTest::barShowsTheState()
{
    TransportBar bar(*m_document, *m_player);
    bar.resize(1200, 36);
    bar.show();
    const auto reading = [&](const QString& name) {
        for (const QLabel* label : bar.findChildren<QLabel*>()) {
            if (label->accessibleName() == name) {
                return label->text();
            }
        }
        return QString();
    };
    m_player->seekTick(4 * 384 + 2 * 96);
    QCOMPARE(reading(QStringLiteral("Bar and beat")), QStringLiteral("bar 5.3"));
    QCOMPARE(reading(QStringLiteral("Tempo")), QStringLiteral("92 bpm"));
    QCOMPARE(reading(QStringLiteral("Key")), QStringLiteral("D minor"));
    m_player->setLoudness(take(), -14.04);
    QCOMPARE(reading(QStringLiteral("Loudness of the mix")), QStringLiteral("-14.0 LUFS"));
    m_engine->device = audio::DeviceState::None;
    Q_EMIT m_player->deviceChanged();
    bool found = false;
    for (const auto* button : bar.findChildren<QToolButton*>()) {
        QVERIFY2(!button->accessibleName().isEmpty(), "a button without a name");
        found = found || button->text().contains(QStringLiteral("no device"));
    }
    QVERIFY(found);
}

void PlayerTest::timeTexts()
{
    QCOMPARE(timeText(Seconds(12.48)), QStringLiteral("00:12.480"));
    QCOMPARE(timeText(Seconds(83.478)), QStringLiteral("01:23.478"));
    QCOMPARE(timeText(Seconds(3723.5)), QStringLiteral("1:02:03.500"));
    Score score = testing::makeBossa(8);
    QCOMPARE(barBeatText(score, 0), QStringLiteral("1.1"));
    score.metres = { { 0, { 4, 4 } }, { 2 * 384, { 6, 8 } } };
    QCOMPARE(barBeatText(score, 2 * 384 + 288 + 48), QStringLiteral("4.2"));
    QCOMPARE(barSpanAt(score, 2 * 384 + 10).end, Tick(2 * 384 + 288));
}

QTEST_MAIN(PlayerTest)
#include "player_test.moc"
