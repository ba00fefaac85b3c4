#include "ui/common/palette.h"

#include <QTest>

using namespace pieria::ui;

class PaletteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ratioOfKnownPairs();
    void textIsReadable_data();
    void textIsReadable();
    void tracksStandOut_data() { textIsReadable_data(); }
    void tracksStandOut();
    void idsRoundTrip();
};

void PaletteTest::ratioOfKnownPairs()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // WCAG's often quoted grey: #767676 on white is 4.54:1.
    QVERIFY(qAbs(contrastRatio(QColor("#767676"), Qt::white) - 4.54) < 0.01);
}

void PaletteTest::textIsReadable_data()
{
    QTest::addColumn<QString>("id");
    for (const char* id : { "dark", "light", "high-contrast" }) {
        QTest::newRow(id) << QString::fromLatin1(id);
    }
}

void PaletteTest::textIsReadable()
{
    QFETCH(QString, id);
    const Palette& p = paletteOf(*themeFromId(id));
    const auto check = [](const char* what, const QColor& text, const QColor& ground) {
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString("%1: %2").arg(what).arg(ratio)));
    };
    for (const QColor& ground : { p.background, p.panel, p.raised }) {
        check("text", p.text, ground);
        check("muted", p.muted, ground);
        check("accent", p.accentText, ground);
        check("info", p.info, ground);
        check("good", p.good, ground);
        check("warn", p.warn, ground);
        check("bad", p.bad, ground);
    }
    check("on accent", p.onAccent, p.accent);
    check("selected row", p.text, mixed(p.panel, p.accent, id == "high-contrast" ? 0.4 : 0.22));
    check("checked button", p.accentText, mixed(p.raised, p.accent, 0.18));
    check("failure line", p.text, mixed(p.panel, p.bad, 0.12));
    check("failure link", p.info, mixed(p.panel, p.bad, 0.12));
}

void PaletteTest::tracksStandOut()
{
    QFETCH(QString, id);
    const Palette& p = paletteOf(*themeFromId(id));
    for (const QColor& track : p.tracks) {
        // WCAG 1.4.11: graphics that carry meaning need 3:1.
        QVERIFY2(contrastRatio(track, p.panel) >= 3, qPrintable(track.name()));
    }
    for (std::size_t i = 0; i < p.tracks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY(p.tracks[i] != p.tracks[j]);
        }
    }
}

void PaletteTest::idsRoundTrip()
{
    QVERIFY(!themeFromId("sepia"));
    QCOMPARE(themeId(*themeFromId("light")), QString("light"));
}

QTEST_GUILESS_MAIN(PaletteTest)
#include "palette_test.moc"
