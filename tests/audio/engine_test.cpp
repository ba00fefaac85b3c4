// The engine on a machine without a sound card: a normal state.
#include "audio/device/output_stream.h"
#include "audio/engine/audio_engine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace pieria;
using namespace pieria::audio;

namespace {

constexpr int kPatience = 30000; ///< ms: a busy machine is no broken engine

std::shared_ptr<GrowingSource> seconds(int count)
{
    auto source = GrowingSource::create();
    source->append(std::vector<float>(static_cast<std::size_t>(2 * 48000 * count), 0.1f));
    source->finish();
    return source;
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AudioEngine> m_engine;

private Q_SLOTS:
    void initTestCase()
    {
        // Where there is a sound card all the same, it stays quiet.
        qputenv("PULSE_SERVER", "unix:/nowhere");
        m_engine = AudioEngine::create();
        m_engine->setVolume(Decibels(-60));
    }

    void noDeviceIsAState()
    {
        if (!m_engine->devices().empty()) {
            QSKIP("This machine has a sound device");
        }
        QCOMPARE(m_engine->deviceState(), DeviceState::None);
        QVERIFY(!m_engine->openDevice(-1, 256));
        QVERIFY(!m_engine->openDevice(7, 256));
        QVERIFY(!m_engine->reconnect());
        QCOMPARE(m_engine->deviceState(), DeviceState::None);
    }

    void anyAlsaConfigurationWillDo()
    {
        m_engine.reset(); // PortAudio looks for devices when its first session begins
        const QTemporaryDir folder;
        const auto file = [&](const char* name, const char* text) {
            QFile f(folder.filePath(name));
            return f.open(QIODevice::WriteOnly) && f.write(text) >= 0 ? f.fileName().toUtf8()
                                                                      : QByteArray();
        };
        const QByteArray before = qgetenv("ALSA_CONFIG_PATH");
        for (const QByteArray& path : { QByteArray("/dev/null"), QByteArray("/nowhere"),
                 file("empty.conf", ""), file("cut.conf", "pcm.x \"y") }) {
            QVERIFY(!path.isEmpty());
            qputenv("ALSA_CONFIG_PATH", path);
            const auto engine = AudioEngine::create();
            static_cast<void>(engine->reconnect());
            engine->setSource(seconds(5));
            engine->play();
            QTRY_VERIFY_WITH_TIMEOUT(engine->position() > Frames(480), kPatience);
        }
        qputenv("ALSA_CONFIG_PATH", file("lone.conf", "pcm.lone { type null }\n"));
        const auto devices = DeviceSession::create()->devices();
        QVERIFY(std::any_of(devices.begin(), devices.end(),
            [](const DeviceInfo& device) { return device.name == "lone"; }));
        before.isNull() ? qunsetenv("ALSA_CONFIG_PATH") : qputenv("ALSA_CONFIG_PATH", before);
        m_engine = AudioEngine::create();
        m_engine->setVolume(Decibels(-60));
    }

    void transport()
    {
        m_engine->setSource(seconds(20));
        QCOMPARE(m_engine->state(), TransportState::Stopped);
        m_engine->play();
        QCOMPARE(m_engine->state(), TransportState::Playing);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(4800), kPatience);
        QVERIFY(m_engine->takeMeter().peak[0] > 0.00005f);
        m_engine->pause();
        QCOMPARE(m_engine->state(), TransportState::Paused);
        m_engine->seek(Frames(480000));
        QCOMPARE(m_engine->position(), Frames(480000));
        m_engine->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(484800), kPatience);
        m_engine->setSource(seconds(15));
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(490000), kPatience);
        m_engine->stop();
        QCOMPARE(m_engine->state(), TransportState::Stopped);
        QCOMPARE(m_engine->position(), Frames(0));
    }

    void loopsAndStarts()
    {
        m_engine->setSource(seconds(20));
        m_engine->setLoop(std::pair { Frames(96000), Frames(100800) });
        m_engine->stop();
        QCOMPARE(m_engine->position(), Frames(96000));
        m_engine->play();
        QTest::qWait(400);
        QCOMPARE(m_engine->state(), TransportState::Playing);
        QVERIFY(m_engine->position() >= Frames(96000));
        QVERIFY(m_engine->position() < Frames(100800));
        m_engine->setLoop(std::nullopt);
        m_engine->stop();
        QCOMPARE(m_engine->position(), Frames(0));
    }

    void endsAndStartsOver()
    {
        m_engine->setSource(seconds(1));
        m_engine->seek(Frames(43000));
        m_engine->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), TransportState::Stopped, kPatience);
        QCOMPARE(m_engine->position(), Frames(48000));
        m_engine->play();
        QCOMPARE(m_engine->state(), TransportState::Playing);
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(480), kPatience);
        QVERIFY(m_engine->position() < Frames(48000));
        m_engine->setSource(nullptr);
        m_engine->stop();
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
