// The real-time part of playback, block by block, without a sound card.
#include "audio/engine/player.h"
#include "audio/file/audio_writer.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <numbers>
#include <thread>

using namespace pieria;
using namespace pieria::audio;

namespace {

/// Allocations made by a thread while it says that it is in the callback.
thread_local bool isInCallback = false;
std::atomic<int> allocations { 0 };

void* countedAllocation(std::size_t size)
{
    if (isInCallback) {
        ++allocations;
    }
    if (void* memory = std::malloc(size ? size : 1)) {
        return memory;
    }
    throw std::bad_alloc();
}

float sineAt(std::int64_t frame)
{
    return static_cast<float>(
        0.5 * std::sin(2 * std::numbers::pi * 440 * static_cast<double>(frame) / 48000));
}

std::vector<float> sine(std::int64_t frames)
{
    std::vector<float> samples;
    for (std::int64_t i = 0; i < frames; ++i) {
        samples.insert(samples.end(), { sineAt(i), 0.5f * sineAt(i) });
    }
    return samples;
}

std::shared_ptr<GrowingSource> finishedSine(std::int64_t frames)
{
    auto source = GrowingSource::create();
    source->append(sine(frames));
    source->finish();
    return source;
}

class Deck
{
public:
    /// Runs the callback for `frames` in blocks of an awkward size.
    std::vector<float> run(std::int64_t frames)
    {
        std::vector<float> out(static_cast<std::size_t>(2 * frames));
        std::span<float> left(out);
        while (!left.empty()) {
            const auto block = left.first(std::min<std::size_t>(2 * 441, left.size()));
            isInCallback = true;
            player.process(block);
            isInCallback = false;
            left = left.subspan(block.size());
        }
        return out;
    }
    void play()
    {
        wish.playing = true;
        ++wish.playSerial;
        player.want(wish);
    }
    void seek(std::int64_t frame)
    {
        wish.seekTarget = frame;
        ++wish.seekSerial;
        player.want(wish);
    }
    Player player;
    PlayerWish wish;
};

/// Largest second difference: a sine's is tiny, a click's is not.
double roughness(const std::vector<float>& samples)
{
    double most = 0;
    for (std::size_t i = 4; i < samples.size(); ++i) {
        const double bend = static_cast<double>(samples[i]) - 2.0 * samples[i - 2] + samples[i - 4];
        most = std::max(most, std::fabs(bend));
    }
    return most;
}

/// The sine itself bends by 0.0017; the edges of a 5-ms fade between opposite peaks by 0.0042.
constexpr double kSmooth = 0.008;

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

class PlayerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { allocations = 0; }
    void cleanup() { QCOMPARE(allocations.load(), 0); }

    void playsSampleExact()
    {
        Deck deck;
        deck.wish.source = finishedSine(48000);
        deck.play();
        const auto out = deck.run(24000);
        for (std::int64_t i = 300; i < 24000; ++i) {
            QCOMPARE(out[static_cast<std::size_t>(2 * i)], sineAt(i));
        }
        QCOMPARE(deck.player.position(), std::int64_t { 24000 });
        QVERIFY(roughness(out) < kSmooth);
    }

    void pauseIsClickFreeAndHoldsThePosition()
    {
        Deck deck;
        deck.wish.source = finishedSine(96000);
        deck.play();
        auto out = deck.run(5000);
        deck.wish.playing = false;
        deck.player.want(deck.wish);
        const auto pausing = deck.run(2000);
        out.insert(out.end(), pausing.begin(), pausing.end());
        const std::int64_t held = deck.player.position();
        QVERIFY(held >= 5000 && held <= 5000 + 2 * Player::kFadeFrames);
        deck.run(5000);
        QCOMPARE(deck.player.position(), held);
        deck.play();
        const auto again = deck.run(2000);
        out.insert(out.end(), again.begin(), again.end());
        QVERIFY(roughness(out) < kSmooth);
        QVERIFY(std::fabs(pausing.back()) == 0);
    }

    void seekIsClickFree()
    {
        Deck deck;
        deck.wish.source = finishedSine(480000);
        deck.play();
        auto out = deck.run(5000);
        deck.seek(300037);
        const auto after = deck.run(5000);
        out.insert(out.end(), after.begin(), after.end());
        QVERIFY(roughness(out) < kSmooth);
        QCOMPARE(deck.player.position(), std::int64_t { 305037 });
        QCOMPARE(after[2 * 1000], sineAt(301037));
    }

    void wholeLoopIsSampleExactAndPartialLoopIsClickFree()
    {
        Deck deck;
        deck.wish.source = finishedSine(12000); // 110 whole periods
        deck.wish.loop = { 0, 12000 };
        deck.play();
        auto out = deck.run(40000);
        for (std::int64_t i = 300; i < 40000; ++i) {
            QCOMPARE(out[static_cast<std::size_t>(2 * i)], sineAt(i % 12000));
        }
        deck.wish.loop = { 1013, 7177 };
        deck.seek(1013);
        out = deck.run(60000);
        QVERIFY(roughness(out) < kSmooth);
        QVERIFY(deck.player.position() >= 1013 && deck.player.position() < 7177);
    }

    void swapKeepsThePlace()
    {
        Deck deck;
        deck.wish.source = finishedSine(96000);
        deck.play();
        auto out = deck.run(5000);
        auto louder = GrowingSource::create();
        auto samples = sine(96000);
        for (float& x : samples) {
            x *= 1.5f;
        }
        louder->append(samples);
        louder->finish();
        deck.wish.source = louder;
        deck.player.want(deck.wish);
        const auto after = deck.run(5000);
        out.insert(out.end(), after.begin(), after.end());
        QVERIFY(roughness(out) < kSmooth);
        QCOMPARE(deck.player.position(), std::int64_t { 10000 });
        QCOMPARE(after[2 * 1000], 1.5f * sineAt(6000));
    }

    void droughtIsSoftAndCounted()
    {
        Deck deck;
        auto source = GrowingSource::create();
        source->append(sine(10000));
        deck.wish.source = source;
        deck.play();
        auto out = deck.run(20000);
        QCOMPARE(deck.player.starvations(), std::int64_t { 0 + 1 });
        const std::int64_t held = deck.player.position();
        QVERIFY(held < 10000);
        auto rest = sine(60000);
        rest.erase(rest.begin(), rest.begin() + 20000);
        source->append(rest);
        source->finish();
        const auto after = deck.run(20000);
        out.insert(out.end(), after.begin(), after.end());
        QVERIFY(roughness(out) < kSmooth);
        QCOMPARE(deck.player.position(), held + 20000);
        QCOMPARE(deck.player.starvations(), std::int64_t { 1 });
    }

    void endsAtTheEnd()
    {
        Deck deck;
        deck.wish.source = finishedSine(9600);
        deck.play();
        deck.run(20000);
        QCOMPARE(deck.player.position(), std::int64_t { 9600 });
        QCOMPARE(deck.player.endedSerial(), deck.wish.playSerial);
    }

    void metersASine()
    {
        Deck deck;
        deck.wish.source = finishedSine(200000);
        deck.play();
        deck.run(150000);
        const Meter meter = deck.player.takeMeter();
        QVERIFY(std::fabs(meter.peak[0] - 0.5f) < 1e-3f);
        QVERIFY(std::fabs(meter.rms[0] - 0.5f / std::sqrt(2.0f)) < 5e-3f);
        QVERIFY(std::fabs(meter.rms[1] - 0.25f / std::sqrt(2.0f)) < 5e-3f);
    }

    void volumeMovesSmoothly()
    {
        Deck deck;
        deck.wish.source = finishedSine(96000);
        deck.play();
        auto out = deck.run(5000);
        deck.wish.volume = 0.1f;
        deck.player.want(deck.wish);
        const auto after = deck.run(20000);
        out.insert(out.end(), after.begin(), after.end());
        QVERIFY(roughness(out) < kSmooth);
        QVERIFY(std::fabs(after[2 * 15000] - 0.1f * sineAt(20000)) < 1e-5f);
    }

    void toneSoundsWithoutASource()
    {
        Deck deck;
        ++deck.wish.toneSerial;
        deck.player.want(deck.wish);
        const auto out = deck.run(60000);
        const float peak = *std::max_element(out.begin(), out.end());
        QVERIFY(std::fabs(peak - 0.12589f) < 1e-3f);
        QCOMPARE(out.back(), 0.0f);
        QVERIFY(roughness(out) < kSmooth);
    }

    void growsAndIsControlledWhileItPlays()
    {
        Deck deck;
        auto source = GrowingSource::create();
        deck.wish.source = source;
        deck.play();
        std::atomic<bool> done { false };
        std::thread callback([&] {
            while (!done) {
                deck.run(441);
            }
        });
        const auto piece = sine(4800);
        for (int i = 0; i < 200; ++i) {
            source->append(piece);
            deck.seek(i * 100);
            deck.wish.volume = i % 2 ? 0.5f : 1.0f;
            deck.player.want(deck.wish);
        }
        source->finish();
        done = true;
        callback.join();
        QVERIFY(deck.player.position() >= 0);
    }

    void filesPlayFromDisk()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("x.flac").toStdString();
        WriterSettings settings;
        settings.format = AudioFormat::Flac24;
        auto writer = AudioWriter::create(path, settings);
        QVERIFY((*writer)->write(sine(960000)).has_value());
        QVERIFY((*writer)->finish().has_value());
        const auto source = openFileSource(path);
        QVERIFY(source.has_value());
        QCOMPARE((*source)->available().value(), std::int64_t { 960000 });
        QTRY_VERIFY((*source)->isReady(0, 1000));
        Deck deck;
        deck.wish.source = *source;
        deck.play();
        auto out = deck.run(24000);
        for (std::int64_t i = 300; i < 24000; ++i) {
            QVERIFY(std::fabs(out[static_cast<std::size_t>(2 * i)] - sineAt(i)) < 1e-6f);
        }
        (*source)->prepare(700000);
        QTRY_VERIFY((*source)->isReady(700000, 48000));
        deck.seek(700000);
        const auto after = deck.run(24000);
        out.insert(out.end(), after.begin(), after.end());
        QVERIFY(roughness(out) < kSmooth);
        QVERIFY(std::fabs(after[2 * 20000] - sineAt(720000)) < 1e-6f);
        QCOMPARE(deck.player.starvations(), std::int64_t { 0 });
    }

    void wrongFilesAreRefused()
    {
        QVERIFY(!openFileSource(PIERIA_SOURCE_DIR "/LICENSE"));
        QVERIFY(!openFileSource("/nowhere.wav"));
    }
};

QTEST_GUILESS_MAIN(PlayerTest)
#include "player_test.moc"
