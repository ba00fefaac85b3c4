// From many tracks to eight slots, from printed music to the grid, energies and chords.
#include "core/corpus/chord_estimate.h"
#include "core/corpus/energy.h"
#include "core/corpus/groove_table.h"
#include "core/corpus/made_piece.h"
#include "core/corpus/mutopia_score.h"
#include "core/corpus/procedural_pieces.h"
#include "core/corpus/procedural_styles.h"
#include "core/corpus/slot_assignment.h"

#include <QTest>

#include <map>

using namespace pieria;

namespace {

SourceTrack source(const char* name, int program, int pitch, Tick length, Tick every)
{
    SourceTrack track { name, program, false, {} };
    for (Tick at = 0; at < 16 * 96; at += every) {
        track.notes.push_back({ at, length, static_cast<std::uint8_t>(pitch), 80 });
    }
    return track;
}

const Track* in(const std::vector<Track>& tracks, Slot slot)
{
    for (const Track& track : tracks) {
        if (track.slot == slot) {
            return &track;
        }
    }
    return nullptr;
}

Score printedScore(Tick shift, Tick bar)
{
    Score score;
    Track high { Slot::Lead, 0, "up", {} };
    Track low { Slot::Bass, 0, "down", {} };
    for (Tick at = 0; at < 16 * bar; at += 96) {
        high.notes.push_back({ at + shift, 90, 72, 90 });
    }
    if (shift > 0) {
        high.notes.insert(high.notes.begin(), { 0, 90, 67, 90 });
    }
    for (Tick at = 0; at < 16 * bar; at += bar) {
        low.notes.push_back({ at + shift, bar, 43, 90 });
    }
    score.tracks = { high, low };
    score.length = 17 * bar;
    return score;
}

} // namespace

class SlotsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mmaTracksFindTheirSlots();
    void surplusTracksAreCounted();
    void thinningKeepsTheOutline();
    void tidyingCutsOverlaps();
    void pickupsMoveToTheBarLine();
    void printedMetresAreRead();
    void hintsReplaceAPlainPiano();
    void eightPartsAreTooMany();
    void chordsAndKeysAreHeard();
    void energyRisesWithWhatSounds();
    void proceduralStylesAreValid();
    void proceduralRowsAreWellFormed();
    void grooveRowsAreWhole();
};

void SlotsTest::mmaTracksFindTheirSlots()
{
    SourceTrack drums = source("Drum-Kick", 0, 36, 1, 96);
    drums.drums = true;
    SourceTrack hats = source("Drum-Hat", 0, 42, 1, 48);
    hats.drums = true;
    const auto tracks
        = assignSlots({ drums, hats, source("Bass", 32, 40, 90, 96), source("Walk", 32, 45, 90, 96),
                          source("Chord", 0, 60, 40, 48), source("Chord-Sus", 48, 64, 380, 384),
                          source("Chord-Guitar", 25, 62, 40, 96),
                          source("Arpeggio", 46, 70, 40, 48), source("Solo", 73, 80, 90, 96) },
            nullptr);
    QCOMPARE(tracks.size(), std::size_t { 7 });
    QCOMPARE(in(tracks, Slot::Drums)->notes.size(), std::size_t { 48 });
    QCOMPARE(in(tracks, Slot::Bass)->notes.size(), std::size_t { 32 });
    QCOMPARE(in(tracks, Slot::Chords)->program, 0);
    QCOMPARE(in(tracks, Slot::Comp)->program, 25);
    QCOMPARE(in(tracks, Slot::Pad)->program, 48);
    QCOMPARE(in(tracks, Slot::Counter)->program, 46);
    QCOMPARE(in(tracks, Slot::Lead)->program, 73);
}

void SlotsTest::surplusTracksAreCounted()
{
    AssignmentLoss loss;
    const auto tracks
        = assignSlots({ source("Chord-A", 0, 60, 40, 48), source("Chord-B", 4, 60, 40, 48),
                          source("Chord-C", 5, 60, 40, 48), source("Chord-D", 6, 60, 40, 96) },
            &loss);
    QCOMPARE(tracks.size(), std::size_t { 3 });
    QCOMPARE(loss.tracks, 1);
    QCOMPARE(loss.notes, 16);
}

void SlotsTest::thinningKeepsTheOutline()
{
    std::vector<Note> notes;
    for (int i = 0; i < 9; ++i) {
        notes.push_back(
            { 0, 96, static_cast<std::uint8_t>(50 + 3 * i), static_cast<std::uint8_t>(60 + i) });
    }
    notes.push_back({ 13, 40, 90, 50 }); // the next frame
    QCOMPARE(thinToGrid(notes), 3);
    QCOMPARE(notes.size(), std::size_t { 7 });
    QCOMPARE(int { notes.front().pitch }, 50);
    QCOMPARE(int { notes[5].pitch }, 74);
    QCOMPARE(int { notes.back().pitch }, 90);
}

void SlotsTest::tidyingCutsOverlaps()
{
    std::vector<Note> notes { { 96, 50, 60, 70 }, { 0, 200, 60, 80 }, { 96, 50, 60, 90 } };
    tidyNotes(notes);
    QCOMPARE(notes.size(), std::size_t { 2 });
    QCOMPARE(notes[0].duration, Tick { 96 });
    QCOMPARE(int { notes[1].velocity }, 90);
}

void SlotsTest::pickupsMoveToTheBarLine()
{
    PrintedPiece piece;
    piece.key = "C major";
    AssignmentLoss loss;
    for (const Tick shift : { Tick { 0 }, Tick { 96 } }) {
        const auto score = gridScore(printedScore(shift, 288), piece, *readMetre("3/4"), 100, loss);
        QVERIFY(score.has_value());
        for (const Note& note : in(score->tracks, Slot::Bass)->notes) {
            QCOMPARE(note.onset % 288, Tick { 0 });
        }
        QCOMPARE(score->length % 288, Tick { 0 });
        QVERIFY(keepsInvariants(*score));
    }
}

void SlotsTest::printedMetresAreRead()
{
    QVERIFY((readMetre("3/8")->metre == Metre { 3, 4 }));
    QCOMPARE(readMetre("3/8")->scale, 2.0);
    QVERIFY((readMetre("12/8")->metre == Metre { 6, 8 }));
    QCOMPARE(readMetre("3/2")->scale, 0.5);
    QVERIFY(!readMetre("9/8").has_value());
    QVERIFY(!readMetre("").has_value());
}

void SlotsTest::hintsReplaceAPlainPiano()
{
    PrintedPiece piece;
    piece.filePrograms = { 0 };
    piece.hintPrograms = { 73, 24 };
    AssignmentLoss loss;
    const auto score = gridScore(printedScore(0, 384), piece, *readMetre("4/4"), 100, loss);
    QCOMPARE(in(score->tracks, Slot::Lead)->program, 73);
    QCOMPARE(in(score->tracks, Slot::Bass)->program, 24);
}

void SlotsTest::eightPartsAreTooMany()
{
    Score score = printedScore(0, 384);
    while (score.tracks.size() < 7) {
        score.tracks.push_back(score.tracks.front());
    }
    AssignmentLoss loss;
    const auto seven = gridScore(score, {}, *readMetre("4/4"), 100, loss);
    QVERIFY(seven.has_value());
    QVERIFY(keepsInvariants(*seven));
    score.tracks.push_back(score.tracks.front());
    QVERIFY(!gridScore(score, {}, *readMetre("4/4"), 100, loss).has_value());
}

void SlotsTest::chordsAndKeysAreHeard()
{
    Score score;
    score.length = 4 * 384;
    Track track { Slot::Chords, 0, "", {} };
    const auto chord = [&](Tick at, std::initializer_list<int> pitches) {
        for (const int pitch : pitches) {
            track.notes.push_back({ at, 380, static_cast<std::uint8_t>(pitch), 80 });
        }
    };
    chord(0, { 48, 64, 67 });
    chord(384, { 53, 57, 60 });
    chord(768, { 43, 59, 62, 65 });
    chord(1152, { 45, 60, 64 });
    score.tracks = { track };
    const auto chords = estimateChords(score);
    QCOMPARE(chords.size(), std::size_t { 4 });
    QCOMPARE(chordName(chords[0]), std::string("C"));
    QCOMPARE(chordName(chords[1]), std::string("F"));
    QCOMPARE(chordName(chords[2]), std::string("G7"));
    QCOMPARE(chordName(chords[3]), std::string("Am"));
    QVERIFY((estimateKey(score) == Key { 0, Mode::Major }));
    QVERIFY((checkedKey(score, { 0, Mode::Major }) == Key { 0, Mode::Major }));
    QVERIFY((checkedKey(score, { 6, Mode::Major }) == Key { 0, Mode::Major }));
}

void SlotsTest::energyRisesWithWhatSounds()
{
    Score score;
    score.length = 4 * 384;
    Track quiet { Slot::Pad, 48, "", { { 384, 384, 60, 50 } } };
    Track busy { Slot::Drums, 0, "", {} };
    for (Tick at = 768; at < 1152; at += 24) {
        busy.notes.push_back({ at, 24, 42, 110 });
    }
    score.tracks = { quiet, busy };
    const auto energies = barEnergies(score);
    QCOMPARE(energies.size(), std::size_t { 4 });
    QCOMPARE(energies[0], 0.0f);
    QVERIFY(energies[1] > 0 && energies[2] > energies[1]);
    QCOMPARE(energies[3], 0.0f);
    score.tempo = TempoMap(60);
    QVERIFY(barEnergies(score)[2] < energies[2]);
}

void SlotsTest::proceduralStylesAreValid()
{
    const auto progressions
        = readProgressions(PIERIA_SOURCE_DIR "/resources/corpus/progressions.jsonl");
    const HeldOut heldOut;
    const std::vector<GrooveFile> none;
    const MakerTools tools { 3, {}, none, *progressions, heldOut };
    std::map<std::string, int> seen;
    for (std::uint64_t i = 0; i < 90; ++i) {
        for (const MadePiece& piece : makeProceduralPiece(tools, i)) {
            QVERIFY2(keepsInvariants(piece.score), piece.line.id.c_str());
            ++seen[piece.line.style];
            const bool drums = in(piece.score.tracks, Slot::Drums) != nullptr;
            QVERIFY(!drums || (piece.line.style != "ambient" && piece.line.style != "minimalism"));
        }
    }
    QCOMPARE(seen.size(), electronicStyles().size() + bandStyles().size());
}

void SlotsTest::proceduralRowsAreWellFormed()
{
    for (const auto styles : { electronicStyles(), bandStyles() }) {
        for (const ProceduralStyle& style : styles) {
            for (const auto rows : { style.kicks, style.snares, style.hats, style.percussion,
                     style.basses, style.stabs, style.arps }) {
                for (const std::string_view row : rows) {
                    QVERIFY2(row.size() == 16, std::string(row).c_str());
                }
            }
            for (const auto programs : { style.bassPrograms, style.stabPrograms, style.padPrograms,
                     style.arpPrograms, style.leadPrograms }) {
                for (const int program : programs) {
                    QVERIFY(program >= 0 && program < 128);
                }
            }
            QVERIFY(style.slowest < style.fastest);
            for (const auto form : style.forms) {
                int bars = 0;
                for (const StyleSection& section : form) {
                    bars += section.bars;
                }
                QVERIFY(bars >= 8 && bars <= 64);
            }
        }
    }
}

void SlotsTest::grooveRowsAreWhole()
{
    for (const GrooveRow& row : grooveTable()) {
        QVERIFY(canComposeIn(row.metre));
        QCOMPARE(row.mmaBeats * row.ticksPerBeat % row.metre.ticksPerBar(), Tick { 0 });
        QVERIFY(row.barsPerMmaBar() == 1 || row.barsPerMmaBar() == 2);
        QVERIFY(row.slowest >= 40 && row.slowest < row.fastest && row.fastest <= 260);
        QCOMPARE(findGrooveRow(row.file), &row);
    }
    QVERIFY(findGrooveRow("metronome") == nullptr);
}

QTEST_GUILESS_MAIN(SlotsTest)
#include "slots_test.moc"
