// The shipped text encoder against the published network's numbers, and against text nobody writes.
#include "core/models/text/text_encoder.h"

#include <ATen/Parallel.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <optional>

using namespace pieria;
using namespace pieria::models;

namespace {

const TextEncoder& encoder()
{
    static const Result<TextEncoder> loaded
        = TextEncoder::load(std::string(PIERIA_SOURCE_DIR) + "/resources/models/text");
    if (!loaded) {
        qFatal("%s", loaded.error().sentence.c_str());
    }
    return *loaded;
}

using Ids = std::vector<std::int64_t>;

double cosine(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a.dot(b) / (a.norm() * b.norm())).item<double>();
}

double wordCosine(const char* a, const char* b)
{
    return cosine(encoder().encode(a).gloveMean, encoder().encode(b).gloveMean);
}

bool isSound(const TextEncoding& encoding)
{
    const auto n = static_cast<std::int64_t>(encoding.ids.size());
    return n <= kTextTokenLimit
        && encoding.tokens.sizes() == at::IntArrayRef({ n, kTextTokenWidth })
        && encoding.pooled.sizes() == at::IntArrayRef({ 512 })
        && encoding.gloveMean.sizes() == at::IntArrayRef({ 100 })
        && encoding.tokens.isfinite().all().item<bool>()
        && encoding.pooled.isfinite().all().item<bool>()
        && encoding.gloveMean.isfinite().all().item<bool>();
}

} // namespace

class TextEncoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesThePublishedNetwork_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Ids>("ids");
        QTest::addColumn<std::vector<double>>("first");
        QTest::newRow("ballad") << "a calm piano ballad" << Ids { 11, 4618, 7682, 1013, 607 }
                                << std::vector<double> { 0.043037, -0.038059, 0.040472, -0.053899,
                                       0.053535, -0.045238 };
        QTest::newRow("bossa") << "a bossa nova with nylon guitar and soft percussion"
                               << Ids { 11, 4124, 86, 104, 528, 28, 30, 1168, 3464, 4338, 12, 3129,
                                      377, 2427, 2204 }
                               << std::vector<double> { -0.013328, -0.027003, 0.003547, -0.035093,
                                      0.037847, -0.029509 };
    }
    void matchesThePublishedNetwork()
    {
        QFETCH(const QString, text);
        QFETCH(const Ids, ids);
        QFETCH(const std::vector<double>, first);
        const TextEncoding encoding = encoder().encode(text.toStdString());
        QCOMPARE(encoding.ids, ids);
        QVERIFY(isSound(encoding));
        for (std::size_t i = 0; i < first.size(); ++i) {
            const double value = encoding.pooled[static_cast<std::int64_t>(i)].item<double>();
            QVERIFY2(
                std::abs(value - first[i]) < 2e-6, qPrintable(QString::number(value - first[i])));
        }
        QVERIFY(std::abs(encoding.pooled.norm().item<double>() - 1) < 1e-5);
    }

    void meaningIsNear()
    {
        const auto sentence = [](const char* text) { return encoder().encode(text).pooled; };
        const auto near = [&](const char* a, const char* b, double expected) {
            return std::abs(cosine(sentence(a), sentence(b)) - expected) < 0.006;
        };
        // Measured on the published network.
        QVERIFY(near("a calm piano ballad", "a slow gentle piano piece", 0.72));
        QVERIFY(near("fast tempo", "slow tempo", 0.91));
        QVERIFY(near("180 bpm", "60 bpm", 0.90));
        QVERIFY(wordCosine("guitar", "piano") > 0.6);
        QVERIFY(wordCosine("guitar", "piano") > wordCosine("guitar", "senator") + 0.3);
    }

    void eachPieceCarriesItsWord()
    {
        const TextEncoding whole = encoder().encode("Bossa nova, lo-fi zzqxy guitar.");
        const auto expect = [&](std::int64_t piece, const char* word) {
            const torch::Tensor vector = whole.tokens[piece].slice(0, 512);
            return vector.equal(encoder().encode(word).gloveMean);
        };
        const auto count = static_cast<std::int64_t>(whole.ids.size());
        QVERIFY(expect(0, "bossa")); // upper case finds the word
        QVERIFY(expect(1, "bossa")); // and so does its second piece
        QVERIFY(expect(count - 2, "guitar"));
        QVERIFY(whole.tokens[count - 1].slice(0, 512).eq(0).all().item<bool>()); // the full stop
        bool unknown = false;
        for (std::int64_t i = 2; i < count - 2; ++i) {
            unknown = unknown || whole.tokens[i].slice(0, 512).eq(0).all().item<bool>();
        }
        QVERIFY(unknown); // zzqxy
        QCOMPARE(encoder().words().wordsOf(U"guitar, hip-hop!").size(), std::size_t { 2 });
    }

    void threadsDoNotMatter()
    {
        for (const char* text :
            { "jazz", "a slow bossa nova in D minor with nylon guitar and flute" }) {
            at::set_num_threads(1);
            const TextEncoding one = encoder().encode(text);
            at::set_num_threads(2);
            const TextEncoding two = encoder().encode(text);
            QCOMPARE(at::get_num_threads(), 2);
            QVERIFY(one.tokens.equal(two.tokens));
            QVERIFY(one.pooled.equal(two.pooled));
            QVERIFY(one.tokens.equal(encoder().encode(text).tokens));
        }
    }

    void emptyTextIsNothing()
    {
        for (const char* text : { "", "   \t\n" }) {
            const TextEncoding encoding = encoder().encode(text);
            QVERIFY(isSound(encoding));
            QVERIFY(encoding.ids.empty());
            QVERIFY(encoding.pooled.eq(0).all().item<bool>());
        }
    }

    void longTextIsCut()
    {
        std::string text;
        while (text.size() < 10'000) {
            text += "a calm piano ballad ";
        }
        QElapsedTimer timer;
        timer.start();
        const TextEncoding encoding = encoder().encode(text);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(isSound(encoding));
        QCOMPARE(encoding.ids.size(), std::size_t { 128 });
        QVERIFY(isSound(encoder().encode(std::string(10'000, 'x'))));
        QVERIFY(isSound(encoder().encode(std::string(1'000'000, ' ') + "jazz")));
    }

    void unknownCharactersAreOnePiece()
    {
        // Linear B syllables: in no vocabulary.
        const TextEncoding encoding
            = encoder().encode("\xF0\x90\x80\x80\xF0\x90\x80\x81\xF0\x90\x80\x82");
        QVERIFY(isSound(encoding));
        QCOMPARE(std::count(encoding.ids.begin(), encoding.ids.end(), 0), 1);
        QVERIFY(encoding.gloveMean.eq(0).all().item<bool>());
    }

    void normalisationUnitesSpellings()
    {
        const TextEncoding composed = encoder().encode("caf\xC3\xA9 jazz");
        const TextEncoding combining = encoder().encode("cafe\xCC\x81 jazz");
        QCOMPARE(composed.ids, combining.ids);
        QVERIFY(composed.tokens.equal(combining.tokens));
        const TextEncoding wide
            = encoder().encode("\xEF\xBC\xAA\xEF\xBD\x81zz \n\t piano "); // full-width "Ja"
        QCOMPARE(wide.ids, encoder().encode("Jazz piano").ids);
    }

    void invalidUtf8NeverCrashes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("stray byte") << QByteArray("jazz \xFF piano");
        QTest::newRow("cut short") << QByteArray("jazz \xE2\x96");
        QTest::newRow("lone surrogate") << QByteArray("jazz \xED\xA0\x80 piano");
        QTest::newRow("overlong") << QByteArray("jazz \xC0\xAF piano");
        QTest::newRow("beyond Unicode") << QByteArray("\xF7\xBF\xBF\xBF");
        QTest::newRow("zero") << QByteArray("jazz \0 piano", 12);
        QByteArray all;
        for (int i = 0; i < 256; ++i) {
            all.append(static_cast<char>(i));
        }
        QTest::newRow("every byte") << all;
    }
    void invalidUtf8NeverCrashes()
    {
        QFETCH(const QByteArray, bytes);
        const TextEncoding encoding = encoder().encode(bytes.toStdString());
        QVERIFY(isSound(encoding));
        QVERIFY(!encoding.ids.empty());
    }

    void unusableFolderSaysSo()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto missing = TextEncoder::load(path);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        std::ofstream(path / "text.safetensors") << "not a model";
        const auto corrupt = TextEncoder::load(path);
        QVERIFY(!corrupt);
        QCOMPARE(corrupt.error().code, ErrorCode::Corrupt);
        const SafeTensors shipped = SafeTensors::open(
            std::string(PIERIA_SOURCE_DIR) + "/resources/models/text/text.safetensors")
                                        .value();
        for (const char* name : { "use.embeddings", "use.layers.1.attention.qkv.bias",
                 "vocabulary.pieces", "vocabulary.scores", "glove.words", "glove.vectors" }) {
            TensorViews tensors = shipped.tensors();
            tensors.erase(name);
            QVERIFY(writeSafeTensorsFile(path / "text.safetensors", tensors));
            const auto lacking = TextEncoder::load(path);
            QVERIFY(!lacking);
            QCOMPARE(lacking.error().code, ErrorCode::Corrupt);
        }
    }
};

QTEST_GUILESS_MAIN(TextEncoderTest)
#include "text_encoder_test.moc"
