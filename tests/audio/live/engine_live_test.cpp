// Playback through a sound card that keeps time and is recorded (tests/support/audio_harness.sh).
#include "audio/engine/audio_engine.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <new>
#include <numbers>
#include <thread>

using namespace pieria;
using namespace pieria::audio;

namespace {

/// Set by the callback's thread when it reads the source: what it allocates from then on counts.
std::atomic<std::thread::id> callbackThread {};
std::atomic<int> allocations { 0 };

void* countedAllocation(std::size_t size)
{
    if (std::this_thread::get_id() == callbackThread.load()) {
        ++allocations;
    }
    if (void* memory = std::malloc(size ? size : 1)) {
        return memory;
    }
    throw std::bad_alloc();
}

constexpr int kPatience = 60000; ///< ms: a busy machine is no broken engine
constexpr double kTurn = 2 * std::numbers::pi * 440 / 48000;

/// 440 Hz at a quarter of full scale on the left, half of it on the right.
std::vector<float> sine(std::int64_t first, std::int64_t frames)
{
    std::vector<float> samples;
    for (std::int64_t i = first; i < first + frames; ++i) {
        const auto x = static_cast<float>(0.25 * std::sin(kTurn * static_cast<double>(i)));
        samples.insert(samples.end(), { x, 0.5f * x });
    }
    return samples;
}

/// Marks the thread that reads it.
class WatchedSine final : public AudioSource
{
public:
    explicit WatchedSine(std::int64_t frames)
        : m_samples(sine(0, frames))
    {
    }
    [[nodiscard]] Frames available() const override
    {
        return Frames(static_cast<std::int64_t>(m_samples.size() / 2));
    }
    [[nodiscard]] bool finished() const override { return true; }
    void read(std::int64_t first, std::span<float> interleaved) const override
    {
        callbackThread.store(std::this_thread::get_id());
        for (std::size_t i = 0; i < interleaved.size(); ++i) {
            const std::size_t at = static_cast<std::size_t>(2 * first) + i;
            interleaved[i] = at < m_samples.size() ? m_samples[at] : 0.0f;
        }
    }

private:
    std::vector<float> m_samples;
};

std::vector<double> capture()
{
    std::ifstream file(std::getenv("PIERIA_AUDIO_CAPTURE"), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    std::vector<double> samples;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const int low = static_cast<unsigned char>(bytes[i]);
        const int high = static_cast<signed char>(bytes[i + 1]);
        samples.push_back((high * 256 + low) / 32768.0);
    }
    samples.resize(samples.size() / 2 * 2);
    return samples;
}

/// Without the stretches of digital silence inside: there the sound server had nothing to play,
/// because the machine was busy; it goes on with the very next sample.
std::vector<double> withoutGaps(const std::vector<double>& stereo)
{
    constexpr std::size_t kShortest = 16; // frames; a sine crosses zero within one
    std::vector<double> kept;
    std::size_t silent = 0;
    for (std::size_t i = 0; i + 1 < stereo.size(); i += 2) {
        const bool isSilent = stereo[i] == 0 && stereo[i + 1] == 0;
        silent = isSilent ? silent + 1 : 0;
        kept.insert(kept.end(), { stereo[i], stereo[i + 1] });
        if (silent == kShortest) {
            kept.resize(kept.size() - 2 * kShortest);
        } else if (silent > kShortest) {
            kept.resize(kept.size() - 2);
        }
    }
    return kept;
}

/// What was recorded from sample `from` on, without silence.
std::vector<double> heard(std::size_t from)
{
    auto samples = capture();
    samples.erase(samples.begin(),
        samples.begin() + static_cast<std::ptrdiff_t>(std::min(from, samples.size())));
    const auto loud = [](double x) { return std::fabs(x) > 1e-4; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud).base();
    auto start = (first - samples.begin()) / 2 * 2;
    return first < last ? withoutGaps(std::vector<double>(samples.begin() + start, last))
                        : std::vector<double>();
}

double roughness(const std::vector<double>& x)
{
    double most = 0;
    for (std::size_t i = 4; i < x.size(); ++i) {
        most = std::max(most, std::fabs(x[i] - 2 * x[i - 2] + x[i - 4]));
    }
    return most;
}

/// The sine bends by 0.0008, the edges of a 5-ms fade by 0.002, 16-bit rounding by 0.0001.
constexpr double kSmooth = 0.0045;

struct Fit
{
    double amplitude = 0;
    double residual = 0;
};

/// Least squares of a 440-Hz sine over the left channel.
Fit fitSine(std::span<const double> stereo)
{
    double ss = 0, cc = 0, sc = 0, xs = 0, xc = 0;
    const std::size_t frames = stereo.size() / 2;
    for (std::size_t i = 0; i < frames; ++i) {
        const double s = std::sin(kTurn * static_cast<double>(i));
        const double c = std::cos(kTurn * static_cast<double>(i));
        const double x = stereo[2 * i];
        ss += s * s;
        cc += c * c;
        sc += s * c;
        xs += x * s;
        xc += x * c;
    }
    const double det = ss * cc - sc * sc;
    const double a = (xs * cc - xc * sc) / det;
    const double b = (xc * ss - xs * sc) / det;
    double error = 0;
    for (std::size_t i = 0; i < frames; ++i) {
        const double angle = kTurn * static_cast<double>(i);
        const double d = stereo[2 * i] - a * std::sin(angle) - b * std::cos(angle);
        error += d * d;
    }
    return { std::hypot(a, b), std::sqrt(error / static_cast<double>(frames)) };
}

} // namespace

void* operator new(std::size_t size)
{
    return countedAllocation(size);
}
void* operator new[](std::size_t size)
{
    return countedAllocation(size);
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}

class EngineLiveTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<AudioEngine> m_engine;
    std::size_t m_mark = 0;

    /// Until the recording has gone on and its last 200 ms are silent.
    static void waitSilence()
    {
        const std::size_t from = capture().size();
        QTRY_VERIFY_WITH_TIMEOUT(
            capture().size() > from + 2 * 9600 && isQuiet(capture()), kPatience);
    }
    static bool isQuiet(const std::vector<double>& x)
    {
        return std::all_of(x.end() - 2 * 9600, x.end(), [](double v) { return v == 0; });
    }
    /// Plays on until the engine has moved on by `frames`.
    void waitFrames(std::int64_t frames)
    {
        const std::int64_t from = m_engine->position().value();
        QTRY_VERIFY_WITH_TIMEOUT(
            std::llabs(m_engine->position().value() - from) >= frames, kPatience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!std::getenv("PIERIA_AUDIO_CAPTURE")) {
            QSKIP("Run through tests/support/audio_harness.sh");
        }
        m_engine = AudioEngine::create();
        QCOMPARE(m_engine->deviceState(), DeviceState::Ready);
        // A long buffer: a busy machine must not be taken for a broken engine.
        QVERIFY(m_engine->openDevice(-1, 8192).has_value());
        QVERIFY(!m_engine->devices().empty());
        QVERIFY(!m_engine->deviceName().empty());
    }

    void init()
    {
        waitSilence(); // what the last test left in the pipe is not this one's
        m_mark = capture().size();
    }

    void sineArrivesUnharmed()
    {
        // The device's own underruns lose samples: only a take without any can be compared.
        bool clean = false;
        for (int attempt = 0; attempt < 3 && !clean; ++attempt) {
            init();
            const std::int64_t underruns = m_engine->underruns();
            m_engine->setSource(std::make_shared<WatchedSine>(48000 * 2));
            m_engine->play();
            QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), TransportState::Stopped, kPatience);
            waitSilence();
            clean = m_engine->underruns() == underruns;
        }
        QCOMPARE(allocations.load(), 0);
        if (!clean) {
            QSKIP("The machine is too busy to play two seconds without an underrun");
        }
        const auto x = heard(m_mark);
        QVERIFY2(std::fabs(static_cast<double>(x.size()) / 2 - 96000) < 150,
            qPrintable(QString("%1 frames").arg(x.size() / 2)));
        // Without the 5 ms in which the transport opens.
        const Fit fit = fitSine(std::span(x).subspan(2 * 480, 2 * 94000));
        QVERIFY2(fit.residual < 1e-4, qPrintable(QString::number(fit.residual)));
        QVERIFY(std::fabs(fit.amplitude - 0.25) < 1e-4);
    }

    void seekAndLoopAreClickFree()
    {
        m_engine->stop();
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 60));
        const std::int64_t underruns = m_engine->underruns();
        m_engine->setLoop(std::pair { Frames(10007), Frames(23456) });
        m_engine->play();
        waitFrames(5000);
        m_engine->seek(Frames(15001));
        QTest::qWait(700);
        QVERIFY(m_engine->position() < Frames(23456));
        m_engine->setLoop(std::nullopt);
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 60));
        waitFrames(9600);
        m_engine->pause();
        QCOMPARE(m_engine->state(), TransportState::Paused);
        waitSilence();
        const auto x = heard(m_mark);
        QVERIFY(x.size() > 2 * 20000);
        if (m_engine->underruns() == underruns) {
            QVERIFY2(roughness(x) < kSmooth, qPrintable(QString::number(roughness(x))));
        }
        QCOMPARE(allocations.load(), 0);
    }

    void playsWhileGrowing()
    {
        m_engine->stop();
        const auto source = GrowingSource::create();
        source->append(sine(0, 24000));
        m_engine->setSource(source);
        const std::int64_t underruns = m_engine->underruns();
        m_engine->play();
        std::thread writer([&] {
            for (int i = 1; i < 10; ++i) {
                source->append(sine(i * 24000, 24000));
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
            }
            source->finish();
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), TransportState::Stopped, kPatience);
        writer.join();
        waitSilence();
        const auto x = heard(m_mark);
        if (m_engine->underruns() == underruns) {
            QVERIFY(x.size() > 2 * 239000);
            const Fit fit = fitSine(std::span(x).subspan(2 * 480, 2 * 230000));
            QVERIFY2(fit.residual < 1e-4, qPrintable(QString::number(fit.residual)));
        } else {
            QVERIFY(x.size() > 2 * 120000); // a busy machine: most of it, at least
        }
    }

    void lossKeepsThePositionAndPlaysOnWithoutADevice()
    {
        m_engine->stop();
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 60));
        m_engine->seek(Frames(480000));
        m_engine->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(500000), kPatience);
        ::kill(std::atoi(std::getenv("PIERIA_AUDIO_SERVER")), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->deviceState(), DeviceState::Lost, kPatience);
        QCOMPARE(m_engine->state(), TransportState::Paused);
        const Frames held = m_engine->position();
        QVERIFY(held > Frames(490000));
        QVERIFY(!m_engine->reconnect());
        QCOMPARE(m_engine->position(), held);
        m_engine->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > held + Frames(4800), kPatience);
    }
};

QTEST_GUILESS_MAIN(EngineLiveTest)
#include "engine_live_test.moc"
