// Melodies by rule: what makes them sound right is checked on many of them.
#include "core/corpus/melody.h"
#include "core/corpus/progressions.h"
#include "core/corpus/voices.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace pieria;

namespace {

constexpr int kSongs = 120;

/// A song of A, A, B, A over a cadence in a random key, metre and mode.
Score drawSong(NoiseSequence& dice)
{
    constexpr std::array<Metre, 5> kMetres { { { 4, 4 }, { 3, 4 }, { 6, 8 }, { 2, 4 }, { 5, 4 } } };
    Score score;
    const Metre metre = kMetres[dice.below(5)];
    const Key key { static_cast<int>(dice.below(12)),
        dice.chance(0.5) ? Mode::Major : Mode::Minor };
    score.metres = { { 0, metre } };
    score.keys = { { 0, key } };
    const Tick bar = metre.ticksPerBar();
    const bool minor = key.mode == Mode::Minor;
    for (int i = 0; i < 32; ++i) {
        const char* numeral = minor
            ? (std::array { "i", "iv", "V7", "i" })[static_cast<std::size_t>(i % 4)]
            : (std::array { "I", "vi", "ii7", "V7" })[static_cast<std::size_t>(i % 4)];
        auto chord = chordFromName(chordSymbol(*readNumeral(numeral), key));
        chord->onset = i * bar;
        score.chords.push_back(*chord);
    }
    score.sections = { { 0, "A" }, { 8 * bar, "A" }, { 16 * bar, "B" }, { 24 * bar, "A" } };
    score.length = 32 * bar;
    return score;
}

std::vector<Note> sing(const Score& score, std::uint64_t seed, bool blue = false)
{
    NoiseSequence dice(Noise(seed, "test/melody"));
    MelodyRequest request;
    request.low = 60;
    request.high = 84;
    request.manner.blue = blue;
    return writeMelody(score, request, dice);
}

std::vector<Note> between(const std::vector<Note>& notes, Tick from, Tick to)
{
    std::vector<Note> result;
    for (Note note : notes) {
        if (note.onset >= from && note.onset < to) {
            note.onset -= from;
            result.push_back(note);
        }
    }
    return result;
}

} // namespace

class MelodyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysInScaleOrChord();
    void carriesStrongBeatsByChordTones();
    void movesMostlyBySmallIntervals();
    void staysInRangeAndOneVoice();
    void singsTheSameTuneWhenASectionReturns();
    void endsOnTheTonic();
    void isReproducible();
    void counterLineHoldsChordTones();
    void swingMovesOnlyOffbeatEighths();
    void rhythmFillsItsUnit();
};

void MelodyTest::staysInScaleOrChord()
{
    NoiseSequence dice(Noise(1, "songs"));
    for (int i = 0; i < kSongs; ++i) {
        const Score score = drawSong(dice);
        for (const Note& note : sing(score, static_cast<std::uint64_t>(i))) {
            const Chord& chord = chordAt(score, note.onset);
            QVERIFY(
                isChordTone(note.pitch, chord) || inMelodyScale(note.pitch, chord, score.key()));
        }
    }
}

void MelodyTest::carriesStrongBeatsByChordTones()
{
    NoiseSequence dice(Noise(2, "songs"));
    int strong = 0;
    int consonant = 0;
    for (int i = 0; i < kSongs; ++i) {
        const Score score = drawSong(dice);
        for (const Note& note : sing(score, static_cast<std::uint64_t>(i))) {
            if (note.onset % score.metre().ticksPerBar() == 0) {
                ++strong;
                consonant += isChordTone(note.pitch, chordAt(score, note.onset)) ? 1 : 0;
            }
        }
    }
    QVERIFY(strong > kSongs * 10);
    QVERIFY2(consonant > strong * 0.9, qPrintable(QString::number(100.0 * consonant / strong)));
}

void MelodyTest::movesMostlyBySmallIntervals()
{
    NoiseSequence dice(Noise(3, "songs"));
    int steps = 0;
    int small = 0;
    for (int i = 0; i < kSongs; ++i) {
        const Score score = drawSong(dice);
        const auto notes = sing(score, static_cast<std::uint64_t>(i));
        for (std::size_t k = 1; k < notes.size(); ++k) {
            const int size = std::abs(notes[k].pitch - notes[k - 1].pitch);
            QVERIFY(size <= 16);
            ++steps;
            small += size <= 4 ? 1 : 0;
        }
    }
    QVERIFY(small > steps * 0.8);
}

void MelodyTest::staysInRangeAndOneVoice()
{
    NoiseSequence dice(Noise(4, "songs"));
    for (int i = 0; i < kSongs; ++i) {
        const Score score = drawSong(dice);
        const auto notes = sing(score, static_cast<std::uint64_t>(i));
        QVERIFY(notes.size() > 32);
        for (std::size_t k = 0; k < notes.size(); ++k) {
            QVERIFY(notes[k].pitch >= 60 && notes[k].pitch <= 84);
            QVERIFY(notes[k].duration > 0);
            QVERIFY(notes[k].onset + notes[k].duration
                <= (k + 1 < notes.size() ? notes[k + 1].onset : score.length));
        }
    }
}

void MelodyTest::singsTheSameTuneWhenASectionReturns()
{
    NoiseSequence dice(Noise(5, "songs"));
    for (int i = 0; i < 40; ++i) {
        const Score score = drawSong(dice);
        const Tick eight = 8 * score.metre().ticksPerBar();
        const auto notes = sing(score, static_cast<std::uint64_t>(i));
        const auto first = between(notes, 0, eight);
        const auto second = between(notes, eight, 2 * eight);
        const auto bridge = between(notes, 2 * eight, 3 * eight);
        QCOMPARE(first.size(), second.size());
        std::size_t same = 0;
        for (std::size_t k = 0; k < first.size(); ++k) {
            QCOMPARE(first[k].onset, second[k].onset);
            same += first[k].pitch == second[k].pitch ? 1u : 0u;
        }
        QVERIFY(same * 10 >= first.size() * 6);
        const bool contrasts = bridge.size() != first.size()
            || !std::equal(
                first.begin(), first.end(), bridge.begin(), [](const Note& a, const Note& b) {
                    return a.onset == b.onset && a.pitch == b.pitch;
                });
        QVERIFY(contrasts);
    }
}

void MelodyTest::endsOnTheTonic()
{
    NoiseSequence dice(Noise(6, "songs"));
    int home = 0;
    for (int i = 0; i < kSongs; ++i) {
        Score score = drawSong(dice);
        score.chords.back() = *chordFromName(
            chordSymbol({ 0, score.key().mode == Mode::Minor ? "m" : "", -1, 1 }, score.key()));
        score.chords.back().onset = score.length - score.metre().ticksPerBar();
        const auto notes = sing(score, static_cast<std::uint64_t>(i));
        home += (notes.back().pitch - score.key().tonic) % 12 == 0 ? 1 : 0;
    }
    QVERIFY2(home >= kSongs * 0.95, qPrintable(QString::number(home)));
}

void MelodyTest::isReproducible()
{
    NoiseSequence dice(Noise(7, "songs"));
    const Score score = drawSong(dice);
    QVERIFY(sing(score, 9) == sing(score, 9));
    QVERIFY(sing(score, 9) != sing(score, 10));
}

void MelodyTest::counterLineHoldsChordTones()
{
    NoiseSequence dice(Noise(8, "songs"));
    for (int i = 0; i < 20; ++i) {
        const Score score = drawSong(dice);
        NoiseSequence taste(Noise(static_cast<std::uint64_t>(i), "counter"));
        const auto notes = writeCounterLine(score, 50, 70, taste);
        QVERIFY(!notes.empty());
        for (std::size_t k = 0; k < notes.size(); ++k) {
            QVERIFY(isChordTone(notes[k].pitch, chordAt(score, notes[k].onset)));
            QVERIFY(k == 0 || std::abs(notes[k].pitch - notes[k - 1].pitch) <= 7);
        }
    }
}

void MelodyTest::swingMovesOnlyOffbeatEighths()
{
    QCOMPARE(swungTick(48), Tick { 64 });
    QCOMPARE(swungTick(96 + 48), Tick { 96 + 64 });
    QCOMPARE(swungTick(0), Tick { 0 });
    QCOMPARE(swungTick(24), Tick { 24 });
    QCOMPARE(swungTick(72), Tick { 72 });
}

void MelodyTest::rhythmFillsItsUnit()
{
    NoiseSequence dice(Noise(9, "rhythm"));
    for (const Metre metre :
        { Metre { 4, 4 }, Metre { 3, 4 }, Metre { 6, 8 }, Metre { 2, 4 }, Metre { 5, 4 } }) {
        for (const UnitEnd end : { UnitEnd::Open, UnitEnd::Breath, UnitEnd::Close }) {
            for (int i = 0; i < 50; ++i) {
                const auto notes = drawRhythm(metre, 2, TuneManner {}, end, dice);
                QVERIFY(!notes.empty());
                Tick before = 0;
                for (const RhythmNote& note : notes) {
                    QVERIFY(note.onset >= before && note.gap > 0);
                    before = note.onset + note.gap;
                }
                QVERIFY(before <= 2 * metre.ticksPerBar());
                if (end == UnitEnd::Close) {
                    QVERIFY(notes.back().onset >= metre.ticksPerBar());
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(MelodyTest)
#include "melody_test.moc"
