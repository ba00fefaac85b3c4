// The whole stage together in every theme and scale. Set PIERIA_PICTURES to a folder to keep the
// pictures; the checks are properties that every picture must have.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/player/stage_colors.h"
#include "ui/player/transport_bar.h"
#include "ui/roll/score_editor.h"
#include "ui/roll/selection_inspector.h"
#include "ui/roll/track_outliner.h"
#include "ui/wave/wave_panel.h"
#include "ui/wave/wave_store.h"

#include <QDir>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtTest>

using namespace pieria;
using namespace pieria::ui;

class StageLookTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void themes_data();
    void themes();
};

void StageLookTest::themes_data()
{
    QTest::addColumn<int>("name");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("track");
    QTest::newRow("dark") << int(ThemeName::Dark) << 1.0 << 3;
    QTest::newRow("dark-drums") << int(ThemeName::Dark) << 1.0 << 0;
    QTest::newRow("light") << int(ThemeName::Light) << 1.0 << 2;
    QTest::newRow("contrast") << int(ThemeName::HighContrast) << 1.0 << 3;
    QTest::newRow("dark-large") << int(ThemeName::Dark) << 1.5 << 3;
}

void StageLookTest::themes()
{
    QFETCH(int, name);
    QFETCH(double, scale);
    QFETCH(int, track);
    theme().apply(static_cast<ThemeName>(name), scale, true);
    Document document;
    document.setProject(testing::makeBossaProject());
    testing::FakeAudioEngine engine;
    engine.meter = { { 0.62F, 0.55F }, { 0.22F, 0.19F } };
    Player player(document, engine);
    const TakeId take = document.currentTake()->take.id;
    player.offerSource(take, testing::makeBeatSource(48000 * 84));
    player.setLoudness(take, -14);
    player.setLoop(LoopRegion { 12 * 384, 20 * 384, true });

    QWidget window;
    window.setProperty("kind", "stage");
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(1);
    auto* editor = new ScoreEditor(document, player);
    auto* side = new QSplitter(Qt::Vertical);
    auto* outliner = new TrackOutliner(editor->state());
    auto* inspector = new SelectionInspector(editor->state());
    side->addWidget(outliner);
    side->addWidget(inspector);
    side->setFixedWidth(theme().grid(75));
    middle->addWidget(editor, 1);
    middle->addWidget(side);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(1);
    auto* mixer = new MixerPanel(document, player);
    auto* wave = new WavePanel(player);
    foot->addWidget(mixer, 3);
    foot->addWidget(wave, 2);
    column->addLayout(middle, 1);
    column->addLayout(foot);
    mixer->setFixedHeight(theme().grid(68));
    wave->setFixedHeight(theme().grid(68));
    auto* bar = new TransportBar(document, player);
    column->addWidget(bar);
    window.resize(static_cast<int>(1600 * std::min(scale, 1.2)),
        static_cast<int>(900 * std::min(scale, 1.2)));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    editor->state().setTrack(static_cast<std::size_t>(track));
    NoteKeys chosen;
    for (const Note& note : editor->state().shownNotes()) {
        if (note.onset >= 13 * 384 && note.onset < 13 * 384 + 192) {
            chosen.insert(keyOf(note));
        }
    }
    editor->state().setSelection(chosen);
    editor->state().zoom(2.4, 0);
    editor->state().setAxis({ editor->state().axis().pixelsPerTick, 8 * 384.0 });
    player.seekTick(14 * 384 + 200);
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(wave->store().peaks().frames() == 48000 * 84, 60000);
    QTest::qWait(120);
    const QImage image = window.grab().toImage();
    const QString folder = qEnvironmentVariable("PIERIA_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        image.save(QStringLiteral("%1/stage-%2-%3x.png")
                .arg(folder, QString::fromLatin1(QTest::currentDataTag()))
                .arg(image.devicePixelRatio()));
        wave->showSpectrogram(true);
        QTest::qWait(2500);
        wave->grab().toImage().save(QStringLiteral("%1/spectrum-%2.png")
                .arg(folder, QString::fromLatin1(QTest::currentDataTag())));
    }
    // Every track's colour is somewhere on the stage, and so is the playhead's.
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 1) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); x += 1) {
            colors.insert(row[x] | 0xff000000U);
        }
    }
    for (const Track& each : document.currentTake()->take.score.tracks) {
        QVERIFY(colors.contains(trackColor(each.slot).rgb()));
    }
    QVERIFY(colors.contains(stageColors().playhead.rgb()));
}

QTEST_MAIN(StageLookTest)
#include "stage_look_test.moc"
