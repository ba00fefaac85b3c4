// SHA-256 against the examples of FIPS 180-4 (NIST).
#include "core/base/hash.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace pieria;

class HashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nistVectors()
    {
        QCOMPARE(sha256(""),
            std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(sha256(std::string(1'000'000, 'a')),
            std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void files()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a").toStdString();
        std::ofstream(path) << std::string(1'000'000, 'a');
        QCOMPARE(*sha256OfFile(path), sha256(std::string(1'000'000, 'a')));
        QVERIFY(!sha256OfFile(path / "none").has_value());
    }
};

QTEST_GUILESS_MAIN(HashTest)
#include "hash_test.moc"
