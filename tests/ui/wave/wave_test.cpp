// Waveform and spectrogram: what they show is what sounds, and they follow audio that grows.
#include "tests/support/bossa.h"
#include "tests/support/fake_audio_engine.h"
#include "ui/player/stage_colors.h"
#include "ui/wave/color_map.h"
#include "ui/wave/fft.h"
#include "ui/wave/peak_pyramid.h"
#include "ui/wave/spectrogram_tile.h"
#include "ui/wave/spectrogram_view.h"
#include "ui/wave/wave_panel.h"
#include "ui/wave/wave_store.h"
#include "ui/wave/wave_view.h"

#include <QMouseEvent>
#include <QtTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace pieria;
using namespace pieria::ui;
using pieria::testing::FakeSource;

class WaveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void peaksEqualTheDirectScan();
    void transformOfASine();
    void sineShowsAtItsFrequency();
    void colorsRiseEvenly();
    void waveDrawsLoudAndQuiet();
    void followsGrowingAudio();
    void clickSeeksAndDragLoops();
    void zoomKeepsItsPlace();
    void spectrogramTilesArrive();

private:
    [[nodiscard]] const TakeId& take() const { return m_document->currentTake()->take.id; }
    static void drag(QWidget* widget, QPoint from, QPoint to);
    std::unique_ptr<Document> m_document;
    std::unique_ptr<testing::FakeAudioEngine> m_engine;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<WavePanel> m_panel;
};

namespace {

std::shared_ptr<FakeSource> makeSine(double hertz, double level, std::int64_t frames)
{
    return std::make_shared<FakeSource>(frames, [=](std::int64_t frame, int) {
        return static_cast<float>(
            level * std::sin(2 * std::numbers::pi * hertz * double(frame) / 48000));
    });
}

} // namespace

void WaveTest::initTestCase()
{
    theme().apply(ThemeName::Dark, 1, true);
}

void WaveTest::init()
{
    m_document = std::make_unique<Document>();
    m_document->setProject(testing::makeBossaProject(8));
    m_engine = std::make_unique<testing::FakeAudioEngine>();
    m_player = std::make_unique<Player>(*m_document, *m_engine);
    m_panel = std::make_unique<WavePanel>(*m_player);
    m_panel->resize(800, 240);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void WaveTest::cleanup()
{
    m_panel.reset();
    m_player.reset();
    m_engine.reset();
    m_document.reset();
}

void WaveTest::drag(QWidget* widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint at = from + (to - from) * i / 4;
        QMouseEvent move(
            QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void WaveTest::peaksEqualTheDirectScan()
{
    std::mt19937 random(5);
    std::uniform_real_distribution<float> wide(-1, 1);
    constexpr std::int64_t kFrames = 128 * 900 + 37;
    std::vector<float> audio(kFrames * 2);
    for (float& v : audio) {
        v = wide(random);
    }
    PeakPyramid peaks;
    // In uneven pieces, as a growing render arrives.
    std::int64_t from = 0;
    for (const std::int64_t piece : { 128L * 5, 128L * 400, 128L * 495 + 37 }) {
        const auto part = std::span(audio).subspan(
            static_cast<std::size_t>(from) * 2, static_cast<std::size_t>(piece) * 2);
        peaks.append(PeakPyramid::binsOf(part), piece);
        from += piece;
    }
    QCOMPARE(peaks.frames(), kFrames);
    for (const auto& [begin, end] : { std::pair { 0L, kFrames }, { 128L * 64, 128L * 128 },
             { 128L * 512, 128L * 900 }, { 128L * 3, 128L * 4 } }) {
        const PeakBin bin = peaks.range(begin, end);
        float low = 1;
        float high = -1;
        double power = 0;
        for (auto f = begin; f < end; ++f) {
            const float v = audio[static_cast<std::size_t>(f) * 2 + 1];
            low = std::min(low, v);
            high = std::max(high, v);
            power += double(v) * v / double(end - begin);
        }
        // Bins are whole: a range may reach a little over its edges, never less.
        QVERIFY(bin.low[1] <= low && bin.high[1] >= high);
        QVERIFY(std::abs(bin.power[1] - power) < 0.03);
    }
    QCOMPARE(peaks.range(128 * 3, 128 * 4).high[0],
        PeakPyramid::binsOf(std::span(audio).subspan(128 * 6, 256))[0].high[0]);
    QCOMPARE(peaks.range(kFrames, kFrames + 10).high[0], 0.0F);
}

void WaveTest::transformOfASine()
{
    std::vector<std::complex<float>> data(64);
    for (std::size_t n = 0; n < data.size(); ++n) {
        data[n] = static_cast<float>(std::cos(2 * std::numbers::pi * 5 * double(n) / 64));
    }
    transform(data);
    for (std::size_t k = 0; k < data.size(); ++k) {
        const float expected = k == 5 || k == 59 ? 32.0F : 0.0F;
        QVERIFY(std::abs(std::abs(data[k]) - expected) < 1e-3F);
    }
}

void WaveTest::sineShowsAtItsFrequency()
{
    for (const double hertz : { 110.0, 440.0, 1000.0, 8000.0 }) {
        const auto reader = makeSourceReader(makeSine(hertz, 1.0, 48000 * 3));
        const QImage tile = makeSpectrogramTile(*reader, 0);
        int best = 0;
        int level = -1;
        for (int row = 0; row < kTileRows; ++row) {
            if (tile.pixelIndex(60, row) > level) {
                level = tile.pixelIndex(60, row);
                best = row;
            }
        }
        const double height = (kTileRows - 0.5 - best) / kTileRows;
        QVERIFY2(std::abs(height - heightOf(hertz)) < 0.02, qPrintable(QString::number(hertz)));
        QVERIFY(level >= 250); // full scale is 0 dB, but for the scallop of the window
        // Past the end of the audio there is nothing.
        QCOMPARE(tile.pixelIndex(200, best), 0);
    }
    const auto quiet = makeSourceReader(makeSine(1000, 0.01, 48000 * 3)); // -40 dB
    const QImage tile = makeSpectrogramTile(*quiet, 0);
    int level = 0;
    for (int row = 0; row < kTileRows; ++row) {
        level = std::max(level, tile.pixelIndex(60, row));
    }
    QVERIFY(std::abs(level - 255 * (1 - 40.0 / 90)) < 6);
}

void WaveTest::colorsRiseEvenly()
{
    double last = -1;
    for (int i = 0; i <= 20; ++i) {
        const double lightness = lightnessOf(spectrumColor(i / 20.0));
        QVERIFY(lightness > last);
        QVERIFY(std::abs(lightness - (3 + 93 * i / 20.0)) < 1.5);
        last = lightness;
    }
    QCOMPARE(spectrumColors().size(), 256);
}

void WaveTest::waveDrawsLoudAndQuiet()
{
    constexpr std::int64_t kHalf = 48000 * 5;
    m_player->offerSource(
        take(), std::make_shared<FakeSource>(kHalf * 2, [](std::int64_t frame, int) {
            return frame < kHalf ? 0.8F * (frame % 2 == 0 ? 1.0F : -1.0F) : 0.0F;
        }));
    QTRY_VERIFY(m_panel->store().peaks().frames() == kHalf * 2);
    WaveView& wave = m_panel->wave();
    wave.fit();
    m_player->seek(Frames(0));
    const QImage image = wave.grab().toImage();
    const double scale = image.devicePixelRatio();
    const QRect content = wave.contentRect();
    const auto pixel = [&](double part, double height) {
        // `height` of the left channel, -1 to 1.
        const double y = content.top() + content.height() / 4.0 * (1 - height);
        return image.pixelColor(
            static_cast<int>(wave.xAt(part * kHalf * 2) * scale), static_cast<int>(y * scale));
    };
    const StageColors c = stageColors();
    QVERIFY(pixel(0.25, 0.7).blue() > c.background.blue() + 60);
    QVERIFY(pixel(0.25, 0.95).lightness() < 60);
    QVERIFY(pixel(0.75, 0.3).lightness() < 60);
}

void WaveTest::followsGrowingAudio()
{
    const auto growing = testing::makeBeatSource(48000, false);
    m_player->offerSource(take(), growing);
    QTRY_VERIFY(m_panel->store().peaks().frames() >= 47'900);
    growing->grow(96'000);
    QTRY_VERIFY(m_panel->store().peaks().frames() >= 143'900);
    growing->grow(11);
    growing->finish();
    QTRY_COMPARE(m_panel->store().peaks().frames(), std::int64_t(144'011));
}

void WaveTest::clickSeeksAndDragLoops()
{
    m_player->offerSource(take(), testing::makeBeatSource(48000 * 20));
    WaveView& wave = m_panel->wave();
    wave.fit();
    QTest::mouseClick(&wave, Qt::LeftButton, {}, QPoint(200, 60));
    QVERIFY(std::abs(double(m_player->position().value()) - wave.frameAt(200)) < 2);
    drag(&wave, QPoint(100, 60), QPoint(300, 60));
    QVERIFY(m_player->loop().has_value());
    const auto begin = double(m_player->framesAt(m_player->loop()->begin).value());
    QVERIFY(std::abs(begin - wave.frameAt(100)) < 600); // a tick is about 326 frames
    QVERIFY(m_player->loop()->enabled);
    QTest::keyClick(&wave, Qt::Key_Home);
    QCOMPARE(m_player->position(), Frames(0));
    QTest::keyClick(&wave, Qt::Key_Right);
    QCOMPARE(m_player->positionTick(), Tick(96));
}

void WaveTest::zoomKeepsItsPlace()
{
    m_player->offerSource(take(), testing::makeBeatSource(48000 * 20));
    WaveView& wave = m_panel->wave();
    wave.fit();
    const double frame = wave.frameAt(300);
    wave.zoom(4, 300);
    QVERIFY(std::abs(wave.frameAt(300) - frame) < 2);
    for (int i = 0; i < 60; ++i) {
        wave.zoom(2, 300);
    }
    QVERIFY(wave.framesPerPixel() >= 2);
    // The playhead is followed when it leaves.
    m_player->play();
    m_engine->advance(48000 * 10);
    QTRY_VERIFY(std::abs(wave.xAt(double(m_player->position().value()))) < wave.width());
}

void WaveTest::spectrogramTilesArrive()
{
    m_player->offerSource(take(), makeSine(1000, 0.9, 48000 * 12));
    m_panel->showSpectrogram(true);
    SpectrogramView& view = m_panel->spectrogram();
    view.fit();
    m_player->seek(Frames(0));
    const auto lightAt = [&](double hertz) {
        const QImage image = view.grab().toImage();
        const double scale = image.devicePixelRatio();
        return image
            .pixelColor(static_cast<int>(400 * scale), static_cast<int>(view.yOf(hertz) * scale))
            .lightness();
    };
    QTRY_VERIFY(lightAt(1000) > 120);
    QVERIFY(lightAt(4000) < 60);
}

QTEST_MAIN(WaveTest)
#include "wave_test.moc"
