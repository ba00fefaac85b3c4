// The safetensors reader and writer, and the 16-bit floats they carry.
#include "core/base/half.h"
#include "core/base/safetensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>

using namespace pieria;

namespace {

/// A file with that header, in which ' stands for ".
std::string fileOf(std::string header, const std::string& data = {})
{
    std::replace(header.begin(), header.end(), '\'', '"');
    const std::uint64_t size = header.size();
    std::string file(8, '\0');
    std::memcpy(file.data(), &size, 8);
    return file + header + data;
}

template <class T>
TensorView viewOf(Dtype dtype, std::vector<std::int64_t> shape, const std::vector<T>& values)
{
    return { dtype, std::move(shape), std::as_bytes(std::span(values)) };
}

} // namespace

class SafeTensorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripKeepsEverything()
    {
        const std::vector<float> floats { 1.5F, -2.0F, 0.0F, 3.25F, 5.0F, -7.0F };
        const std::vector<std::int64_t> longs { -1, INT64_MAX };
        const std::vector<std::uint16_t> halves { 0x3C00, 0xC000, 0x7BFF };
        const std::vector<std::uint8_t> bytes { 1, 0, 255 };
        const std::vector<double> one { 0.1 };
        TensorViews tensors;
        tensors["b"] = viewOf(Dtype::U8, { 3 }, bytes);
        tensors["a.weight"] = viewOf(Dtype::F32, { 2, 3 }, floats);
        tensors["c"] = viewOf(Dtype::I64, { 2 }, longs);
        tensors["h"] = viewOf(Dtype::F16, { 3, 1 }, halves);
        tensors["scalar"] = viewOf(Dtype::F64, {}, one);
        tensors["empty"] = { Dtype::F32, { 0, 4 }, {} };
        const TensorMetadata metadata { { "format", "pt" }, { "note", "caf\xC3\xA9 \"q\"" } };
        const auto file = writeSafeTensors(tensors, metadata);
        QVERIFY(file);
        std::uint64_t headerSize = 0;
        std::memcpy(&headerSize, file->data(), 8);
        QCOMPARE(headerSize % 8, std::uint64_t { 0 });

        const auto read = SafeTensors::fromBytes(*file);
        QVERIFY2(read, read ? "" : read.error().sentence.c_str());
        QCOMPARE(read->metadata(), metadata);
        QCOMPARE(read->tensors().size(), tensors.size());
        for (const auto& [name, tensor] : tensors) {
            const TensorView* const found = read->find(name);
            QVERIFY(found != nullptr);
            QCOMPARE(found->dtype, tensor.dtype);
            QCOMPARE(found->shape, tensor.shape);
            QCOMPARE(found->bytes.size(), tensor.bytes.size());
            QVERIFY(std::equal(tensor.bytes.begin(), tensor.bytes.end(), found->bytes.begin()));
            const auto offset = reinterpret_cast<const char*>(found->bytes.data())
                - reinterpret_cast<const char*>(read->find("c")->bytes.data());
            QCOMPARE(offset % static_cast<std::ptrdiff_t>(dtypeSize(found->dtype)), 0);
        }
        QCOMPARE(writeSafeTensors(read->tensors(), read->metadata()).value(), *file);
        QCOMPARE(floatsOf(*read->find("h")).value(), (std::vector<float> { 1, -2, 65504 }));
        QVERIFY(!floatsOf(*read->find("c")));
    }

    void mappedFileEqualsBytes()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("x.safetensors").toStdString();
        const std::vector<float> values(1000, 0.25F);
        const TensorViews tensors { { "w", viewOf(Dtype::F32, { 10, 100 }, values) } };
        QVERIFY(writeSafeTensorsFile(path, tensors));
        const auto opened = SafeTensors::open(path);
        QVERIFY(opened);
        const SafeTensors copy = *opened; // shares the mapping
        QCOMPARE(floatsOf(*copy.find("w")).value(), values);
        QCOMPARE(copy.find("v"), nullptr);

        const auto missing = SafeTensors::open(path.string() + "x");
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(!SafeTensors::open(folder.path().toStdString()));
        std::ofstream(path, std::ios::trunc).close();
        QVERIFY(!SafeTensors::open(path));
    }

    void readsThePublishedVectors()
    {
        const auto file
            = SafeTensors::open(std::string(PIERIA_TEST_DATA) + "/vectors/hug.safetensors");
        QVERIFY2(file, file ? "" : file.error().sentence.c_str());
        QVERIFY(!file->tensors().empty());
    }

    void refusesHostileFiles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("word"); // part of the sentence
        const auto row = [](const char* name, const std::string& file, const char* word) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << QString(word);
        };
        const std::string four(4, 'x');
        const auto entry = [](const std::string& dtype, const std::string& shape,
                               const std::string& offsets) {
            return "{'dtype':'" + dtype + "','shape':" + shape + ",'data_offsets':" + offsets + "}";
        };
        const auto one
            = [&](const std::string& dtype, const std::string& shape, const std::string& offsets) {
                  return "{'a':" + entry(dtype, shape, offsets) + "}";
              };
        row("empty", "", "shorter");
        row("seven bytes", std::string(7, '\0'), "shorter");
        row("length past the end", std::string("\x10\0\0\0\0\0\0\0{}", 10), "shorter");
        row("huge length", std::string(8, '\xFF') + "{}", "announces");
        row("no header", std::string(8, '\0'), "not a JSON object");
        row("not JSON", fileOf("{'a':"), "not JSON");
        row("a list", fileOf("[]"), "not a JSON object");
        row("trailing text", fileOf("{}{}"), "not JSON");
        row("bad UTF-8", fileOf("{'\xFF\xFE':{}}"), "not JSON");
        row("deep nesting", fileOf("{'a':" + std::string(100000, '[')), "list");
        row("null entry", fileOf("{'a':null}"), "null");
        row("number entry", fileOf("{'a':5}"), "number");
        row("missing fields", fileOf("{'a':{'dtype':'F32'}}"), "does not give");
        row("unknown field", fileOf("{'a':{'dtype':'F32','shape':[],'x':[]}}"), "list");
        row("one offset", fileOf(one("F32", "[1]", "[0]"), four), "does not give");
        row("three offsets", fileOf(one("F32", "[1]", "[0,4,4]"), four), "number");
        row("negative shape", fileOf(one("F32", "[-1]", "[0,4]"), four), "negative");
        row("fractional shape", fileOf(one("F32", "[1.0]", "[0,4]"), four), "integer");
        row("huge number", fileOf(one("F32", "[99999999999999999999]", "[0,4]"), four), "integer");
        row("shape above int64", fileOf(one("F32", "[18446744073709551615]", "[0,4]"), four),
            "shape");
        row("17 dimensions",
            fileOf(one("F32", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "[0,4]"), four), "shape");
        row("product overflows",
            fileOf(one("F32", "[4611686018427387904,4611686018427387904]", "[0,4]"), four),
            "shape");
        row("product wraps to the size", fileOf(one("F32", "[4611686018427387905]", "[0,4]"), four),
            "shape");
        row("unknown dtype", fileOf(one("F8_E4M3", "[4]", "[0,4]"), four), "unknown type");
        row("wrong size", fileOf(one("F32", "[2]", "[0,4]"), four), "does not match");
        row("reversed offsets", fileOf(one("F32", "[1]", "[4,0]"), four), "outside");
        row("offset past the data", fileOf(one("F32", "[2]", "[0,8]"), four), "outside");
        row("tail", fileOf(one("F32", "[1]", "[0,4]"), four + "y"), "no tensor");
        row("hole", fileOf(one("U8", "[3]", "[1,4]"), four), "hole");
        row("overlap",
            fileOf(
                "{'a':" + entry("U8", "[3]", "[0,3]") + ",'b':" + entry("U8", "[2]", "[2,4]") + "}",
                four),
            "overlap");
        row("same tensor twice",
            fileOf(
                "{'a':" + entry("U8", "[4]", "[0,4]") + ",'a':" + entry("U8", "[4]", "[0,4]") + "}",
                four),
            "twice");
        row("same field twice",
            fileOf("{'a':{'dtype':'U8','dtype':'U8','shape':[4],'data_offsets':[0,4]}}", four),
            "twice");
        row("metadata twice", fileOf("{'__metadata__':{},'__metadata__':{}}"), "twice");
        row("metadata key twice", fileOf("{'__metadata__':{'a':'1','a':'2'}}"), "repeats");
        row("metadata number", fileOf("{'__metadata__':{'a':1}}"), "number");
        row("metadata nested", fileOf("{'__metadata__':{'a':{}}}"), "nested");
    }
    void refusesHostileFiles()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, word);
        const auto read = SafeTensors::fromBytes(file.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        const QString sentence = QString::fromStdString(read.error().sentence);
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY(sentence.endsWith('.'));
    }

    void everyTruncationAndFlippedByteIsSafe()
    {
        const std::vector<float> values { 1, 2, 3, 4 };
        const std::string file
            = writeSafeTensors({ { "a", viewOf(Dtype::F32, { 4 }, values) } }, { { "k", "v" } })
                  .value();
        for (std::size_t size = 0; size < file.size(); ++size) {
            QVERIFY(!SafeTensors::fromBytes(file.substr(0, size)));
        }
        for (std::size_t i = 0; i < file.size(); ++i) {
            for (const int bit : { 0, 3, 7 }) {
                std::string changed = file;
                changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
                const auto read
                    = SafeTensors::fromBytes(changed); // must neither crash nor allocate wildly
                if (i >= file.size() - 16) {
                    QVERIFY(read);
                }
            }
        }
    }

    void writerRefusesWhatReadersWould()
    {
        const std::vector<float> values { 1, 2 };
        QVERIFY(!writeSafeTensors({ { "a", viewOf(Dtype::F32, { 3 }, values) } }));
        QVERIFY(!writeSafeTensors({ { "a", viewOf(Dtype::F32, { -2 }, values) } }));
        QVERIFY(!writeSafeTensors({ { "__metadata__", viewOf(Dtype::F32, { 2 }, values) } }));
        QVERIFY(!writeSafeTensors({ { "\xFF", viewOf(Dtype::F32, { 2 }, values) } }));
        QVERIFY(SafeTensors::fromBytes(writeSafeTensors({}).value()));
    }

    void everyHalfSurvives()
    {
        for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
            const auto half = static_cast<std::uint16_t>(bits);
            const float value = floatFromHalf(half);
            if (std::isnan(value)) {
                QVERIFY(std::isnan(floatFromHalf(halfFromFloat(value))));
                continue;
            }
            QCOMPARE(halfFromFloat(value), half);
            const double exact = (bits & 0x7C00) == 0
                ? std::ldexp(bits & 0x3FF, -24)
                : std::ldexp(1024 + (bits & 0x3FF), static_cast<int>((bits >> 10) & 31) - 25);
            if ((bits & 0x7C00) != 0x7C00) {
                QCOMPARE(static_cast<double>(std::fabs(value)), exact);
            }
            const float wide = floatFromBfloat16(half);
            if (!std::isnan(wide)) {
                QCOMPARE(bfloat16FromFloat(wide), half);
            }
        }
    }

    void halvesRoundToNearestEven()
    {
        // Between two neighbours: the nearer one; in the middle: the even one.
        for (std::uint16_t bits = 0; bits < 0x7BFF; ++bits) {
            const double low = floatFromHalf(bits);
            const double high = floatFromHalf(static_cast<std::uint16_t>(bits + 1));
            const auto middle = static_cast<float>((low + high) / 2);
            QCOMPARE(halfFromFloat(middle), static_cast<std::uint16_t>(bits + (bits & 1)));
            QCOMPARE(
                halfFromFloat(std::nextafter(middle, 1e9F)), static_cast<std::uint16_t>(bits + 1));
            QCOMPARE(halfFromFloat(std::nextafter(middle, -1.0F)), bits);
        }
        QCOMPARE(halfFromFloat(65519.996F), std::uint16_t { 0x7BFF });
        QCOMPARE(halfFromFloat(65520.0F), std::uint16_t { 0x7C00 });
        QCOMPARE(halfFromFloat(-std::numeric_limits<float>::infinity()), std::uint16_t { 0xFC00 });
        QCOMPARE(bfloat16FromFloat(std::bit_cast<float>(0x3F808000U)), std::uint16_t { 0x3F80 });
        QCOMPARE(bfloat16FromFloat(std::bit_cast<float>(0x3F818000U)), std::uint16_t { 0x3F82 });
        QCOMPARE(bfloat16FromFloat(-1.0F), std::uint16_t { 0xBF80 });
        QVERIFY(
            std::isnan(floatFromBfloat16(bfloat16FromFloat(std::bit_cast<float>(0x7F800001U)))));
    }
};

QTEST_GUILESS_MAIN(SafeTensorsTest)
#include "safetensors_test.moc"
