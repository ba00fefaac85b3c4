// A corpus from end to end: reproducible, disjoint splits, promises kept, hostile files refused.
#include "core/base/file.h"
#include "core/corpus/child_process.h"
#include "core/corpus/corpus_folder.h"
#include "core/corpus/made_piece.h"
#include "core/corpus/music_corpus.h"
#include "core/corpus/style_priors.h"
#include "core/corpus/words.h"
#include "core/score/midi.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <map>
#include <set>

using namespace pieria;

namespace {

class CancelAfter final : public JobContext
{
public:
    explicit CancelAfter(int reports)
        : m_left(reports)
    {
    }
    void report(const Progress&) override { --m_left; }
    [[nodiscard]] bool cancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

MusicCorpusRequest smallRequest(const QTemporaryDir& folder, const QString& name)
{
    MusicCorpusRequest request;
    request.resources = PIERIA_SOURCE_DIR "/resources/corpus";
    request.folder = folder.filePath(name).toStdString();
    request.seed = 5;
    request.pieces = 24;
    request.mix = { 0, 0, 0, 1 };
    return request;
}

MusicCorpusRequest grooveRequest(const QTemporaryDir& folder, const QString& name)
{
    MusicCorpusRequest request = smallRequest(folder, name);
    request.pieces = 8;
    request.mix = { 1, 0, 0, 0 };
    request.grooveFiles = { "bossanova", "waltz", "ballad68", "polka" };
    return request;
}

bool hasMma()
{
    const auto scratch = ScratchFolder::make();
    return runChild({ "mma", "-v" }, scratch->path(), std::chrono::seconds(20)).has_value();
}

std::string bytesOf(const MusicCorpusRequest& request, const char* name)
{
    return readFile(request.folder / name).value();
}

void checkPieces(const MusicCorpusRequest& request)
{
    const auto corpus = MusicCorpus::open(request.folder);
    QVERIFY(corpus.has_value());
    const auto words = WordList::load(request.resources / "synonyms.jsonl");
    std::map<std::string, Split> splits;
    std::set<std::string> ids;
    QVERIFY(corpus->size() >= static_cast<std::size_t>(request.pieces));
    for (std::size_t i = 0; i < corpus->size(); ++i) {
        const auto piece = corpus->piece(i);
        QVERIFY(piece.has_value());
        const PieceLine& line = piece->line;
        QVERIFY2(keepsInvariants(piece->score), line.id.c_str());
        QVERIFY2(ids.insert(line.id).second, line.id.c_str());
        QVERIFY(splits.try_emplace(line.group, line.split).first->second == line.split);
        QCOMPARE(line.energy.size(), static_cast<std::size_t>(line.bars));
        QVERIFY(line.captions.size() >= 6 && line.captions.size() <= 10);
        for (const float energy : line.energy) {
            QVERIFY(energy >= 0 && energy <= 1);
        }
        for (const std::string& caption : line.captions) {
            QVERIFY2(!words->saysHeldOut(caption), caption.c_str());
        }
        QVERIFY(!line.style.empty());
    }
}

} // namespace

class CorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameSeedSameBytes();
    void anotherSeedAnotherCorpus();
    void piecesKeepTheirPromises();
    void groovePiecesKeepTheirPromises();
    void groovesAreReproducibleAndCacheable();
    void missingMmaIsOneSentence();
    void missingDataIsOneSentence();
    void cancelLeavesNoCorpus();
    void linesRoundTrip();
    void damagedCorporaAreRefused();
    void partsAreCutCleanly();
    void childrenAreTimedOut();
    void stylePriorsAreMeasured();
};

void CorpusTest::sameSeedSameBytes()
{
    QTemporaryDir folder;
    const auto first = smallRequest(folder, "a");
    const auto second = smallRequest(folder, "b");
    QuietContext quiet;
    QVERIFY(makeMusicCorpus(first, quiet).has_value());
    QVERIFY(makeMusicCorpus(second, quiet).has_value());
    QVERIFY(bytesOf(first, "pieces.jsonl") == bytesOf(second, "pieces.jsonl"));
    QVERIFY(bytesOf(first, "scores.pack") == bytesOf(second, "scores.pack"));
}

void CorpusTest::anotherSeedAnotherCorpus()
{
    QTemporaryDir folder;
    const auto first = smallRequest(folder, "a");
    auto second = smallRequest(folder, "b");
    second.seed = 6;
    QuietContext quiet;
    QVERIFY(makeMusicCorpus(first, quiet).has_value());
    QVERIFY(makeMusicCorpus(second, quiet).has_value());
    QVERIFY(bytesOf(first, "scores.pack") != bytesOf(second, "scores.pack"));
}

void CorpusTest::piecesKeepTheirPromises()
{
    QTemporaryDir folder;
    auto request = smallRequest(folder, "a");
    request.pieces = 120;
    QuietContext quiet;
    const auto made = makeMusicCorpus(request, quiet);
    QVERIFY(made.has_value());
    const auto& summary = std::get<CorpusSummary>(*made);
    QCOMPARE(summary.rejected, 0);
    QCOMPARE(summary.lostTracks, 0);
    QVERIFY(summary.byStyle.size() >= 15);
    checkPieces(request);
}

void CorpusTest::groovePiecesKeepTheirPromises()
{
    if (!hasMma()) {
        QSKIP("mma is not installed");
    }
    QTemporaryDir folder;
    const auto request = grooveRequest(folder, "a");
    QuietContext quiet;
    const auto made = makeMusicCorpus(request, quiet);
    QVERIFY2(made.has_value(), made ? "" : made.error().sentence.c_str());
    checkPieces(request);
    const auto corpus = MusicCorpus::open(request.folder);
    std::set<std::string> metres;
    for (std::size_t i = 0; i < corpus->size(); ++i) {
        const auto piece = corpus->piece(i);
        metres.insert(metreName(piece->score.metre()));
        // The accompaniment follows the chords: most bass notes on a bar line are chord tones.
        for (const Track& track : piece->score.tracks) {
            int downbeats = 0;
            int fitting = 0;
            for (const Note& note : track.notes) {
                if (track.slot != Slot::Bass
                    || note.onset % piece->score.metre().ticksPerBar() != 0) {
                    continue;
                }
                const Chord* sounding = &piece->score.chords.front();
                for (const Chord& chord : piece->score.chords) {
                    sounding = chord.onset <= note.onset ? &chord : sounding;
                }
                ++downbeats;
                fitting
                    += ((chordMask(sounding->quality) >> ((note.pitch - sounding->root + 120) % 12))
                           & 1u)
                            != 0
                        || note.pitch % 12 == sounding->bass
                    ? 1
                    : 0;
            }
            QVERIFY(fitting >= downbeats * 0.7);
        }
    }
    QVERIFY((metres == std::set<std::string> { "4/4", "3/4", "6/8", "2/4" }));
}

void CorpusTest::groovesAreReproducibleAndCacheable()
{
    if (!hasMma()) {
        QSKIP("mma is not installed");
    }
    QTemporaryDir folder;
    const auto first = grooveRequest(folder, "a");
    auto second = grooveRequest(folder, "b");
    second.cache = folder.filePath("cache").toStdString();
    auto third = grooveRequest(folder, "c");
    third.cache = second.cache;
    QuietContext quiet;
    for (const auto& request : { first, second, third }) {
        QVERIFY(makeMusicCorpus(request, quiet).has_value());
    }
    for (const char* name : { "pieces.jsonl", "scores.pack" }) {
        QVERIFY(bytesOf(first, name) == bytesOf(second, name));
        QVERIFY(bytesOf(first, name) == bytesOf(third, name));
    }
}

void CorpusTest::missingMmaIsOneSentence()
{
    QTemporaryDir folder;
    auto request = grooveRequest(folder, "a");
    request.mma = "no-such-accompanist";
    QuietContext quiet;
    const auto made = makeMusicCorpus(request, quiet);
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::NotFound);
    QVERIFY(
        made.error().sentence.find("no-such-accompanist is not installed") != std::string::npos);
}

void CorpusTest::missingDataIsOneSentence()
{
    QTemporaryDir folder;
    auto request = smallRequest(folder, "a");
    request.mix = { 0, 0, 1, 0 };
    request.data = folder.filePath("nowhere").toStdString();
    QuietContext quiet;
    const auto made = makeMusicCorpus(request, quiet);
    QVERIFY(!made.has_value());
    QVERIFY(!made.error().sentence.empty());
    request.resources = folder.filePath("nowhere").toStdString();
    QVERIFY(!makeMusicCorpus(request, quiet).has_value());
}

void CorpusTest::cancelLeavesNoCorpus()
{
    QTemporaryDir folder;
    const auto request = smallRequest(folder, "a");
    CancelAfter context(3);
    const auto made = makeMusicCorpus(request, context);
    QVERIFY(made.has_value());
    QVERIFY(std::holds_alternative<Cancelled>(*made));
    QVERIFY(!MusicCorpus::open(request.folder).has_value());
}

void CorpusTest::linesRoundTrip()
{
    PieceLine line;
    line.id = "g-x-1";
    line.split = Split::Valid;
    line.source = PieceSource::Mutopia;
    line.group = "gr\"oup";
    line.style = "waltz";
    line.moods = { "sad" };
    line.energy = { 0.25f, 0.5f };
    line.captions = { "", "a \\ \"quoted\" caption" };
    line.offset = 12345678901ull;
    line.size = 77;
    line.bars = 2;
    const auto read = readPieceLine(toJsonLine(line));
    QVERIFY(read.has_value());
    QVERIFY(*read == line);
    for (const char* broken : { "", "{}", "[1]", "{\"id\":3}", "nonsense" }) {
        QVERIFY(!readPieceLine(broken).has_value());
    }
}

void CorpusTest::damagedCorporaAreRefused()
{
    QTemporaryDir folder;
    const auto request = smallRequest(folder, "a");
    QuietContext quiet;
    QVERIFY(makeMusicCorpus(request, quiet).has_value());
    const std::string pack = bytesOf(request, "scores.pack");
    QVERIFY(writeFileAtomically(request.folder / "scores.pack", pack.substr(0, pack.size() / 2))
            .has_value());
    QVERIFY(!MusicCorpus::open(request.folder).has_value());
    std::filesystem::remove(request.folder / "scores.pack");
    QVERIFY(!MusicCorpus::open(request.folder).has_value());
    QVERIFY(writeFileAtomically(request.folder / "scores.pack", std::string(pack.size(), 'x'))
            .has_value());
    const auto corpus = MusicCorpus::open(request.folder);
    QVERIFY(corpus.has_value());
    QVERIFY(!corpus->piece(0).has_value());
    QVERIFY(!corpus->piece(corpus->size()).has_value());
}

void CorpusTest::partsAreCutCleanly()
{
    Score score;
    score.length = 16 * 384;
    score.sections = { { 0, "A" }, { 8 * 384, "B" } };
    score.chords = { { 0, 0, ChordQuality::Major, 0 }, { 6 * 384, 7, ChordQuality::Dominant7, 7 } };
    Track track { Slot::Lead, 73, "lead", {} };
    for (Tick at = 0; at < score.length; at += 288) {
        track.notes.push_back({ at, 288, 60, 80 });
    }
    score.tracks = { track };
    const Score cut = cutBars(score, 7, 9);
    QCOMPARE(cut.length, Tick { 9 * 384 });
    QCOMPARE(cut.sections.size(), std::size_t { 2 });
    QCOMPARE(cut.sections[0].label, std::string("A"));
    QCOMPARE(cut.sections[1].onset, Tick { 384 });
    QCOMPARE(cut.chords.size(), std::size_t { 1 });
    QCOMPARE(cut.chords[0].root, 7);
    QCOMPARE(cut.chords[0].onset, Tick { 0 });
    for (const Note& note : cut.tracks[0].notes) {
        QVERIFY(note.onset >= 0 && note.onset + note.duration <= cut.length);
    }
    QVERIFY(keepsInvariants(cut));
}

void CorpusTest::childrenAreTimedOut()
{
    const auto scratch = ScratchFolder::make();
    QVERIFY(scratch.has_value());
    const auto printed = runChild(
        { "sh", "-c", "pwd; echo $HOME; exit 3" }, scratch->path(), std::chrono::seconds(10));
    QVERIFY(printed.has_value());
    QCOMPARE(printed->exitCode, 3);
    const std::string twice = scratch->path().string() + "\n" + scratch->path().string() + "\n";
    QCOMPARE(printed->output, twice);
    const auto late = runChild({ "sleep", "30" }, scratch->path(), std::chrono::milliseconds(200));
    QVERIFY(!late.has_value());
    QVERIFY(late.error().code == ErrorCode::Unavailable);
    const std::filesystem::path path = scratch->path();
    {
        const auto other = ScratchFolder::make();
        QVERIFY(other->path() != path);
        QVERIFY(std::filesystem::exists(other->path()));
    }
    QVERIFY(std::filesystem::exists(path));
}

void CorpusTest::stylePriorsAreMeasured()
{
    QTemporaryDir folder;
    auto request = smallRequest(folder, "a");
    request.pieces = 200;
    QuietContext quiet;
    QVERIFY(makeMusicCorpus(request, quiet).has_value());
    const auto corpus = MusicCorpus::open(request.folder);
    const std::string before = R"({"version": 1, "styles": [
        {"name": "house", "tempo": [1, 2], "metres": ["3/4"], "modes": ["major"], "energy": 0.1,
         "slots": {}, "progressions": ["pg01"], "note": "kept"},
        {"name": "never heard", "tempo": [60, 80], "metres": ["4/4"], "modes": ["major"],
         "energy": 0.5, "slots": {}, "progressions": []}]})";
    const auto after = measureStylePriors(*corpus, before, 4);
    QVERIFY(after.has_value());
    const auto json = nlohmann::json::parse(*after);
    const auto& house = json["styles"][0];
    QCOMPARE(house["name"].get<std::string>(), std::string("house"));
    QCOMPARE(house["note"].get<std::string>(), std::string("kept"));
    QCOMPARE(house["progressions"][0].get<std::string>(), std::string("pg01"));
    QVERIFY(house["tempo"][0] >= 118 && house["tempo"][1] <= 128);
    QCOMPARE(house["metres"][0].get<std::string>(), std::string("4/4"));
    QCOMPARE(house["slots"]["drums"]["chance"].get<double>(), 1.0);
    QCOMPARE(house["slots"]["drums"]["programs"][0][0].get<int>(), 25);
    QCOMPARE(json["styles"][1]["energy"].get<double>(), 0.5);
    QVERIFY(!measureStylePriors(*corpus, "not json", 4).has_value());
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpus_test.moc"
