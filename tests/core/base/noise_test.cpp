// Philox against the known-answer vectors of Random123 (kat_vectors, philox4x32 10), normal
// deviates against their moments, and random access against reading in order.
#include "core/base/noise.h"

#include <QTest>

#include <cmath>
#include <set>
#include <vector>

using namespace pieria;

class NoiseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownAnswers()
    {
        using Block = std::array<std::uint32_t, 4>;
        QCOMPARE(philox4x32({ 0, 0, 0, 0 }, { 0, 0 }),
            (Block { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u }));
        constexpr std::uint32_t kOnes = 0xffffffffu;
        QCOMPARE(philox4x32({ kOnes, kOnes, kOnes, kOnes }, { kOnes, kOnes }),
            (Block { 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu }));
        QCOMPARE(philox4x32({ 0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u },
                     { 0xa4093822u, 0x299f31d0u }),
            (Block { 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u }));
    }

    void streamNamesAreFnv1a()
    {
        // FNV-1a of "" followed by eight zero bytes, and of "a" followed by 1 in eight bytes,
        // worked out with the definition in the FNV draft.
        const auto fnv = [](std::string_view bytes) {
            std::uint64_t hash = 14695981039346656037ull;
            for (const char c : bytes) {
                hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ull;
            }
            return hash;
        };
        QCOMPARE(streamOf(""), fnv(std::string_view("\0\0\0\0\0\0\0\0", 8)));
        QCOMPARE(streamOf("a", 1), fnv(std::string_view("a\1\0\0\0\0\0\0\0", 9)));
        // Published: FNV-1a 64 of "foobar".
        QCOMPARE(fnv("foobar"), 0x85944171f73967e8ull);
    }

    void theCounterHoldsIndexAndStream()
    {
        const Noise noise(0x1122334455667788ull, std::uint64_t { 0x99aabbccddeeff00ull });
        const std::uint64_t n = 0x0000000500000006ull;
        const auto block = philox4x32(
            { 0x40000001u, 1, 0xddeeff00u, 0x99aabbccu }, { 0x55667788u, 0x11223344u });
        QCOMPARE(noise.bits(n), block[2]);
    }

    void randomAccessEqualsSequence()
    {
        const Noise noise(7, "slot/bass", 3);
        NoiseSequence sequence(noise);
        std::vector<float> filled(1001);
        noise.fillNormal(0, filled);
        for (std::uint64_t n = 0; n < 1001; ++n) {
            QCOMPARE(sequence.normal(), noise.normal(n));
            QCOMPARE(filled[n], noise.normal(n));
        }
        for (const std::uint64_t first : { 1u, 2u, 3u, 5u, 998u }) {
            std::vector<float> part(7);
            noise.fillNormal(first, part);
            for (std::size_t i = 0; i < part.size(); ++i) {
                QCOMPARE(part[i], noise.normal(first + i));
            }
        }
    }

    void normalMoments()
    {
        constexpr int kCount = 1'000'000;
        std::vector<float> values(kCount);
        Noise(1, "moments").fillNormal(0, values);
        double mean = 0;
        double square = 0;
        double cube = 0;
        double fourth = 0;
        double neighbours = 0;
        int beyondTwo = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = values[i];
            mean += x;
            square += x * x;
            cube += x * x * x;
            fourth += x * x * x * x;
            neighbours += i > 0 ? x * static_cast<double>(values[i - 1]) : 0;
            beyondTwo += std::abs(x) > 2 ? 1 : 0;
        }
        // Five standard errors: 1, sqrt 2, sqrt 15, sqrt 96 and 1, over sqrt n.
        const double error = 5 / std::sqrt(static_cast<double>(kCount));
        QVERIFY(std::abs(mean / kCount) < error);
        QVERIFY(std::abs(square / kCount - 1) < error * std::sqrt(2));
        QVERIFY(std::abs(cube / kCount) < error * std::sqrt(15));
        QVERIFY(std::abs(fourth / kCount - 3) < error * std::sqrt(96));
        QVERIFY(std::abs(neighbours / kCount) < error);
        const double share = std::erfc(2 / std::sqrt(2.0));
        QVERIFY(std::abs(beyondTwo / static_cast<double>(kCount) - share)
            < error * std::sqrt(share * (1 - share)));
    }

    void uniformsStayInside()
    {
        const Noise noise(3, "uniform");
        double sum = 0;
        for (std::uint64_t n = 0; n < 100'000; ++n) {
            const double u = noise.uniform(n);
            QVERIFY(u > 0 && u < 1);
            QVERIFY(noise.below(n, 7) < 7);
            sum += u;
        }
        QVERIFY(std::abs(sum / 100'000 - 0.5) < 5 * std::sqrt(1.0 / 12 / 100'000));
        QCOMPARE(noise.below(5, 1), 0u);
    }

    void factorsAreIndependent()
    {
        std::set<std::uint64_t> streams;
        for (std::uint64_t i = 0; i < 1000; ++i) {
            streams.insert(streamOf("slot/bass", i));
            streams.insert(streamOf("slot/lead", i));
        }
        QCOMPARE(streams.size(), std::size_t { 2000 });
        QVERIFY(Noise(1, "a").bits(0) != Noise(2, "a").bits(0));
    }
};

QTEST_GUILESS_MAIN(NoiseTest)
#include "noise_test.moc"
