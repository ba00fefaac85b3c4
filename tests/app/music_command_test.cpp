// `pieria music` from words to files, with the shipped models.
#include "core/score/midi.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <cmath>
#include <csignal>
#include <cstring>

using namespace pieria;

namespace {

struct Run
{
    int code = -1;
    QJsonObject last;
    QByteArray err;
};

Run run(const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(qEnvironmentVariable("PIERIA_BINARY"), arguments + QStringList { "--json" });
    Run result;
    if (!process.waitForFinished(540'000)) {
        process.kill();
        process.waitForFinished();
        return result;
    }
    result.code = process.exitCode();
    result.err = process.readAllStandardError();
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    result.last = QJsonDocument::fromJson(lines.last()).object();
    return result;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Samples of a 32-bit float stereo WAV at 48 kHz; empty for anything else.
std::vector<float> samplesOf(const QString& path)
{
    const QByteArray bytes = bytesOf(path);
    const auto number
        = [&](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    bool understood = false;
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const QByteArray id = bytes.mid(at, 4);
        const qsizetype size = number(at + 4);
        if (id == "fmt ") {
            understood = qFromLittleEndian<quint16>(bytes.constData() + at + 10) == 2
                && number(at + 12) == 48000
                && qFromLittleEndian<quint16>(bytes.constData() + at + 22) == 32;
        } else if (id == "data" && understood && at + 8 + size <= bytes.size()) {
            std::vector<float> samples(static_cast<std::size_t>(size) / sizeof(float));
            std::memcpy(samples.data(), bytes.constData() + at + 8, samples.size() * sizeof(float));
            return samples;
        }
        at += 8 + size + size % 2;
    }
    return {};
}

std::vector<Note> notesIn(const Score& score, Slot slot, Tick from, Tick until)
{
    std::vector<Note> notes;
    for (const Track& track : score.tracks) {
        for (const Note& note : track.notes) {
            if (track.slot == slot && note.onset >= from && note.onset < until) {
                notes.push_back(note);
            }
        }
    }
    return notes;
}

Score midi(const QString& path)
{
    const Result<Score> score = readMidiFile(path.toStdString());
    if (!score) {
        qFatal("%s", score.error().sentence.c_str());
    }
    return *score;
}

} // namespace

class MusicCommandTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_prompt = "slow bossa nova in D minor at 92 bpm with nylon guitar and flute";

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Run music(const QStringList& arguments) const
    {
        return run(QStringList { "music" } + arguments, m_folder.path());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Run made = music({ m_prompt, "--bars", "8", "--seed", "7", "-o", "a.wav", "--midi",
            "a.mid", "--stems", "a-stems", "--save-take", "a.take" });
        QVERIFY2(made.code == 0, qPrintable(made.last["message"].toString()));
        QCOMPARE(made.last["type"].toString(), QString("result"));
        const QJsonObject take = made.last["takes"].toArray().first().toObject();
        QCOMPARE(take["seed"].toInt(), 7);
        QCOMPARE(take["bars"].toInt(), 8);
        QCOMPARE(take["key"].toString(), QString("D minor"));
        QCOMPARE(take["bpm"].toDouble(), 92.0);
        QStringList names;
        for (const QJsonValue& instrument : take["instruments"].toArray()) {
            names.append(instrument["name"].toString());
            QVERIFY(instrument["notes"].toInt() > 0);
        }
        QVERIFY2(names.contains("Acoustic Guitar (nylon)"), qPrintable(names.join(", ")));
        QVERIFY2(names.contains("Flute"), qPrintable(names.join(", ")));
    }

    void theMidiSaysTheSame()
    {
        const Score score = midi(path("a.mid"));
        QCOMPARE(keyName(score.key()), std::string("D minor"));
        QCOMPARE(metreName(score.metre()), std::string("4/4"));
        QCOMPARE(score.length, 8 * score.metre().ticksPerBar());
        const double beats = static_cast<double>(score.length) / kTicksPerBeat;
        QVERIFY(std::abs(score.tempo.secondsAt(score.length).value() - beats * 60 / 92) < 1e-4);
    }

    void stemsSumToTheMix()
    {
        const std::vector<float> mix = samplesOf(path("a.wav"));
        QVERIFY(!mix.empty());
        std::vector<double> sum(mix.size());
        const QStringList stems = QDir(path("a-stems")).entryList(QDir::Files, QDir::Name);
        QVERIFY(stems.size() >= 2);
        const QRegularExpression name("^[0-9]{2}-[a-z]+\\.wav$");
        for (const QString& file : stems) {
            QVERIFY2(name.match(file).hasMatch(), qPrintable(file));
            const std::vector<float> stem = samplesOf(path("a-stems/" + file));
            QCOMPARE(stem.size(), mix.size());
            for (std::size_t n = 0; n < stem.size(); ++n) {
                sum[n] += static_cast<double>(stem[n]);
            }
        }
        double worst = 0;
        for (std::size_t n = 0; n < mix.size(); ++n) {
            worst = std::max(worst, std::abs(sum[n] - static_cast<double>(mix[n])));
        }
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void sameRequestSameBytes()
    {
        for (const char* threads : { "1", "2" }) {
            const QString name = QString("again") + threads;
            QCOMPARE(music({ m_prompt, "--bars", "8", "--seed", "7", "--threads", threads, "-o",
                               name + ".wav", "--midi", name + ".mid" })
                         .code,
                0);
            QVERIFY(bytesOf(path(name + ".mid")) == bytesOf(path("a.mid")));
            QVERIFY(bytesOf(path(name + ".wav")) == bytesOf(path("a.wav")));
        }
    }

    void aTakeIsThePiece()
    {
        QCOMPARE(music({ "--from", "a.take", "--midi", "back.mid", "-o", "back.wav" }).code, 0);
        QVERIFY(bytesOf(path("back.mid")) == bytesOf(path("a.mid")));
        QVERIFY(samplesOf(path("back.wav")) == samplesOf(path("a.wav")));
    }

    void inpaintingLeavesTheRest()
    {
        QCOMPARE(music({ "--from", "a.take", "--inpaint", "5-6", "--seed", "8", "--midi", "in.mid",
                           "-o", "in.wav" })
                     .code,
            0);
        const Score before = midi(path("a.mid"));
        const Score after = midi(path("in.mid"));
        const Tick bar = before.metre().ticksPerBar();
        bool changed = false;
        for (const Slot slot : kSlots) {
            QVERIFY(notesIn(before, slot, 0, 4 * bar) == notesIn(after, slot, 0, 4 * bar));
            QVERIFY(
                notesIn(before, slot, 6 * bar, 8 * bar) == notesIn(after, slot, 6 * bar, 8 * bar));
            changed = changed
                || notesIn(before, slot, 4 * bar, 6 * bar)
                    != notesIn(after, slot, 4 * bar, 6 * bar);
        }
        QVERIFY(changed);
        const std::vector<float> first = samplesOf(path("a.wav"));
        const std::vector<float> second = samplesOf(path("in.wav"));
        // Four bars of four beats at 92 bpm, less the 64 frames an onset may be early.
        const auto same = static_cast<std::ptrdiff_t>(2 * (16 * 60.0 / 92 * 48000 - 64));
        QVERIFY(std::equal(first.begin(), first.begin() + same, second.begin()));
    }

    void oneSlotIsMadeAgain()
    {
        QCOMPARE(
            music({ "--from", "a.take", "--remake", "bass", "--seed", "9", "--midi", "re.mid" })
                .code,
            0);
        const Score before = midi(path("a.mid"));
        const Score after = midi(path("re.mid"));
        for (const Slot slot : kSlots) {
            if (slot != Slot::Bass) {
                QVERIFY(notesIn(before, slot, 0, before.length)
                    == notesIn(after, slot, 0, after.length));
            }
        }
    }

    void extendingAppends()
    {
        QCOMPARE(
            music({ "--from", "a.take", "--extend", "4", "--seed", "10", "--midi", "ex.mid" }).code,
            0);
        const Score before = midi(path("a.mid"));
        const Score after = midi(path("ex.mid"));
        QCOMPARE(after.length, before.length / 8 * 12);
        for (const Slot slot : kSlots) {
            QVERIFY(
                notesIn(before, slot, 0, before.length) == notesIn(after, slot, 0, before.length));
        }
    }

    void loopsHaveTheirExactLength()
    {
        QCOMPARE(music({ "techno loop at 125 bpm", "--loop", "--bars", "4", "--seed", "3", "-o",
                           "loop.wav" })
                     .code,
            0);
        // 16 beats at 125 bpm.
        QCOMPARE(samplesOf(path("loop.wav")).size(), std::size_t { 2 * 368'640 });
    }

    void variationsAreNumbered()
    {
        const Run made = music(
            { "piano", "--bars", "2", "--seed", "1", "--variations", "2", "--midi", "v.mid" });
        QCOMPARE(made.code, 0);
        QCOMPARE(made.last["takes"].toArray().size(), 2);
        QVERIFY(!bytesOf(path("v-1.mid")).isEmpty());
        QVERIFY(bytesOf(path("v-1.mid")) != bytesOf(path("v-2.mid")));
        QVERIFY(!QFile::exists(path("v.mid")));
    }

    void aSeedIsDrawnAndSaid()
    {
        const Run first = music({ "piano", "--bars", "2", "--midi", "s.mid" });
        QCOMPARE(first.code, 0);
        const QJsonObject take = first.last["takes"].toArray().first().toObject();
        const QString seed = QString::number(take["seed"].toInteger());
        QCOMPARE(music({ "piano", "--bars", "2", "--seed", seed, "--midi", "t.mid" }).code, 0);
        QVERIFY(bytesOf(path("s.mid")) == bytesOf(path("t.mid")));
    }

    void anEmptyPromptComposes()
    {
        QCOMPARE(music({ "", "--bars", "4", "--seed", "4", "--midi", "free.mid" }).code, 0);
        QVERIFY(lastNoteEnd(midi(path("free.mid"))) > 0);
    }

    void everyFormatIsWritten()
    {
        for (const char* name : { "f.flac", "f.ogg", "f.opus", "f.mp3" }) {
            const Run made = music({ "--from", "a.take", "-o", name });
            QVERIFY2(made.code == 0, qPrintable(made.last["message"].toString()));
            QVERIFY(bytesOf(path(name)).contains("bossa nova")); // the prompt is in the tags
        }
        QCOMPARE(music({ "--from", "a.take", "-o", "f16.wav", "--bits", "16" }).code, 0);
        QVERIFY(QFile(path("f16.wav")).size() < QFile(path("a.wav")).size() * 6 / 10);
    }

    void failuresLeaveNoFiles()
    {
        const Run made = music({ "--from", "a.take", "--inpaint", "7-20", "-o", "no.wav" });
        QCOMPARE(made.code, 1);
        QCOMPARE(made.last["type"].toString(), QString("error"));
        QVERIFY(!QFile::exists(path("no.wav")));
        QCOMPARE(
            music({ "piano", "--model", "nothing", "--bars", "2", "--midi", "no.mid" }).code, 1);
        QVERIFY(!QFile::exists(path("no.mid")));
    }

    void cancellingIsNoticed()
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(qEnvironmentVariable("PIERIA_BINARY"),
            { "music", "long piece", "--bars", "1000", "--seed", "1", "-o", "long.wav", "--json" });
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForReadyRead(120'000)); // the first progress: it is at work
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardOutput().trimmed().endsWith("{\"type\":\"cancelled\"}"));
        QVERIFY(!QFile::exists(path("long.wav")));
    }
};

int main(int count, char** arguments)
{
    // A row may compose several pieces: a busy machine needs its time.
    qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");
    const QCoreApplication application(count, arguments);
    MusicCommandTest test;
    return QTest::qExec(&test, count, arguments);
}
#include "music_command_test.moc"
