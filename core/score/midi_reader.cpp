#include "core/base/file.h"
#include "core/score/gm.h"
#include "core/score/limits.h"
#include "core/score/midi.h"
#include "core/score/midi_parser.h"
#include "core/score/midi_tempo.h"
#include "core/score/slot_guess.h"
#include "core/score/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace pieria {

namespace {

constexpr int kDrumChannel = 9;

/// What one channel plays in one track of the file.
struct Part
{
    std::vector<Note> notes; ///< duration 0: still sounding
    std::array<std::size_t, 128> firstOpen {}; ///< per pitch: where the oldest open note may be
    std::optional<int> program; ///< at the first note
    bool hasNotes() const { return !notes.empty(); }
};

struct FileTrack
{
    std::string name;
    std::optional<Slot> slot;
    std::map<int, Part> parts; ///< by channel
    bool hasNotes() const
    {
        return std::any_of(
            parts.begin(), parts.end(), [](const auto& part) { return part.second.hasNotes(); });
    }
};

std::uint8_t byteAt(std::string_view data, std::size_t i)
{
    return static_cast<std::uint8_t>(data[i]);
}

std::optional<std::string_view> afterPrefix(std::string_view text, std::string_view prefix)
{
    return text.starts_with(prefix) ? std::optional(text.substr(prefix.size())) : std::nullopt;
}

class ScoreBuilder final : public MidiSink
{
public:
    void note(MidiPlace at, int channel, std::uint8_t pitch, std::uint8_t velocity) override
    {
        Part& part = fileTrack(at).parts[channel];
        if (velocity > 0) {
            part.program = part.program ? part.program : programOf(at, channel);
            part.notes.push_back({ at.tick, 0, pitch, velocity });
        } else {
            endOldest(part, at.tick, pitch);
        }
    }

    void program(MidiPlace at, int channel, int program) override
    {
        m_programs[{ at.track, channel }] = program;
        m_channelPrograms.try_emplace(channel, program);
        fileTrack(at).parts[channel];
    }

    void meta(MidiPlace at, MetaType type, std::string_view data) override
    {
        switch (type) {
        case MetaType::Text:
            text(at, data);
            break;
        case MetaType::TrackName:
            if (fileTrack(at).name.empty()) {
                fileTrack(at).name = cleanText(data, kMaxNameBytes);
            }
            break;
        case MetaType::Marker:
            m_score.sections.push_back({ at.tick, cleanText(data, kMaxNameBytes) });
            countMark();
            break;
        case MetaType::Tempo:
            tempo(at, data);
            break;
        case MetaType::TimeSignature:
            metre(at, data);
            break;
        case MetaType::KeySignature:
            key(at, data);
            break;
        case MetaType::EndOfTrack:
            break;
        }
    }

    void trackEnded(MidiPlace at) override
    {
        for (auto& [channel, part] : fileTrack(at).parts) {
            for (Note& note : part.notes) {
                if (note.duration == 0) {
                    note.duration = std::max<Tick>(at.tick - note.onset, 1);
                }
            }
        }
        m_end = std::max(m_end, at.tick);
    }

    [[nodiscard]] Result<Score> finish()
    {
        if (m_marks > 2 * kMaxMarks) {
            return fail(ErrorCode::InvalidInput,
                "This MIDI file holds more than 100,000 tempo changes and markers; thin them out.");
        }
        if (const Status taken = takeTracks(); !taken) {
            return tl::unexpected<Failure>(taken.error());
        }
        m_score.tempo = TempoMap(std::move(m_tempo));
        keepNamedKeys();
        m_score.length = m_length.value_or(m_end);
        normalise(m_score);
        return checked();
    }

private:
    FileTrack& fileTrack(MidiPlace at)
    {
        const auto index = static_cast<std::size_t>(at.track);
        if (m_tracks.size() <= index) {
            m_tracks.resize(index + 1);
        }
        return m_tracks[index];
    }

    std::optional<int> programOf(MidiPlace at, int channel) const
    {
        const auto found = m_programs.find({ at.track, channel });
        return found == m_programs.end() ? std::nullopt : std::optional(found->second);
    }

    /// The note that has sounded longest ends first, so that overlapping repetitions keep their
    /// full lengths until normalise() cuts them.
    static void endOldest(Part& part, Tick tick, std::uint8_t pitch)
    {
        std::size_t& first = part.firstOpen[pitch];
        for (; first < part.notes.size(); ++first) {
            Note& note = part.notes[first];
            if (note.pitch == pitch && note.duration == 0) {
                note.duration = std::max<Tick>(tick - note.onset, 1);
                ++first;
                return;
            }
        }
    }

    void text(MidiPlace at, std::string_view data)
    {
        if (const auto name = afterPrefix(data, "slot:")) {
            fileTrack(at).slot = slotFromName(*name);
        } else if (const auto symbol = afterPrefix(data, "chord:")) {
            if (auto chord = chordFromName(*symbol)) {
                chord->onset = at.tick;
                m_score.chords.push_back(*chord);
                countMark();
            }
        } else if (const auto keyText = afterPrefix(data, "key:")) {
            if (const auto named = keyFromName(*keyText)) {
                m_namedKeys.push_back({ at.tick, *named });
                countMark();
            }
        } else if (const auto ticks = afterPrefix(data, "length:")) {
            length(*ticks);
        }
    }

    void length(std::string_view text)
    {
        Tick value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size() && value >= 0
            && value <= 2 * kMaxPieceTicks) {
            m_length = value;
        }
    }

    void tempo(MidiPlace at, std::string_view data)
    {
        if (data.size() != 3) {
            return;
        }
        const int microseconds = (byteAt(data, 0) << 16) | (byteAt(data, 1) << 8) | byteAt(data, 2);
        m_tempo.push_back({ at.tick, bpmFromMicroseconds(microseconds) });
        countMark();
    }

    void metre(MidiPlace at, std::string_view data)
    {
        if (data.size() < 2 || byteAt(data, 1) > 6) {
            return;
        }
        const Metre metre { byteAt(data, 0), 1 << byteAt(data, 1) };
        if (isValidMetre(metre)) {
            m_score.metres.push_back({ at.tick, metre });
            countMark();
        }
    }

    void key(MidiPlace at, std::string_view data)
    {
        if (data.size() < 2 || byteAt(data, 1) > 1) {
            return;
        }
        const int sharps = static_cast<std::int8_t>(byteAt(data, 0));
        if (sharps >= -7 && sharps <= 7) {
            const Mode mode = byteAt(data, 1) == 1 ? Mode::Minor : Mode::Major;
            m_score.keys.push_back({ at.tick, keyFromSignature(sharps, mode) });
            countMark();
        }
    }

    /// Signatures know major and minor alone; a "key:" text says which mode was meant.
    void keepNamedKeys()
    {
        m_score.keys.insert(m_score.keys.end(), m_namedKeys.begin(), m_namedKeys.end());
    }

    void countMark()
    {
        ++m_marks;
        // Beyond the limit the file is refused: no need to keep more.
        if (m_marks > 2 * kMaxMarks) {
            m_score.sections.clear();
            m_score.chords.clear();
            m_score.metres.clear();
            m_score.keys.clear();
            m_tempo.clear();
            m_namedKeys.clear();
        }
    }

    int programIn(std::size_t track, int channel, const Part& part) const
    {
        if (part.program) {
            return *part.program;
        }
        const auto own = m_programs.find({ static_cast<int>(track), channel });
        if (own != m_programs.end()) {
            return own->second;
        }
        const auto elsewhere = m_channelPrograms.find(channel);
        return elsewhere == m_channelPrograms.end() ? 0 : elsewhere->second;
    }

    Status takeTracks()
    {
        std::size_t notes = 0;
        std::optional<std::size_t> drums; // where the drums of a foreign file gather
        for (std::size_t i = 0; i < m_tracks.size(); ++i) {
            FileTrack& source = m_tracks[i];
            if (i == 0 && (!source.hasNotes() || m_tracks.size() == 1)) {
                m_score.title = source.name;
            }
            for (auto& [channel, part] : source.parts) {
                if (!part.hasNotes() && !source.slot) {
                    continue;
                }
                notes += part.notes.size();
                const bool foreignDrums = !source.slot && channel == kDrumChannel;
                if (foreignDrums && drums) {
                    std::vector<Note>& all = m_score.tracks[*drums].notes;
                    all.insert(all.end(), part.notes.begin(), part.notes.end());
                    continue;
                }
                Track track;
                track.program = programIn(i, channel, part);
                track.slot = source.slot.value_or(Slot::Extra);
                track.name = nameOf(source, channel, track.program);
                track.notes = std::move(part.notes);
                if (foreignDrums) {
                    drums = m_score.tracks.size();
                }
                if (!source.slot) {
                    m_guessed.push_back(m_score.tracks.size());
                }
                m_score.tracks.push_back(std::move(track));
                if (m_score.tracks.size() > kMaxTracks || notes > kMaxNotes) {
                    return fail(ErrorCode::InvalidInput,
                        "This MIDI file holds more tracks or notes than a piece can have; cut it "
                        "into shorter pieces.");
                }
            }
        }
        guess(drums);
        return {};
    }

    static std::string nameOf(const FileTrack& source, int channel, int program)
    {
        if (source.slot) {
            return source.name;
        }
        if (channel == kDrumChannel) {
            return "Drums";
        }
        const bool own = source.parts.size() == 1 && !source.name.empty();
        return own ? source.name : std::string(programName(program));
    }

    void guess(std::optional<std::size_t> drums)
    {
        std::size_t melodic = 0;
        for (const std::size_t i : m_guessed) {
            std::vector<Note>& notes = m_score.tracks[i].notes;
            std::stable_sort(notes.begin(), notes.end());
            melodic += drums == i ? 0 : notes.size();
        }
        std::vector<PartFeatures> features;
        for (const std::size_t i : m_guessed) {
            features.push_back(partFeatures(m_score.tracks[i], drums == i, melodic));
        }
        const std::vector<Slot> slots = guessSlots(features);
        for (std::size_t k = 0; k < slots.size(); ++k) {
            m_score.tracks[m_guessed[k]].slot = slots[k];
        }
    }

    [[nodiscard]] Result<Score> checked()
    {
        if (const Status fits = checkSize(m_score); !fits) {
            return tl::unexpected<Failure>(fits.error());
        }
        return std::move(m_score);
    }

    Score m_score { .title = {},
        .tempo = {},
        .metres = {},
        .keys = {},
        .sections = {},
        .chords = {},
        .tracks = {},
        .length = 0 };
    std::vector<FileTrack> m_tracks;
    std::map<std::pair<int, int>, int> m_programs; ///< (track, channel): the latest
    std::map<int, int> m_channelPrograms; ///< channel: the first in the file
    std::vector<TempoChange> m_tempo;
    std::vector<At<Key>> m_namedKeys;
    std::vector<std::size_t> m_guessed; ///< tracks without a slot of their own
    std::optional<Tick> m_length;
    Tick m_end = 0;
    std::size_t m_marks = 0;
};

} // namespace

Result<Score> readMidi(std::string_view bytes)
{
    ScoreBuilder builder;
    if (const Status parsed = parseMidi(bytes, builder); !parsed) {
        return tl::unexpected<Failure>(parsed.error());
    }
    return builder.finish();
}

Result<Score> readMidiFile(const std::filesystem::path& path)
{
    const Result<std::string> bytes = readFile(path, kMaxMidiBytes);
    if (!bytes) {
        return tl::unexpected<Failure>(bytes.error());
    }
    return readMidi(*bytes);
}

} // namespace pieria
