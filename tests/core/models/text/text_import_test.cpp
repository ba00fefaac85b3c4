// The converter of the text model, over small packages made for the occasion.
#include "core/base/file.h"
#include "core/base/half.h"
#include "core/models/text/glove_reader.h"
#include "core/models/text/text_import.h"
#include "core/models/text/tokenizer.h"
#include "core/models/text/use_reader.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pieria;
using namespace pieria::models;

namespace {

namespace fs = std::filesystem;

std::string vectorOf(double first, std::size_t rank)
{
    std::string text = "[" + std::to_string(first);
    for (int i = 1; i < 100; ++i) {
        text += i % 2 == 0 ? ",0" : ",-1"; // integers are numbers, too
    }
    return text + ",9.5," + std::to_string(rank) + "]";
}

class Impatient final : public JobContext
{
public:
    void report(const Progress&) override { }
    [[nodiscard]] bool cancelled() const override { return true; }
};

std::u32string wide(const char* text)
{
    return normalisedText(text);
}

} // namespace

class TextImportTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QuietContext m_quiet;

    [[nodiscard]] fs::path write(const char* name, const std::string& text) const
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        if (!writeFileAtomically(path, text)) {
            qFatal("cannot write");
        }
        return path;
    }

private Q_SLOTS:
    void readsWordsByRank()
    {
        const fs::path path = write("words.json",
            "{\"dimensions\":100,\"words\":[\"the\",\",\"],\"vectors\":{\"rare\":" + vectorOf(3, 2)
                + ",\"\\u00e9t\\u00e9\":" + vectorOf(2, 1) + ",\"the\":" + vectorOf(0.5, 0)
                + "},\"unkVector\":[0,-1]}");
        const auto table = readWordTable(path, 2, m_quiet);
        QVERIFY2(table, table ? "" : table.error().detail.c_str());
        const WordTable& words = std::get<WordTable>(*table);
        QCOMPARE(words.words, std::string("the\n\xC3\xA9t\xC3\xA9\n"));
        QCOMPARE(words.halves.size(), std::size_t { 200 });
        QCOMPARE(floatFromHalf(words.halves[0]), 0.5F);
        QCOMPARE(floatFromHalf(words.halves[1]), -1.0F);
        QCOMPARE(floatFromHalf(words.halves[100]), 2.0F);
        QVERIFY(!readWordTable(path, 4, m_quiet)); // there is no fourth
    }

    void refusesOtherWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("{\"vectors\":{\"a\":[1,2");
        QTest::newRow("short") << QByteArray("{\"vectors\":{\"a\":[1,2,0]}}");
        QTest::newRow("long") << QByteArray(
            "{\"vectors\":{\"a\":[" + QByteArray("1,").repeated(200) + "0]}}");
        QTest::newRow("deep") << QByteArray("[").repeated(100000);
        QTest::newRow("negative rank")
            << QByteArray("{\"vectors\":{\"a\":[" + QByteArray("1,").repeated(101) + "-1]}}");
        QTest::newRow("none") << QByteArray("{}");
    }
    void refusesOtherWords()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!readWordTable(write("bad.json", text.toStdString()), 1, m_quiet));
    }

    void canBeCancelled()
    {
        std::string text = "{\"vectors\":{";
        for (std::size_t i = 0; i < 3000; ++i) {
            text += (i == 0 ? "\"w" : ",\"w") + std::to_string(i) + "\":" + vectorOf(1, i);
        }
        Impatient impatient;
        const auto table = readWordTable(write("many.json", text + "}}"), 10, impatient);
        QVERIFY(table && std::holds_alternative<Cancelled>(*table));
    }

    void refusesOtherSentenceEncoders()
    {
        const fs::path folder = m_folder.path().toStdString();
        QVERIFY(!readSentenceWeights(folder / "nowhere"));
        const auto refuses = [&](const std::string& manifest) {
            static_cast<void>(write("model.json", manifest));
            static_cast<void>(write("shard", std::string(16, '\0')));
            static_cast<void>(write("vocab.json", "[[\"a\",-1]]"));
            const auto read = readSentenceWeights(folder);
            return !read && !read.error().sentence.empty();
        };
        QVERIFY(refuses("nonsense"));
        QVERIFY(refuses("{}"));
        const auto manifest = [](const std::string& weights) {
            return "{\"weightsManifest\":[{\"paths\":[\"shard\"],\"weights\":[" + weights + "]}]}";
        };
        const auto weight = [](const std::string& shape) {
            return "{\"name\":\"module/Embeddings_en\",\"dtype\":\"float32\",\"shape\":" + shape
                + "}";
        };
        QVERIFY(refuses(manifest("")));
        QVERIFY(refuses(manifest(weight("[4]")))); // all others are missing
        QVERIFY(refuses(manifest(weight("[-4]"))));
        QVERIFY(refuses(manifest(weight("[4611686018427387904, 4]"))));
        QVERIFY(refuses(manifest(weight("[3]"))));
        QVERIFY(refuses(manifest(weight("\"x\""))));
    }

    void bothPackagesAreNeeded()
    {
        const fs::path folder = m_folder.path().toStdString();
        const auto made = importTextModel({ folder }, folder / "out", m_quiet);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::NotFound);
        QVERIFY(!fs::exists(folder / "out"));
    }

    void bestPathWins()
    {
        std::vector<Tokenizer::Entry> vocabulary(6, { "reserved", 0 });
        for (const auto& [text, score] : std::vector<std::pair<const char*, double>> {
                 { "\xE2\x96\x81", -2 }, { "a", -3 }, { "b", -3 }, { "ab", -4.5 },
                 { "\xE2\x96\x81"
                   "a",
                     -4 },
                 { "abab", -6 } }) {
            vocabulary.push_back({ text, score });
        }
        const Tokenizer tokenizer(vocabulary);
        const auto ids = [&](const char* text) {
            std::vector<int> result;
            for (const Piece& piece : tokenizer.encode(wide(text))) {
                result.push_back(piece.id);
            }
            return result;
        };
        QCOMPARE(ids("ab"), (std::vector<int> { 6, 9 })); // -2-4.5 beats -4-3
        QCOMPARE(ids("abab"), (std::vector<int> { 6, 11 }));
        QCOMPARE(ids("a b"), (std::vector<int> { 10, 6, 8 }));
        QCOMPARE(ids("aXYb"), (std::vector<int> { 10, 0, 8 }));
        QCOMPARE(ids(""), std::vector<int> {});
        const std::vector<Piece> pieces = tokenizer.encode(wide("a  XY b"));
        QCOMPARE(pieces.front(), (Piece { 10, 0, 1 }));
        QCOMPARE(pieces.back().end, std::size_t { 6 }); // of "a XY b"
    }
};

QTEST_GUILESS_MAIN(TextImportTest)
#include "text_import_test.moc"
