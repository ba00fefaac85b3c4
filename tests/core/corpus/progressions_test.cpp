// Numerals, chord symbols in every key, and lead sheets in other keys.
#include "core/base/file.h"
#include "core/corpus/lead_sheet.h"
#include "core/corpus/progressions.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pieria;

class ProgressionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsNumerals_data();
    void readsNumerals();
    void refusesNonsense();
    void readsTheShippedTable();
    void transposesSymbols();
    void readsLeadSheets();
};

void ProgressionsTest::readsNumerals_data()
{
    QTest::addColumn<QString>("numeral");
    QTest::addColumn<QString>("inC");
    QTest::addColumn<QString>("inEFlat");
    QTest::newRow("tonic") << "I" << "C" << "Eb";
    QTest::newRow("minor") << "vi7" << "Am7" << "Cm7";
    QTest::newRow("dominant") << "V7b9" << "G7b9" << "Bb7b9";
    QTest::newRow("flat six") << "bVImaj7" << "G#maj7" << "Bmaj7";
    QTest::newRow("half diminished") << "ii\u00f87" << "Dm7b5" << "Fm7b5";
    QTest::newRow("diminished") << "#ivo7" << "F#dim7" << "Adim7";
    QTest::newRow("bass") << "V/7" << "G/B" << "Bb/D";
    QTest::newRow("altered bass") << "i7/b7" << "Cm7/A#" << "Ebm7/Db";
    QTest::newRow("power") << "bII5" << "C#5" << "E5";
    QTest::newRow("minor major") << "imaj7" << "CmM7" << "EbmM7";
}

void ProgressionsTest::readsNumerals()
{
    QFETCH(QString, numeral);
    QFETCH(QString, inC);
    QFETCH(QString, inEFlat);
    const auto read = readNumeral(numeral.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(QString::fromStdString(chordSymbol(*read, { 0, Mode::Major })), inC);
    QCOMPARE(QString::fromStdString(chordSymbol(*read, { 3, Mode::Major })), inEFlat);
    QVERIFY(chordFromName(chordSymbol(*read, { 0, Mode::Major })).has_value());
}

void ProgressionsTest::refusesNonsense()
{
    for (const char* text : { "", "b", "X7", "#", "7" }) {
        QVERIFY(!readNumeral(text).has_value());
    }
}

void ProgressionsTest::readsTheShippedTable()
{
    const auto table = readProgressions(PIERIA_SOURCE_DIR "/resources/corpus/progressions.jsonl");
    QVERIFY(table.has_value());
    QVERIFY(table->size() >= 60);
    for (const Progression& progression : *table) {
        const double bars = progression.bars();
        QVERIFY(bars == 2 || bars == 4 || bars == 8 || bars == 12);
        QVERIFY(!progression.moods.empty());
        for (int tonic = 0; tonic < 12; ++tonic) {
            for (const Numeral& chord : progression.chords) {
                const auto read = chordFromName(chordSymbol(chord, { tonic, progression.mode }));
                QVERIFY(read.has_value());
                QCOMPARE(read->root, (chord.root + tonic) % 12);
            }
        }
    }
}

void ProgressionsTest::transposesSymbols()
{
    QCOMPARE(transposeSymbol("Gm7/D", 2, true), std::string("Am7/E"));
    QCOMPARE(transposeSymbol("F#", -1, true), std::string("F"));
    QCOMPARE(transposeSymbol("Bb7b9", 1, false), std::string("B7b9"));
    QCOMPARE(transposeSymbol("C", 1, true), std::string("Db"));
    QCOMPARE(transposeSymbol("C", 1, false), std::string("C#"));
    QCOMPARE(transposeSymbol("N.C.", 3, true), std::string("N.C."));
}

void ProgressionsTest::readsLeadSheets()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath("tunes.jsonl").toStdString();
    std::string melody;
    for (int i = 0; i < 40; ++i) {
        melody += (i > 0 ? "," : "") + std::string("[") + std::to_string(i) + ",1,67]";
    }
    const std::string tail = R"(,"chords":[[1,"G"],[3,"D7"]],"melody":[)" + melody + "]}\n";
    const std::string lines = R"({"id":"nt_a","key":"G major","metre":"4/4","styles":["reel"])"
        + tail + R"({"id":"ow1","key":"G major","metre":"2/2","pickup":1)" + tail
        + R"({"id":"nt_b","key":"G major","metre":"9/8","styles":["slip jig"])" + tail;
    QVERIFY(writeFileAtomically(path, lines).has_value());
    const auto sheets = readLeadSheets(path);
    QVERIFY(sheets.has_value());
    QCOMPARE(sheets->size(), std::size_t { 2 });
    QCOMPARE(sheets->front().style, std::string("reel"));
    QCOMPARE(sheets->front().chords.front().onset, Tick { 0 });
    QCOMPARE(sheets->front().length, Tick { 40 * 96 });
    // A pickup of one beat starts on the last beat of the first bar.
    QCOMPARE(sheets->back().melody.front().onset, Tick { 3 * 96 });
    QVERIFY(sheets->back().style.empty());
    LeadSheet sheet = sheets->front();
    transpose(sheet, 2, 60, 84);
    QCOMPARE(sheet.key.tonic, 9);
    QCOMPARE(sheet.chords.back().symbol, std::string("E7"));
    QCOMPARE(int { sheet.melody.front().pitch }, 69);
    QVERIFY(!readLeadSheets(folder.filePath("none.jsonl").toStdString()).has_value());
    QVERIFY(writeFileAtomically(path, "{\"id\": 3").has_value());
    QVERIFY(!readLeadSheets(path).has_value());
}

QTEST_GUILESS_MAIN(ProgressionsTest)
#include "progressions_test.moc"
