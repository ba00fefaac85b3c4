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

/// What was recorded from sample `from` on, without silence at both ends.
std::vector<double> heard(std::size_t from)
{
    auto samples = capture();
    samples.erase(samples.begin(),
        samples.begin() + static_cast<std::ptrdiff_t>(std::min(from, samples.size())));
    const auto loud = [](double x) { return std::fabs(x) > 1e-4; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud).base();
    auto start = (first - samples.begin()) / 2 * 2;
    return first < last ? std::vector<double>(samples.begin() + start, last)
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

    /// Plays on until the engine has moved on by `frames`.
    void waitFrames(std::int64_t frames)
    {
        const std::int64_t from = m_engine->position().value();
        QTRY_VERIFY_WITH_TIMEOUT(std::llabs(m_engine->position().value() - from) >= frames, 30000);
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
        // What the last test left in the pipe goes to its own recording.
        QTest::qWait(300);
        m_mark = capture().size();
    }

    void sineArrivesUnharmed()
    {
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 2));
        m_engine->play();
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), TransportState::Stopped, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(heard(m_mark).size() >= 2 * 95910, 5000);
        const auto x = heard(m_mark);
        qInfo("%lld frames, %lld underruns", static_cast<long long>(x.size() / 2),
            static_cast<long long>(m_engine->underruns()));
        // Without the 5 ms in which the transport opens.
        const Fit fit = fitSine(std::span(x).subspan(2 * 480, 2 * 94000));
        QVERIFY2(fit.residual < 1e-4, qPrintable(QString::number(fit.residual)));
        QVERIFY(std::fabs(fit.amplitude - 0.25) < 1e-4);
        QVERIFY(std::fabs(static_cast<double>(x.size()) / 2 - 96000) < 100);
        QCOMPARE(allocations.load(), 0);
    }

    void seekAndLoopAreClickFree()
    {
        m_engine->stop();
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 60));
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
        QTest::qWait(300);
        const auto x = heard(m_mark);
        QVERIFY(x.size() > 2 * 20000);
        QVERIFY2(roughness(x) < kSmooth, qPrintable(QString::number(roughness(x))));
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
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), TransportState::Stopped, 30000);
        writer.join();
        QTRY_VERIFY_WITH_TIMEOUT(heard(m_mark).size() >= 2 * 239000, 5000);
        const auto x = heard(m_mark);
        const Fit fit = fitSine(std::span(x).subspan(2 * 480, 2 * 230000));
        if (m_engine->underruns() == underruns) {
            QVERIFY2(fit.residual < 1e-4, qPrintable(QString::number(fit.residual)));
        } else {
            QVERIFY(roughness(x) < kSmooth); // a busy machine: softly, at least
        }
    }

    void lossKeepsThePositionAndPlaysOnWithoutADevice()
    {
        m_engine->stop();
        m_engine->setSource(std::make_shared<WatchedSine>(48000 * 60));
        m_engine->seek(Frames(480000));
        m_engine->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > Frames(500000), 30000);
        ::kill(std::atoi(std::getenv("PIERIA_AUDIO_SERVER")), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->deviceState(), DeviceState::Lost, 20000);
        QCOMPARE(m_engine->state(), TransportState::Paused);
        const Frames held = m_engine->position();
        QVERIFY(held > Frames(490000));
        QVERIFY(!m_engine->reconnect());
        QCOMPARE(m_engine->position(), held);
        m_engine->play();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->position() > held + Frames(4800), 10000);
    }
};

QTEST_GUILESS_MAIN(EngineLiveTest)
#include "engine_live_test.moc"
