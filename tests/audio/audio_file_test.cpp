// Every format is written, read back and compared; exports are safe and exact.
#include "audio/file/export_audio.h"
#include "core/base/hash.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pieria;
using namespace pieria::audio;

namespace {

std::vector<float> sine(std::int64_t frames, double hertz = 997, double rate = 48000)
{
    std::vector<float> samples;
    for (std::int64_t i = 0; i < frames; ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / rate;
        const auto x = static_cast<float>(0.5 * std::sin(phase));
        samples.insert(samples.end(), { x, -0.5f * x });
    }
    return samples;
}

double rmsDifference(const std::vector<float>& a, const std::vector<float>& b, std::size_t shift)
{
    double sum = 0;
    const std::size_t count = std::min(a.size(), b.size() - shift);
    for (std::size_t i = 0; i < count; ++i) {
        const double d = static_cast<double>(a[i]) - b[i + shift];
        sum += d * d;
    }
    return std::sqrt(sum / static_cast<double>(count));
}

class CancelAtOnce final : public JobContext
{
public:
    void report(const Progress&) override { }
    [[nodiscard]] bool cancelled() const override { return true; }
};

} // namespace

class AudioFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path at(const std::string& name)
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path source(std::int64_t frames = 96000)
    {
        const auto path = at("source.wav");
        auto writer = AudioWriter::create(path, {});
        static_cast<void>((*writer)->write(sine(frames)));
        static_cast<void>((*writer)->finish());
        return path;
    }

private Q_SLOTS:
    void everyFormatComesBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("wav16") << "wav16" << 3e-5;
        QTest::newRow("wav24") << "wav24" << 1e-7;
        QTest::newRow("wav") << "wav" << 0.0;
        QTest::newRow("flac16") << "flac16" << 3e-5;
        QTest::newRow("flac") << "flac" << 1e-7;
        QTest::newRow("ogg") << "ogg" << 0.02;
        QTest::newRow("opus") << "opus" << 0.05;
        QTest::newRow("mp3") << "mp3" << 0.5; // an encoder's delay shifts it
    }

    void everyFormatComesBack()
    {
        QFETCH(QString, name);
        QFETCH(double, tolerance);
        ExportSettings settings;
        settings.format = *formatFromName(name.toStdString());
        settings.tags = { "Title", "Artist", provenance("slow bossa", 7, "m1"), "CC0-1.0" };
        const auto target = at("x" + std::string(formatExtension(settings.format)));
        QuietContext context;
        const auto exported = exportAudio(source(), target, settings, context);
        QVERIFY2(exported.has_value(), exported ? "" : exported.error().sentence.c_str());
        QCOMPARE(std::get<std::int64_t>(*exported), std::int64_t { 96000 });
        const auto back = readAudioFile(target);
        QVERIFY(back.has_value());
        QCOMPARE(back->info.sampleRate, 48000);
        QCOMPARE(back->info.channels, 2);
        if (name != "mp3") {
            QCOMPARE(back->info.frames, std::int64_t { 96000 });
            QVERIFY(rmsDifference(sine(96000), back->samples, 0) <= tolerance);
        } else {
            QVERIFY(std::llabs(back->info.frames - 96000) < 4000);
        }
        QCOMPARE(back->info.tags.title, std::string("Title"));
        QCOMPARE(back->info.tags.artist, std::string("Artist"));
        QVERIFY(back->info.tags.comment.find("slow bossa") != std::string::npos);
        QVERIFY(back->info.tags.comment.find("Seed: 7") != std::string::npos);
    }

    void sameBytesAgain()
    {
        QuietContext context;
        for (const AudioFormat format : { AudioFormat::Wav16, AudioFormat::Wav24,
                 AudioFormat::WavFloat, AudioFormat::Flac24 }) {
            ExportSettings settings;
            settings.format = format;
            settings.tags.title = "t";
            QVERIFY(exportAudio(source(), at("a"), settings, context).has_value());
            QTest::qWait(1100); // another second: no date may be in the file
            QVERIFY(exportAudio(source(), at("b"), settings, context).has_value());
            QCOMPARE(*sha256OfFile(at("a")), *sha256OfFile(at("b")));
        }
    }

    void ditherIsTriangular()
    {
        // A constant between two steps keeps its mean, with the variance of TPDF noise.
        WriterSettings settings;
        settings.format = AudioFormat::Wav16;
        auto writer = AudioWriter::create(at("d.wav"), settings);
        const float value = 10.3f / 32768;
        QVERIFY((*writer)->write(std::vector<float>(200000, value)).has_value());
        QVERIFY((*writer)->finish().has_value());
        const auto back = *readAudioFile(at("d.wav"));
        double mean = 0;
        double square = 0;
        for (const float x : back.samples) {
            mean += x * 32768.0 / 200000;
            square += (x * 32768.0 - 10.3) * (x * 32768.0 - 10.3) / 200000;
        }
        QVERIFY(std::fabs(mean - 10.3) < 0.01);
        // Total error of TPDF dither and rounding: (2 + 1) / 12 of a step squared, constant.
        QVERIFY(std::fabs(square - 0.25) < 0.01);
    }

    void rangesAndGain()
    {
        ExportSettings settings;
        settings.range = { Frames(1000), Frames(5000) };
        settings.gain = -6.0205999;
        QuietContext context;
        QVERIFY(exportAudio(source(), at("r.wav"), settings, context).has_value());
        const auto back = *readAudioFile(at("r.wav"));
        QCOMPARE(back.info.frames, std::int64_t { 4000 });
        const auto whole = sine(96000);
        for (std::size_t i = 0; i < back.samples.size(); ++i) {
            QVERIFY(std::fabs(back.samples[i] - 0.5f * whole[2000 + i]) < 1e-6f);
        }
    }

    void resamples()
    {
        ExportSettings settings;
        settings.sampleRate = 44100;
        QuietContext context;
        QVERIFY(exportAudio(source(), at("44.wav"), settings, context).has_value());
        const auto back = *readAudioFile(at("44.wav"));
        QCOMPARE(back.info.sampleRate, 44100);
        QVERIFY(std::llabs(back.info.frames - 88200) <= 1);
        const auto exact = sine(88200, 997, 44100);
        double worst = 0;
        for (std::size_t i = 10000; i < 150000; ++i) {
            worst = std::max(worst, std::fabs(static_cast<double>(exact[i]) - back.samples[i]));
        }
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
        settings.format = AudioFormat::Opus;
        const auto refused = exportAudio(source(), at("refused.opus"), settings, context);
        QVERIFY(!refused);
        QVERIFY(!std::filesystem::exists(at("refused.opus")));
    }

    void cancelLeavesTheOldFile()
    {
        const auto target = at("keep.wav");
        QuietContext quiet;
        QVERIFY(exportAudio(source(), target, {}, quiet).has_value());
        const std::string before = *sha256OfFile(target);
        CancelAtOnce context;
        const auto result = exportAudio(source(1000), target, {}, context);
        QVERIFY(result && std::holds_alternative<Cancelled>(*result));
        QCOMPARE(*sha256OfFile(target), before);
        for (const auto& entry :
            std::filesystem::directory_iterator(m_folder.path().toStdString())) {
            QVERIFY(!entry.path().filename().string().starts_with(".pieria"));
        }
    }

    void failuresSaySo()
    {
        QuietContext context;
        QVERIFY(!exportAudio("/nowhere.wav", at("x.wav"), {}, context));
        QVERIFY(!exportAudio(PIERIA_SOURCE_DIR "/LICENSE", at("x.wav"), {}, context));
        QVERIFY(!exportAudio(source(), "/proc/nowhere/x.wav", {}, context));
        QVERIFY(!readAudioFile(source(), 100));
        QVERIFY(!formatFromPath("x.doc"));
        QVERIFY(*formatFromPath("X.FLAC") == AudioFormat::Flac24);
        for (const AudioFormat format : kAudioFormats) {
            QVERIFY(formatFromName(formatName(format)) == format);
        }
    }
};

QTEST_GUILESS_MAIN(AudioFileTest)
#include "audio_file_test.moc"
