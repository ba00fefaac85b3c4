// Metres, keys and chords by name, against music theory written out by hand.
#include "core/score/gm.h"
#include "core/score/music_types.h"
#include "core/score/text.h"

#include <QTest>

#include <array>
#include <string>

using namespace pieria;

namespace {

unsigned mask(std::initializer_list<int> intervals)
{
    unsigned bits = 0;
    for (const int interval : intervals) {
        bits |= 1u << interval;
    }
    return bits;
}

} // namespace

class MusicTypesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void metres()
    {
        QCOMPARE((Metre { 4, 4 }).ticksPerBar(), Tick { 384 });
        QCOMPARE((Metre { 6, 8 }).ticksPerBar(), Tick { 288 });
        QCOMPARE((Metre { 6, 8 }).framesPerBar(), 12);
        QCOMPARE(metreName({ 5, 4 }), std::string("5/4"));
        QCOMPARE(metreFromName("12/8"), std::optional(Metre { 12, 8 }));
        for (const char* wrong : { "", "4", "4/", "/4", "4/3", "0/4", "256/4", "4/128", "-3/4",
                 "4/4x", "99999999999/4", " 4/4" }) {
            QVERIFY2(!metreFromName(wrong), wrong);
        }
        QVERIFY(canComposeIn({ 6, 8 }));
        QVERIFY(!canComposeIn({ 7, 8 }));
    }

    void keyNames()
    {
        QCOMPARE(keyName({ 2, Mode::Minor }), std::string("D minor"));
        QCOMPARE(keyName({ 10, Mode::Major }), std::string("B-flat major"));
        QCOMPARE(keyName({ 6, Mode::Dorian }), std::string("F-sharp dorian"));
        QCOMPARE(keyName({ 8, Mode::Minor }), std::string("G-sharp minor"));
        QCOMPARE(keyName({ 3, Mode::Minor }), std::string("E-flat minor"));
        QCOMPARE(keyName({ 11, Mode::Locrian }), std::string("B locrian"));
    }

    void keysComeBackFromTheirNames()
    {
        for (int tonic = 0; tonic < 12; ++tonic) {
            for (int mode = 0; mode < 7; ++mode) {
                const Key key { tonic, static_cast<Mode>(mode) };
                QCOMPARE(keyFromName(keyName(key)), std::optional(key));
                QCOMPARE(keyFromSignature(keySignature(key), key.mode), key);
                QVERIFY(keySignature(key) >= -6 && keySignature(key) <= 6);
            }
        }
    }

    void keySpellings()
    {
        const std::pair<const char*, Key> cases[] { { "Dm", { 2, Mode::Minor } },
            { "d moll", { 2, Mode::Minor } }, { "F#", { 6, Mode::Major } },
            { "Bb major", { 10, Mode::Major } }, { "A dorian", { 9, Mode::Dorian } },
            { "F-sharp minor", { 6, Mode::Minor } }, { "C dur", { 0, Mode::Major } },
            { "Gis moll", { 8, Mode::Minor } }, { "e flat minor", { 3, Mode::Minor } },
            { "Ebm", { 3, Mode::Minor } }, { "C\xE2\x99\xAFm", { 1, Mode::Minor } },
            { "G mixolydian", { 7, Mode::Mixolydian } }, { " A minor ", { 9, Mode::Minor } },
            { "CM", { 0, Mode::Major } }, { "bb", { 10, Mode::Major } } };
        for (const auto& [text, key] : cases) {
            QVERIFY2(keyFromName(text) == key, text);
        }
        for (const char* wrong :
            { "", "H", "X minor", "D blues", "minor", "Disney", "C minor 7" }) {
            QVERIFY2(!keyFromName(wrong), wrong);
        }
    }

    void signatures()
    {
        QCOMPARE(keySignature({ 7, Mode::Major }), 1);
        QCOMPARE(keySignature({ 5, Mode::Major }), -1);
        QCOMPARE(keySignature({ 2, Mode::Minor }), -1);
        QCOMPARE(keySignature({ 2, Mode::Dorian }), 0);
        QCOMPARE(keySignature({ 4, Mode::Phrygian }), 0);
        QCOMPARE(keySignature({ 5, Mode::Lydian }), 0);
        QCOMPARE(keySignature({ 7, Mode::Mixolydian }), 0);
        QCOMPARE(keySignature({ 11, Mode::Locrian }), 0);
        QCOMPARE(keySignature({ 6, Mode::Major }), 6);
        QCOMPARE(keySignature({ 1, Mode::Major }), -5);
        QCOMPARE(keySignature({ 8, Mode::Minor }), 5);
    }

    void scales()
    {
        QCOMPARE(scaleMask(Mode::Major), mask({ 0, 2, 4, 5, 7, 9, 11 }));
        QCOMPARE(scaleMask(Mode::Minor), mask({ 0, 2, 3, 5, 7, 8, 10, 11 }));
        QCOMPARE(scaleMask(Mode::Dorian), mask({ 0, 2, 3, 5, 7, 9, 10 }));
    }

    void chordsComeBackFromTheirNames()
    {
        for (int root = 0; root < 12; ++root) {
            for (int bass = 0; bass < 12; ++bass) {
                for (int q = 0; q + 1 < kChordQualityCount; ++q) {
                    const Chord chord { 0, root, static_cast<ChordQuality>(q), bass };
                    const std::string name = chordName(chord);
                    QVERIFY2(chordFromName(name) == chord, name.c_str());
                }
            }
        }
        const Chord none { 0, 0, ChordQuality::None, 0 };
        QCOMPARE(chordName(none), std::string("N.C."));
        QCOMPARE(chordFromName("N.C."), std::optional(none));
        QCOMPARE(chordFromName("z"), std::optional(none));
    }

    void chordNames()
    {
        QCOMPARE(chordName({ 0, 2, ChordQuality::Minor7, 9 }), std::string("Dm7/A"));
        QCOMPARE(chordName({ 0, 10, ChordQuality::Major, 10 }), std::string("Bb"));
    }

    void chordSpellings()
    {
        using Q = ChordQuality;
        const std::pair<const char*, Chord> cases[] { { "C", { 0, 0, Q::Major, 0 } },
            { "CM7", { 0, 0, Q::Major7, 0 } }, { "Cmaj9", { 0, 0, Q::Major7, 0 } },
            { "C\xCE\x94", { 0, 0, Q::Major7, 0 } }, { "Cmaj", { 0, 0, Q::Major, 0 } },
            { "Cmin7", { 0, 0, Q::Minor7, 0 } }, { "C-7", { 0, 0, Q::Minor7, 0 } },
            { "Cm9", { 0, 0, Q::Minor7, 0 } }, { "C9", { 0, 0, Q::Dominant7, 0 } },
            { "C13", { 0, 0, Q::Dominant7, 0 } }, { "G7b9", { 0, 7, Q::Dominant7, 7 } },
            { "G7#9#5", { 0, 7, Q::Dominant7, 7 } }, { "G7alt", { 0, 7, Q::Dominant7, 7 } },
            { "F#m7b5", { 0, 6, Q::HalfDiminished7, 6 } },
            { "Bm7(b5)", { 0, 11, Q::HalfDiminished7, 11 } },
            { "B\xC3\xB8", { 0, 11, Q::HalfDiminished7, 11 } },
            { "Bo7", { 0, 11, Q::Diminished7, 11 } }, { "Bdim", { 0, 11, Q::Diminished, 11 } },
            { "C+", { 0, 0, Q::Augmented, 0 } }, { "Am(maj7)", { 0, 9, Q::MinorMajor7, 9 } },
            { "AmM7", { 0, 9, Q::MinorMajor7, 9 } }, { "Dsus", { 0, 2, Q::Sus4, 2 } },
            { "D7sus4", { 0, 2, Q::Dominant7Sus4, 2 } },
            { "D9sus4", { 0, 2, Q::Dominant7Sus4, 2 } }, { "C6/9", { 0, 0, Q::Major6, 0 } },
            { "C69", { 0, 0, Q::Major6, 0 } }, { "Cadd9", { 0, 0, Q::Major, 0 } },
            { "E5", { 0, 4, Q::Power, 4 } }, { "D/F#", { 0, 2, Q::Major, 6 } },
            { "Bbm6/Db", { 0, 10, Q::Minor6, 1 } }, { "E\xE2\x99\xAD", { 0, 3, Q::Major, 3 } },
            { "G7+", { 0, 7, Q::Dominant7, 7 } } };
        for (const auto& [symbol, chord] : cases) {
            QVERIFY2(chordFromName(symbol) == chord, symbol);
        }
        for (const char* wrong : { "", "H7", "C?", "C7/", "C/H", "Cfoo", "7", "/C", "Cm7 b5 x" }) {
            QVERIFY2(!chordFromName(wrong), wrong);
        }
    }

    void chordNotes()
    {
        QCOMPARE(chordMask(ChordQuality::Dominant7), mask({ 0, 4, 7, 10 }));
        QCOMPARE(chordMask(ChordQuality::HalfDiminished7), mask({ 0, 3, 6, 10 }));
        QCOMPARE(chordMask(ChordQuality::None), 0u);
    }

    void generalMidi()
    {
        QCOMPARE(programName(0), std::string_view("Acoustic Grand Piano"));
        QCOMPARE(programName(24), std::string_view("Acoustic Guitar (nylon)"));
        QCOMPARE(programName(73), std::string_view("Flute"));
        QCOMPARE(programName(127), std::string_view("Gunshot"));
        QCOMPARE(programName(128), std::string_view());
        QCOMPARE(programFamily(24), std::string_view("Guitar"));
        QCOMPARE(programFamily(127), std::string_view("Sound Effects"));
        QCOMPARE(drumName(36), std::string_view("Bass Drum 1"));
        QCOMPARE(drumName(38), std::string_view("Acoustic Snare"));
        QCOMPARE(drumName(81), std::string_view("Open Triangle"));
        QCOMPARE(drumName(34), std::string_view());
    }

    void texts()
    {
        QCOMPARE(cleanText("  a\tb\n", 10), std::string("a b"));
        QCOMPARE(cleanText("M\xFCller", 10), std::string("M\xC3\xBCller"));
        QCOMPARE(cleanText("\xC3\xA4\xC3\xA4\xC3\xA4", 5), std::string("\xC3\xA4\xC3\xA4"));
        QVERIFY(!isUtf8("\xED\xA0\x80")); // a lone surrogate
        QVERIFY(!isUtf8("\xC0\xAF")); // an overlong slash
        QVERIFY(!isUtf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
        QVERIFY(!isUtf8("\xE2\x82")); // cut off
        QVERIFY(isUtf8("\xF0\x9F\x8E\xB5"));
    }
};

QTEST_GUILESS_MAIN(MusicTypesTest)
#include "music_types_test.moc"
