#include "core/base/file.h"
#include "core/score/midi.h"
#include "core/score/midi_parser.h"
#include "core/score/midi_tempo.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pieria {

namespace {

constexpr int kDrumChannel = 9;
constexpr int kMelodicChannels = 15;

void putNumber(std::string& out, std::uint32_t value, int width)
{
    for (int i = width - 1; i >= 0; --i) {
        out += static_cast<char>((value >> (8 * i)) & 0xFF);
    }
}

void putVariable(std::string& out, std::uint32_t value)
{
    for (int shift = 21; shift > 0; shift -= 7) {
        if ((value >> shift) != 0) {
            out += static_cast<char>(((value >> shift) & 0x7F) | 0x80);
        }
    }
    out += static_cast<char>(value & 0x7F);
}

std::string metaEvent(MetaType type, std::string_view data)
{
    std::string out = "\xFF";
    out += static_cast<char>(type);
    putVariable(out, static_cast<std::uint32_t>(data.size()));
    out += data;
    return out;
}

std::string channelEvent(int kind, int channel, std::initializer_list<int> data)
{
    std::string out(1, static_cast<char>((kind << 4) | channel));
    for (const int value : data) {
        out += static_cast<char>(value);
    }
    return out;
}

/// Events in any order; written sorted by time, then by rank, then as they came.
class TrackWriter
{
public:
    void add(Tick tick, int rank, std::string bytes)
    {
        m_events.push_back({ tick, rank, std::move(bytes) });
    }
    [[nodiscard]] std::string chunk(Tick end)
    {
        std::stable_sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) {
            return std::pair(a.tick, a.rank) < std::pair(b.tick, b.rank);
        });
        std::string body;
        Tick now = 0;
        for (const Event& event : m_events) {
            putTime(body, event.tick - now);
            now = event.tick;
            body += event.bytes;
        }
        putTime(body, std::max<Tick>(end - now, 0));
        body += metaEvent(MetaType::EndOfTrack, {});
        std::string out = "MTrk";
        putNumber(out, static_cast<std::uint32_t>(body.size()), 4);
        return out + body;
    }

private:
    struct Event
    {
        Tick tick;
        int rank;
        std::string bytes;
    };
    /// Times beyond what four bytes hold are bridged by empty texts.
    static void putTime(std::string& out, Tick delta)
    {
        constexpr Tick kMost = 0x0FFFFFFF;
        for (; delta > kMost; delta -= kMost) {
            putVariable(out, static_cast<std::uint32_t>(kMost));
            out += metaEvent(MetaType::Text, {});
        }
        putVariable(out, static_cast<std::uint32_t>(delta));
    }
    std::vector<Event> m_events;
};

std::string tempoEvent(double bpm)
{
    std::string data;
    putNumber(data, static_cast<std::uint32_t>(microsecondsPerBeat(bpm)), 3);
    return metaEvent(MetaType::Tempo, data);
}

std::string metreEvent(Metre metre)
{
    int exponent = 0;
    while ((1 << exponent) < metre.denominator) {
        ++exponent;
    }
    // Clocks a metronome click: a dotted quarter in compound metres, else one unit of the metre.
    const bool compound = metre.denominator == 8 && metre.numerator % 3 == 0;
    const int clocks = compound ? 36 : std::max(96 / metre.denominator, 1);
    const std::string data { static_cast<char>(metre.numerator), static_cast<char>(exponent),
        static_cast<char>(clocks), 8 };
    return metaEvent(MetaType::TimeSignature, data);
}

std::string keyEvent(Key key)
{
    const bool minor = key.mode == Mode::Minor;
    const std::string data { static_cast<char>(keySignature(key)), static_cast<char>(minor) };
    return metaEvent(MetaType::KeySignature, data);
}

std::string conductorTrack(const Score& score)
{
    TrackWriter writer;
    if (!score.title.empty()) {
        writer.add(0, 0, metaEvent(MetaType::TrackName, score.title));
    }
    writer.add(0, 0, metaEvent(MetaType::Text, "length:" + std::to_string(score.length)));
    for (const TempoChange& change : score.tempo.changes()) {
        writer.add(change.tick, 1, tempoEvent(change.bpm));
    }
    for (const At<Metre>& change : score.metres) {
        writer.add(change.tick, 2, metreEvent(change.value));
    }
    for (const At<Key>& change : score.keys) {
        writer.add(change.tick, 3, keyEvent(change.value));
        if (change.value.mode != Mode::Major && change.value.mode != Mode::Minor) {
            writer.add(change.tick, 4, metaEvent(MetaType::Text, "key:" + keyName(change.value)));
        }
    }
    for (const Section& section : score.sections) {
        writer.add(section.onset, 5, metaEvent(MetaType::Marker, section.label));
    }
    for (const Chord& chord : score.chords) {
        writer.add(chord.onset, 6, metaEvent(MetaType::Text, "chord:" + chordName(chord)));
    }
    return writer.chunk(score.length);
}

std::string noteTrack(const Track& track, int channel)
{
    TrackWriter writer;
    if (!track.name.empty()) {
        writer.add(0, -3, metaEvent(MetaType::TrackName, track.name));
    }
    writer.add(0, -2, metaEvent(MetaType::Text, "slot:" + std::string(slotName(track.slot))));
    writer.add(0, -1, channelEvent(0xC, channel, { track.program }));
    Tick end = 0;
    for (const Note& note : track.notes) {
        // Ends come before starts, so that a repeated pitch is not cut off at once.
        writer.add(note.onset, 1, channelEvent(0x9, channel, { note.pitch, note.velocity }));
        writer.add(note.onset + note.duration, 0, channelEvent(0x8, channel, { note.pitch, 64 }));
        end = std::max(end, note.onset + note.duration);
    }
    return writer.chunk(end);
}

} // namespace

std::string writeMidi(const Score& score)
{
    std::string out = "MThd";
    putNumber(out, 6, 4);
    putNumber(out, 1, 2);
    putNumber(out, static_cast<std::uint32_t>(score.tracks.size() + 1), 2);
    putNumber(out, static_cast<std::uint32_t>(kTicksPerBeat), 2);
    out += conductorTrack(score);
    int melodic = 0;
    for (const Track& track : score.tracks) {
        int channel = kDrumChannel;
        if (track.slot != Slot::Drums) {
            channel = melodic++ % kMelodicChannels;
            channel += channel >= kDrumChannel ? 1 : 0;
        }
        out += noteTrack(track, channel);
    }
    return out;
}

Status writeMidiFile(const Score& score, const std::filesystem::path& path)
{
    return writeFileAtomically(path, writeMidi(score));
}

} // namespace pieria
