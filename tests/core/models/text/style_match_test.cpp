// Styles by meaning, over the shipped word vectors.
#include "core/models/text/style_match.h"

#include <QtTest>

using namespace pieria;
using namespace pieria::models;

class StyleMatchTest : public QObject
{
    Q_OBJECT

    WordVectors m_words = WordVectors::load(SafeTensors::open(std::string(PIERIA_SOURCE_DIR)
                                                + "/resources/models/text/text.safetensors")
                                                .value())
                              .value();
    const std::vector<std::string> m_styles { "rock", "metal", "jazz", "bossa nova", "country",
        "western", "waltz", "march", "hymn", "gospel", "techno", "hip hop", "baroque", "lullaby" };

private Q_SLOTS:
    void namesFindThemselves()
    {
        for (const std::string& style : m_styles) {
            const auto matches = rankStyles(m_words, style, m_styles);
            QCOMPARE(matches.front().style, style);
            QVERIFY(matches.front().similarity > 0.999);
            QCOMPARE(matches.size(), m_styles.size());
        }
    }

    void meaningLeads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("style");
        QTest::newRow("gospel") << "preacher and choir on sunday" << "gospel";
        QTest::newRow("hip hop") << "rapper with a fast rhyme" << "hip hop";
        QTest::newRow("hymn") << "monks singing in a cathedral" << "hymn";
        QTest::newRow("march") << "soldiers on parade" << "march";
        QTest::newRow("baroque") << "harpsichord and cello from the seventeenth century"
                                 << "baroque";
    }
    void meaningLeads()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, style);
        const auto matches = rankStyles(m_words, text.toStdString(), m_styles);
        QCOMPARE(QString::fromStdString(matches.front().style), style);
    }

    void nothingIsNearToNothing()
    {
        QVERIFY(rankStyles(m_words, "", m_styles).empty());
        QVERIFY(rankStyles(m_words, "zzqxy \xFF", m_styles).empty());
        QVERIFY(rankStyles(m_words, "jazz", {}).empty());
        QCOMPARE(
            rankStyles(m_words, "jazz", { "zzqxy", "jazz", "rock" }).size(), std::size_t { 2 });
        QVERIFY(!suggestedStyle(m_words, "zzqxy", m_styles));
        QCOMPARE(suggestedStyle(m_words, "heavy metal", m_styles).value(), std::string("metal"));
        QVERIFY(!suggestedStyle(m_words, "the of and in 7", m_styles));
    }
};

QTEST_GUILESS_MAIN(StyleMatchTest)
#include "style_match_test.moc"
