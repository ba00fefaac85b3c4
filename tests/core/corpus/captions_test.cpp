// Captions say only what is true, and never a word that is kept for tests.
#include "core/corpus/captions.h"
#include "core/corpus/energy.h"
#include "core/corpus/held_out.h"

#include <QTest>

#include <set>

using namespace pieria;

namespace {

const char* const kWords = PIERIA_SOURCE_DIR "/resources/corpus/synonyms.jsonl";

Score smallSong(bool drums)
{
    Score score;
    score.tempo = TempoMap(92);
    score.keys = { { 0, { 2, Mode::Minor } } };
    score.sections = { { 0, "intro" }, { 4 * 384, "A" } };
    score.chords = { { 0, 2, ChordQuality::Minor, 2 } };
    score.length = 16 * 384;
    const auto track = [&](Slot slot, int program) {
        Track result { slot, program, "", {} };
        for (Tick at = 0; at < score.length; at += 96) {
            result.notes.push_back({ at, 90, 60, 80 });
        }
        score.tracks.push_back(result);
    };
    if (drums) {
        track(Slot::Drums, 0);
    }
    track(Slot::Chords, 24);
    track(Slot::Lead, 73);
    return score;
}

std::vector<std::string> manyCaptions(const Score& score, int count, std::uint64_t seed = 3)
{
    const auto words = WordList::load(kWords);
    CaptionFacts facts;
    facts.style = "bossa nova";
    facts.moods = { "calm", "romantic" };
    facts.energies = barEnergies(score);
    NoiseSequence dice(Noise(seed, "captions"));
    return makeCaptions(score, facts, *words, count, dice);
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class CaptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void neverSayHeldOutWords();
    void areOftenEmptyButNotTooOften();
    void vary();
    void tellTheTruth();
    void nameParts();
    void areReproducible();
    void readTheWordList();
    void tempoWordsRise();
    void heldOutListIsComplete();
};

void CaptionsTest::neverSayHeldOutWords()
{
    const auto words = WordList::load(kWords);
    QVERIFY(words.has_value());
    QVERIFY(words->heldOut().size() > 100);
    const Score score = smallSong(true);
    for (const std::string mood : { "happy", "sad", "calm", "tense", "dark", "epic" }) {
        for (const std::string style : { "waltz", "house", "baroque", "rumba", "jazz" }) {
            CaptionFacts facts;
            facts.style = style;
            facts.moods = { mood };
            facts.energies = barEnergies(score);
            NoiseSequence dice(Noise(11, "captions/" + mood + style));
            for (const std::string& caption : makeCaptions(score, facts, *words, 200, dice)) {
                for (const std::string& held : words->heldOut()) {
                    const std::string padded = " " + caption + " ";
                    QVERIFY2(
                        !contains(padded, " " + held + " ") && !contains(padded, " " + held + ","),
                        (caption + " | " + held).c_str());
                }
            }
        }
    }
}

void CaptionsTest::areOftenEmptyButNotTooOften()
{
    int empty = 0;
    const auto captions = manyCaptions(smallSong(true), 3000);
    for (const std::string& caption : captions) {
        empty += caption.empty() ? 1 : 0;
    }
    // Binomial(3000, 0.1): five standard deviations are 82; a few redrawn captions stay empty.
    QVERIFY2(empty > 218 && empty < 420, qPrintable(QString::number(empty)));
}

void CaptionsTest::vary()
{
    const auto captions = manyCaptions(smallSong(true), 1000);
    const std::set<std::string> distinct(captions.begin(), captions.end());
    QVERIFY(distinct.size() > 700);
    int styled = 0;
    int instruments = 0;
    int sentences = 0;
    for (const std::string& caption : captions) {
        styled += contains(caption, "bossa") || contains(caption, "brazilian") ? 1 : 0;
        instruments += contains(caption, "flute") || contains(caption, "guitar") ? 1 : 0;
        sentences += !caption.empty() && caption.back() == '.' ? 1 : 0;
    }
    QVERIFY(styled > 400 && styled < 850);
    QVERIFY(instruments > 250 && instruments < 750);
    QVERIFY(sentences > 100);
}

void CaptionsTest::tellTheTruth()
{
    for (const std::string& caption : manyCaptions(smallSong(true), 2000)) {
        for (const char* lie : { "no drums", "without drums", "drumless", "no percussion", "major",
                 "3/4", "trumpet", "violin", "2 of", "outro", "ending" }) {
            QVERIFY2(!contains(caption, lie), caption.c_str());
        }
    }
    bool said = false;
    for (const std::string& caption : manyCaptions(smallSong(false), 500)) {
        QVERIFY2(!contains(caption, "drum kit") && !contains(caption, "drum set"), caption.c_str());
        said = said || contains(caption, "no drums");
    }
    QVERIFY(said);
}

void CaptionsTest::nameParts()
{
    const auto words = WordList::load(kWords);
    CaptionFacts facts;
    facts.style = "waltz";
    facts.part = 2;
    facts.parts = 4;
    NoiseSequence dice(Noise(5, "parts"));
    int named = 0;
    for (const std::string& caption : makeCaptions(smallSong(true), facts, *words, 300, dice)) {
        named += contains(caption, "2 of 4") ? 1 : 0;
        QVERIFY(!contains(caption, "1 of 4"));
    }
    QVERIFY(named > 90);
}

void CaptionsTest::areReproducible()
{
    const Score score = smallSong(true);
    QVERIFY(manyCaptions(score, 50, 8) == manyCaptions(score, 50, 8));
    QVERIFY(manyCaptions(score, 50, 8) != manyCaptions(score, 50, 9));
}

void CaptionsTest::readTheWordList()
{
    const auto words = WordList::load(kWords);
    for (int program = 0; program < 128; ++program) {
        QVERIFY(!words->instrumentName(program).empty());
    }
    QCOMPARE(words->instrumentName(73), std::string("flute"));
    QVERIFY(words->saysHeldOut("a JOLLY tune"));
    QVERIFY(!words->saysHeldOut("a jollyish tune"));
    QVERIFY(words->texts("mood", "no such mood").empty());
    QVERIFY(!WordList::load("/nonexistent/words.jsonl").has_value());
}

void CaptionsTest::tempoWordsRise()
{
    QCOMPARE(tempoWord(50, { 4, 4 }), std::string("very slow"));
    QCOMPARE(tempoWord(92, { 4, 4 }), std::string("relaxed walking pace"));
    QCOMPARE(tempoWord(170, { 4, 4 }), std::string("fast"));
    QCOMPARE(tempoWord(170, { 6, 8 }), std::string("medium tempo"));
    QCOMPARE(tempoWord(200, { 4, 4 }), std::string("very fast"));
}

void CaptionsTest::heldOutListIsComplete()
{
    const auto held = HeldOut::load(PIERIA_SOURCE_DIR "/resources/corpus/held_out.json");
    QVERIFY(held.has_value());
    QCOMPARE(held->composers.size(), std::size_t { 4 });
    QVERIFY((
        held->libraries == std::set<std::string> { "alexis", "casio", "kara", "pflib", "yamaha" }));
    QCOMPARE(held->tuneTest.size(), std::size_t { 20 });
    QVERIFY(held->grooveTest.size() >= 17);
    for (const std::string& file : held->grooveTest) {
        QVERIFY(!held->grooveValid.contains(file));
        QVERIFY(held->splitOfGroove(file) == Split::Test);
    }
    for (const std::string& composer : held->composers) {
        QVERIFY(held->splitOfMutopia(composer, "any") == Split::Test);
    }
}

QTEST_GUILESS_MAIN(CaptionsTest)
#include "captions_test.moc"
