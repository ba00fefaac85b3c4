// Take files: round trip, same bytes, and archives that mean harm.
#include "core/project/take_file.h"
#include "core/project/zip.h"
#include "core/score/midi.h"
#include "tests/support/random_project.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <ctime>
#include <limits>

using namespace pieria;

namespace {

std::string archive(std::initializer_list<std::pair<const char*, std::string>> parts)
{
    ZipWriter zip;
    for (const auto& [name, bytes] : parts) {
        zip.add(name, bytes);
    }
    return *zip.toBytes();
}

bool refused(const std::string& bytes)
{
    const Result<Take> take = takeFromBytes(bytes);
    return !take && take.error().sentence.ends_with('.');
}

std::string emptyScore()
{
    return writeMidi(Score {});
}

} // namespace

class TakeFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Take take = test::randomTake(seed);
            const Result<std::string> bytes = takeToBytes(take);
            QVERIFY(bytes.has_value());
            const Result<Take> back = takeFromBytes(*bytes);
            QVERIFY2(back.has_value(), back ? "" : back.error().sentence.c_str());
            QCOMPARE(*back, take);
            QCOMPARE(*takeToBytes(*back), *bytes);
        }
    }

    void throughTheDisk()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.take").toStdString();
        const Take take = test::randomTake(1);
        QVERIFY(writeTake(take, path).has_value());
        QCOMPARE(*readTake(path), take);
        QVERIFY(!readTake(folder.filePath("none.take").toStdString()).has_value());
    }

    void bytesDoNotKnowTheTimeOrPlace()
    {
        const Take take = test::randomTake(2);
        qputenv("TZ", "Pacific/Auckland");
        tzset();
        const std::string there = *takeToBytes(take);
        qputenv("TZ", "America/Lima");
        tzset();
        QCOMPARE(*takeToBytes(take), there);
        qunsetenv("TZ");
        tzset();
    }

    void everyCutAndEveryFlipIsRefusedOrRead()
    {
        const std::string bytes = *takeToBytes(test::randomTake(3));
        for (std::size_t size = 0; size < bytes.size(); size += 7) {
            QVERIFY(refused(bytes.substr(0, size)));
        }
        for (std::size_t i = 0; i < bytes.size(); i += 11) {
            std::string broken = bytes;
            broken[i] = static_cast<char>(broken[i] ^ 0x55);
            const Result<Take> take = takeFromBytes(broken);
            QVERIFY(take || !take.error().sentence.empty());
        }
    }

    void oddArchivesAreRefused()
    {
        const std::string json = R"({"format":1})";
        QVERIFY(!refused(archive({ { "take.json", json }, { "score.mid", emptyScore() } })));
        QVERIFY(refused(archive({ { "take.json", json } })));
        QVERIFY(refused(archive({ { "take.json", "{}" }, { "score.mid", emptyScore() } })));
        QVERIFY(refused(
            archive({ { "take.json", R"({"format":2})" }, { "score.mid", emptyScore() } })));
        QVERIFY(refused(archive({ { "take.json", json }, { "score.mid", "MThd" } })));
        QVERIFY(refused(archive(
            { { "take.json", json }, { "score.mid", emptyScore() }, { "../../evil", "x" } })));
        QVERIFY(refused(archive({ { "take.json", json }, { "score.mid", emptyScore() },
            { "latents.safetensors", "x" } })));
        QVERIFY(refused("PK"));
    }

    void bombsAreRefused()
    {
        QVERIFY(refused(archive({ { "take.json", std::string(std::size_t { 300 } << 20, ' ') },
            { "score.mid", emptyScore() } })));
    }

    void unusableLatentsAreLeftOut()
    {
        Take take = test::randomTake(4);
        take.latents = { 2, 3,
            std::vector<float>(2 * kSlotCount * 3, std::numeric_limits<float>::quiet_NaN()) };
        QCOMPARE(takeFromBytes(*takeToBytes(take))->latents, ScoreLatents {});
        take.latents.values = { 1, 2 };
        QCOMPARE(takeFromBytes(*takeToBytes(take))->latents, ScoreLatents {});
    }

    void aPieceTooLongToReadIsNotWritten()
    {
        Take take = test::randomTake(5);
        take.score.tempo = TempoMap(10);
        take.score.length = 96 * 10 * 60 * 5;
        const Result<std::string> bytes = takeToBytes(take);
        QVERIFY(!bytes && bytes.error().sentence.ends_with('.'));
    }
};

QTEST_GUILESS_MAIN(TakeFileTest)
#include "take_file_test.moc"
