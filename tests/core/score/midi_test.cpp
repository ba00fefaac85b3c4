// MIDI files: what is written comes back, what others write is understood, what is broken is
// refused.
#include "core/score/limits.h"
#include "core/score/midi.h"
#include "core/score/midi_parser.h"
#include "tests/support/random_score.h"

#include <QTest>

#include <cstdio>
#include <string>

using namespace pieria;

namespace {

std::string bytes(std::initializer_list<int> values)
{
    std::string out;
    for (const int value : values) {
        out += static_cast<char>(value);
    }
    return out;
}

std::string big(std::uint32_t value, int width)
{
    std::string out;
    for (int i = width - 1; i >= 0; --i) {
        out += static_cast<char>(value >> (8 * i));
    }
    return out;
}

std::string header(int format, int tracks, int division)
{
    return "MThd" + big(6, 4) + big(static_cast<std::uint32_t>(format), 2)
        + big(static_cast<std::uint32_t>(tracks), 2) + big(static_cast<std::uint32_t>(division), 2);
}

std::string track(const std::string& events)
{
    const std::string body = events + bytes({ 0, 0xFF, 0x2F, 0 });
    return "MTrk" + big(static_cast<std::uint32_t>(body.size()), 4) + body;
}

std::string file(const std::string& events, int division = 96)
{
    return header(0, 1, division) + track(events);
}

bool refused(const std::string& midi)
{
    const Result<Score> score = readMidi(midi);
    return !score && score.error().sentence.ends_with('.');
}

const std::string kOneNote = bytes({ 0, 0x90, 60, 90, 96, 0x80, 60, 0 });

} // namespace

class MidiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const Score score = test::randomScore(seed);
            const Result<Score> back = readMidi(writeMidi(score));
            QVERIFY2(back.has_value(), back ? "" : back.error().sentence.c_str());
            QVERIFY2(*back == score, std::to_string(seed).c_str());
            QCOMPARE(writeMidi(*back), writeMidi(score));
        }
    }

    void roundTripOfManyTracks()
    {
        const Score score = test::randomScore(7, { .tracks = 60, .notes = 20, .bars = 4 });
        QCOMPARE(*readMidi(writeMidi(score)), score);
    }

    void roundTripOfNothing()
    {
        Score score;
        normalise(score);
        QCOMPARE(*readMidi(writeMidi(score)), score);
    }

    void drumsStayOnChannelTen()
    {
        Score score;
        for (int i = 0; i < 20; ++i) {
            score.tracks.push_back({ Slot::Extra, i, "", { { 0, 96, 60, 90 } } });
        }
        score.tracks.push_back({ Slot::Drums, 0, "", { { 0, 96, 36, 90 } } });
        normalise(score);
        const std::string midi = writeMidi(score);
        QCOMPARE(QByteArray::fromStdString(midi).count(bytes({ 0x99, 36, 90 }).c_str()), 1);
        QCOMPARE(QByteArray::fromStdString(midi).count(bytes({ 0x99, 60, 90 }).c_str()), 0);
    }

    void knownBytes()
    {
        // A hand-made type 1 file: 6/8, 92 bpm, D minor, a marker, flute with running status.
        const std::string midi = header(1, 2, 480)
            + track(bytes({ 0, 0xFF, 0x51, 3, 0x09, 0xF3, 0x8E, 0, 0xFF, 0x58, 4, 6, 3, 36, 8, 0,
                        0xFF, 0x59, 2, 0xFF, 1, 0, 0xFF, 6, 1, 'A' })
                + bytes({ 0, 0xFF, 3, 4 }) + "Walz")
            + track(bytes({ 0, 0xC2, 73, 0, 0x92, 74, 100, 0x83, 0x60, 74, 0, 0, 76, 64, 0x81, 0x70,
                76, 0 }));
        const Result<Score> score = readMidi(midi);
        QVERIFY(score.has_value());
        QCOMPARE(score->title, std::string("Walz"));
        QCOMPARE(score->tempo, TempoMap(92));
        QCOMPARE(score->metre(), (Metre { 6, 8 }));
        QCOMPARE(score->key(), (Key { 2, Mode::Minor }));
        QCOMPARE(score->sections, (std::vector<Section> { { 0, "A" } }));
        QCOMPARE(score->tracks.size(), std::size_t { 1 });
        QCOMPARE(score->tracks[0].program, 73);
        QCOMPARE(score->tracks[0].name, std::string("Flute"));
        QCOMPARE(score->tracks[0].slot, Slot::Lead);
        QCOMPARE(
            score->tracks[0].notes, (std::vector<Note> { { 0, 96, 74, 100 }, { 96, 48, 76, 64 } }));
        QCOMPARE(score->length, Tick { 288 });
    }

    void typeZeroIsSplitByChannel()
    {
        const Result<Score> score = readMidi(file(bytes({ 0, 0xC0, 33, 0, 0xC1, 73, 0, 0x90, 40, 90,
            0, 0x91, 72, 80, 0, 0x99, 36, 99, 96, 0x80, 40, 0, 0, 0x81, 72, 0, 0, 0x89, 36, 0 })));
        QVERIFY(score.has_value());
        QCOMPARE(score->tracks.size(), std::size_t { 3 });
        QCOMPARE(score->tracks[0].slot, Slot::Bass);
        QCOMPARE(score->tracks[1].slot, Slot::Lead);
        QCOMPARE(score->tracks[2].slot, Slot::Drums);
        QCOMPARE(score->tracks[2].name, std::string("Drums"));
    }

    void divisionsAreRescaledByRounding()
    {
        // 7 ticks a beat: ticks 1, 2, 3 are 13.71, 27.43, 41.14 of 96.
        const Result<Score> score = readMidi(
            file(bytes({ 1, 0x90, 60, 90, 1, 0x80, 60, 0, 0, 0x90, 62, 90, 1, 0x80, 62, 0 }), 7));
        QCOMPARE(
            score->tracks[0].notes, (std::vector<Note> { { 14, 13, 60, 90 }, { 27, 14, 62, 90 } }));
        // A note too short for the grid stays as one tick.
        const Result<Score> brief = readMidi(file(bytes({ 0, 0x90, 60, 90, 1, 0x80, 60, 0 }), 960));
        QCOMPARE(brief->tracks[0].notes, (std::vector<Note> { { 0, 1, 60, 90 } }));
    }

    void drumTracksBecomeOne()
    {
        const auto hit
            = [](int pitch) { return track(bytes({ 0, 0x99, pitch, 90, 48, 0x89, pitch, 0 })); };
        const Result<Score> score = readMidi(header(1, 3, 96) + hit(36) + hit(38) + hit(42));
        QCOMPARE(score->tracks.size(), std::size_t { 1 });
        QCOMPARE(score->tracks[0].notes.size(), std::size_t { 3 });
    }

    void moreThanEightTracksShareExtra()
    {
        std::string midi = header(1, 12, 96);
        for (int i = 0; i < 12; ++i) {
            midi += track(bytes({ 0, 0xC0 | i % 9, i * 8, 0, 0x90 | i % 9, 40 + 4 * i, 90, 96,
                0x80 | i % 9, 40 + 4 * i, 0 }));
        }
        const Result<Score> score = readMidi(midi);
        QCOMPARE(score->tracks.size(), std::size_t { 12 });
        std::array<int, kSlotCount> uses {};
        for (const Track& part : score->tracks) {
            ++uses[slotIndex(part.slot)];
        }
        for (const Slot slot : kSlots) {
            const int most = slot == Slot::Extra ? 12 : slot == Slot::Drums ? 0 : 1;
            QVERIFY(uses[slotIndex(slot)] <= most);
        }
        QCOMPARE(uses[slotIndex(Slot::Extra)], 6);
    }

    void overlapsOfOnePitch()
    {
        // on, on, off, off: the first ends where the second starts.
        const Result<Score> score = readMidi(
            file(bytes({ 0, 0x90, 60, 90, 24, 0x90, 60, 80, 24, 0x80, 60, 0, 24, 0x80, 60, 0 })));
        QCOMPARE(
            score->tracks[0].notes, (std::vector<Note> { { 0, 24, 60, 90 }, { 24, 48, 60, 80 } }));
    }

    void hangingNotesEndWithTheirTrack()
    {
        const Result<Score> score = readMidi(file(bytes({ 0, 0x90, 60, 90, 96, 0xB0, 7, 100 })));
        QCOMPARE(score->tracks[0].notes, (std::vector<Note> { { 0, 96, 60, 90 } }));
    }

    void otherEventsAreSkipped()
    {
        const std::string noise = bytes({ 0, 0xF0, 3, 0x7E, 9, 0xF7, 0, 0xFF, 0x7F, 2, 0, 1, 0,
            0xE0, 0, 64, 0, 0xD0, 10, 0, 0xA0, 60, 10, 0, 0xF7, 1, 0xFA, 0, 0xFF, 0x51, 1, 9, 0,
            0xFF, 0x58, 4, 0, 2, 24, 8, 0, 0xFF, 0x58, 4, 4, 9, 24, 8, 0, 0xFF, 0x59, 2, 9, 0 });
        const Result<Score> score = readMidi(file(noise + kOneNote));
        QVERIFY(score.has_value());
        QCOMPARE(score->metre(), Metre {});
        QCOMPARE(score->tracks[0].notes.size(), std::size_t { 1 });
    }

    void unknownChunksAndWrappersAreSkipped()
    {
        const std::string plain = file(kOneNote);
        const std::string extra = header(0, 1, 96) + "XFIH" + big(3, 4) + "abc" + track(kOneNote);
        QCOMPARE(*readMidi(extra), *readMidi(plain));
        QCOMPARE(*readMidi("RIFF" + big(0, 4) + "RMIDdata" + big(0, 4) + plain), *readMidi(plain));
        // A header that is longer than this version of the format knows.
        const std::string longer
            = "MThd" + big(8, 4) + big(0, 2) + big(1, 2) + big(96, 2) + "xx" + track(kOneNote);
        QCOMPARE(*readMidi(longer), *readMidi(plain));
    }

    void brokenFilesAreRefused()
    {
        QVERIFY(refused(""));
        QVERIFY(refused("MThd"));
        QVERIFY(refused("RIFF....WAVE"));
        QVERIFY(refused("RIFF"));
        QVERIFY(refused("RIFFMM"));
        QVERIFY(refused(header(0, 1, 96)));
        QVERIFY(refused(header(2, 1, 96) + track(kOneNote)));
        QVERIFY(refused(header(0, 1, 0) + track(kOneNote)));
        QVERIFY(refused(header(0, 1, 0xE728) + track(kOneNote))); // SMPTE, 25 frames
        QVERIFY(refused(file(bytes({ 0, 60, 90 })))); // no status yet
        QVERIFY(refused(file(bytes({ 0, 0x90, 60, 0x90 }))));
        QVERIFY(refused(file(bytes({ 0, 0xFF, 1, 100, 'a' }))));
        QVERIFY(refused(file(bytes({ 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x90, 60, 90 }))));
        QVERIFY(refused(std::string(kMaxMidiBytes + 1, 'M')));
    }

    void everyCutIsRefusedOrRead()
    {
        const std::string midi = writeMidi(test::randomScore(3));
        for (std::size_t size = 0; size < midi.size(); ++size) {
            const Result<Score> score = readMidi(std::string_view(midi).substr(0, size));
            QVERIFY(score || !score.error().sentence.empty());
        }
    }

    void hostileTimesAreRefused()
    {
        const std::string far = bytes({ 0xFF, 0xFF, 0xFF, 0x7F });
        std::string events;
        for (int i = 0; i < 1000; ++i) {
            events += far + bytes({ 0x90, 60, 90 });
        }
        QVERIFY(refused(file(events, 1)));
        // Four hours of slow music and one bar more; 10 bpm are 960 ticks a minute.
        const auto slow = [](Tick ticks) {
            Score score;
            score.tempo = TempoMap(10);
            score.length = ticks;
            normalise(score);
            return writeMidi(score);
        };
        QVERIFY(!refused(slow(4 * 60 * 960)));
        QVERIFY(refused(slow(4 * 60 * 960 + 384)));
    }

    void tooManyBarsAreRefused()
    {
        Score score;
        score.metres = { { 0, { 1, 64 } } };
        score.length = 6 * (static_cast<Tick>(kMaxPieceBars) + 10);
        QVERIFY(refused(writeMidi(score)));
    }

    void tooManyTracksAreRefused()
    {
        std::string midi = header(1, 0, 96);
        for (std::size_t i = 0; i < kMaxTracks + 2; ++i) {
            midi += track("");
        }
        QVERIFY(refused(midi));
    }

    void namesAreMadeReadable()
    {
        const Result<Score> score
            = readMidi(file(bytes({ 0, 0xFF, 3, 3, 'M', 0xFC, 0 }) + kOneNote));
        QCOMPARE(score->title, std::string("M\xC3\xBC"));
    }
};

QTEST_GUILESS_MAIN(MidiTest)
#include "midi_test.moc"
