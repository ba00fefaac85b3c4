// Identifiers: version 4 UUIDs (RFC 9562), all different.
#include "core/base/id.h"

#include <QTest>

#include <set>

using namespace pieria;

class IdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uuids()
    {
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string uuid = makeUuid();
            QVERIFY(isUuid(uuid));
            QCOMPARE(uuid[14], '4');
            QVERIFY(std::string("89ab").find(uuid[19]) != std::string::npos);
            seen.insert(uuid);
        }
        QCOMPARE(seen.size(), std::size_t { 1000 });
    }

    void others()
    {
        for (const char* text : { "", "x", "00000000-0000-4000-8000-00000000000",
                 "00000000-0000-4000-8000-0000000000000", "00000000x0000-4000-8000-000000000000",
                 "G0000000-0000-4000-8000-000000000000", "A0000000-0000-4000-8000-000000000000" }) {
            QVERIFY2(!isUuid(text), text);
        }
        QVERIFY(isUuid("00000000-0000-4000-8000-000000000000"));
    }

    void typed()
    {
        QVERIFY(TakeId().isNull());
        QVERIFY(!TakeId::make().isNull());
        QVERIFY(TakeId("a") == TakeId("a"));
        QVERIFY(TakeId("a") < TakeId("b"));
    }
};

QTEST_GUILESS_MAIN(IdTest)
#include "id_test.moc"
