#include "core/score/midi_parser.h"

#include "core/score/limits.h"

#include <optional>
#include <string>

namespace pieria {

namespace {

constexpr Tick kLatest = 2 * kMaxPieceTicks;

tl::unexpected<Failure> corrupt(std::string why)
{
    return fail(ErrorCode::Corrupt,
        "This MIDI file is damaged (" + std::move(why)
            + "); export it again from the program that made it.");
}

/// Reads big-endian numbers off the front of a view; says nothing where the view ends too early.
class Cursor
{
public:
    explicit Cursor(std::string_view bytes)
        : m_left(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }
    [[nodiscard]] std::size_t left() const { return m_left.size(); }
    [[nodiscard]] std::uint8_t peek() const { return static_cast<std::uint8_t>(m_left.front()); }
    std::optional<std::uint32_t> number(std::size_t width)
    {
        if (m_left.size() < width) {
            return std::nullopt;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            value = (value << 8) | static_cast<std::uint8_t>(m_left[i]);
        }
        m_left.remove_prefix(width);
        return value;
    }
    /// A variable-length quantity of at most four bytes.
    std::optional<std::uint32_t> variable()
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            const auto byte = number(1);
            if (!byte) {
                return std::nullopt;
            }
            value = (value << 7) | (*byte & 0x7F);
            if ((*byte & 0x80) == 0) {
                return value;
            }
        }
        return std::nullopt;
    }
    std::optional<std::string_view> take(std::size_t size)
    {
        if (m_left.size() < size) {
            return std::nullopt;
        }
        const std::string_view part = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return part;
    }

private:
    std::string_view m_left;
};

std::string_view withoutRiff(std::string_view bytes)
{
    if (bytes.size() < 12 || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "RMID") {
        return bytes;
    }
    const std::size_t header = bytes.substr(0, 1024).find("MThd");
    return header == std::string_view::npos ? bytes : bytes.substr(header);
}

class TrackParser
{
public:
    TrackParser(
        std::string_view bytes, int track, int division, std::size_t& events, MidiSink& sink)
        : m_cursor(bytes)
        , m_track(track)
        , m_division(division)
        , m_events(events)
        , m_sink(sink)
    {
    }

    Status run()
    {
        while (!m_cursor.atEnd() && !m_ended) {
            if (const Status step = event(); !step) {
                return step;
            }
        }
        m_sink.trackEnded(place());
        return {};
    }

private:
    [[nodiscard]] MidiPlace place() const { return { m_track, rescaled(m_time) }; }

    /// Exact rounding to 96 ticks a beat. Cannot overflow: m_time is bounded in advance().
    [[nodiscard]] Tick rescaled(Tick time) const
    {
        return (2 * time * kTicksPerBeat + m_division) / (2 * m_division);
    }

    Status advance()
    {
        const auto delta = m_cursor.variable();
        if (!delta) {
            return corrupt("a time is cut off");
        }
        m_time += static_cast<Tick>(*delta);
        if (m_time / m_division > kLatest / kTicksPerBeat) {
            return fail(ErrorCode::InvalidInput,
                "This MIDI file is longer than four hours; cut it into shorter pieces.");
        }
        return {};
    }

    Status event()
    {
        if (++m_events > kMaxMidiEvents) {
            return fail(ErrorCode::InvalidInput,
                "This MIDI file holds more than four million events; cut it into shorter pieces.");
        }
        if (const Status time = advance(); !time) {
            return time;
        }
        if (m_cursor.atEnd()) {
            return corrupt("an event is missing");
        }
        if (m_cursor.peek() >= 0x80) {
            m_status = static_cast<std::uint8_t>(*m_cursor.number(1));
        } else if (m_running == 0) {
            return corrupt("an event has no status");
        } else {
            m_status = m_running;
        }
        if (m_status < 0xF0) {
            m_running = m_status;
            return channelEvent();
        }
        return m_status == 0xFF ? metaEvent() : systemEvent();
    }

    Status channelEvent()
    {
        const int kind = m_status >> 4;
        const int channel = m_status & 0x0F;
        const bool single = kind == 0xC || kind == 0xD;
        const auto first = m_cursor.number(1);
        const auto second = single ? std::optional<std::uint32_t>(0) : m_cursor.number(1);
        if (!first || !second || *first > 127 || *second > 127) {
            return corrupt("an event is incomplete");
        }
        if (kind == 0x8 || kind == 0x9) {
            const auto velocity = static_cast<std::uint8_t>(kind == 0x8 ? 0 : *second);
            m_sink.note(place(), channel, static_cast<std::uint8_t>(*first), velocity);
        } else if (kind == 0xC) {
            m_sink.program(place(), channel, static_cast<int>(*first));
        }
        return {};
    }

    Status metaEvent()
    {
        const auto type = m_cursor.number(1);
        const auto data = type ? payload() : std::nullopt;
        if (!data) {
            return corrupt("a text or tempo event is cut off");
        }
        const auto meta = static_cast<MetaType>(*type);
        m_ended = meta == MetaType::EndOfTrack;
        if (!m_ended) {
            m_sink.meta(place(), meta, *data);
        }
        return {};
    }

    /// System exclusive and escapes carry a length; the other system messages are not for files,
    /// but are skipped with the data bytes they have on a wire.
    Status systemEvent()
    {
        if (m_status == 0xF0 || m_status == 0xF7) {
            return payload() ? Status {} : Status(corrupt("a system event is cut off"));
        }
        const std::size_t size = m_status == 0xF2  ? 2
            : m_status == 0xF1 || m_status == 0xF3 ? 1
                                                   : 0;
        return m_cursor.take(size) ? Status {} : Status(corrupt("a system event is cut off"));
    }

    std::optional<std::string_view> payload()
    {
        const auto size = m_cursor.variable();
        return size ? m_cursor.take(*size) : std::nullopt;
    }

    Cursor m_cursor;
    int m_track;
    int m_division;
    std::size_t& m_events;
    MidiSink& m_sink;
    Tick m_time = 0; ///< in ticks of the file
    std::uint8_t m_status = 0;
    std::uint8_t m_running = 0;
    bool m_ended = false;
};

struct Header
{
    int format = 0;
    int division = 0; ///< ticks a beat
};

Result<Header> readHeader(Cursor& cursor)
{
    const auto tag = cursor.take(4);
    if (!tag || *tag != "MThd") {
        return fail(
            ErrorCode::InvalidInput, "This is not a MIDI file; choose a file ending in .mid.");
    }
    const auto size = cursor.number(4);
    const auto header = size && *size >= 6 ? cursor.take(*size) : std::nullopt;
    if (!header) {
        return corrupt("its header is cut off");
    }
    Cursor fields(*header);
    const std::uint32_t format = *fields.number(2);
    static_cast<void>(fields.number(2)); // the number of tracks: the chunks are counted instead
    const std::uint32_t division = *fields.number(2);
    if (format > 1) {
        return fail(ErrorCode::Unsupported,
            "This MIDI file holds independent patterns (type 2); export it as type 0 or 1.");
    }
    if ((division & 0x8000) != 0) {
        return fail(ErrorCode::Unsupported,
            "This MIDI file counts film frames (SMPTE time) instead of beats; export it with ticks "
            "per beat.");
    }
    if (division == 0) {
        return corrupt("it has no ticks per beat");
    }
    return Header { static_cast<int>(format), static_cast<int>(division) };
}

} // namespace

Status parseMidi(std::string_view bytes, MidiSink& sink)
{
    if (bytes.size() > kMaxMidiBytes) {
        return fail(ErrorCode::InvalidInput,
            "This MIDI file is larger than 16 MiB; cut it into shorter pieces.");
    }
    Cursor cursor(withoutRiff(bytes));
    const Result<Header> header = readHeader(cursor);
    if (!header) {
        return tl::unexpected<Failure>(header.error());
    }
    std::size_t events = 0;
    int track = 0;
    while (cursor.left() >= 8) {
        const std::string_view tag = *cursor.take(4);
        const std::size_t size = *cursor.number(4);
        const auto chunk = cursor.take(size);
        if (!chunk) {
            return corrupt("it ends too early");
        }
        if (tag != "MTrk") {
            continue;
        }
        if (static_cast<std::size_t>(track) > kMaxTracks) {
            return fail(ErrorCode::InvalidInput,
                "This MIDI file has more than 4,096 tracks; merge some of them.");
        }
        const Status parsed = TrackParser(*chunk, track++, header->division, events, sink).run();
        if (!parsed) {
            return parsed;
        }
    }
    if (track == 0) {
        return corrupt("it has no track");
    }
    return {};
}

} // namespace pieria
