// The bytes of a Standard MIDI file (MIDI 1.0, RP-001) as a stream of events. Knows the format and
// nothing of music; midi_reader.cpp makes a score of it.
#pragma once

#include "core/base/result.h"
#include "core/score/music_types.h"

#include <cstdint>
#include <string_view>

namespace pieria {

inline constexpr std::size_t kMaxMidiBytes = std::size_t { 16 } << 20;
inline constexpr std::size_t kMaxMidiEvents = 4'000'000;

/// Where in the file an event stands; ticks are already those of a Score (96 a beat).
struct MidiPlace
{
    int track = 0; ///< from 0
    Tick tick = 0;
};

enum class MetaType : std::uint8_t {
    Text = 0x01,
    TrackName = 0x03,
    Marker = 0x06,
    EndOfTrack = 0x2F,
    Tempo = 0x51,
    TimeSignature = 0x58,
    KeySignature = 0x59
};

class MidiSink
{
public:
    virtual ~MidiSink() = default;
    /// Velocity 0: the note ends.
    virtual void note(MidiPlace at, int channel, std::uint8_t pitch, std::uint8_t velocity) = 0;
    virtual void program(MidiPlace at, int channel, int program) = 0;
    /// `data` points into the file. Types outside MetaType are passed on, too.
    virtual void meta(MidiPlace at, MetaType type, std::string_view data) = 0;
    /// After the last event of every track, with the time of its end.
    virtual void trackEnded(MidiPlace at) = 0;
};

/// Type 0 and 1 in ticks; anything else is refused with a sentence. A RIFF wrapper (.rmi) is taken
/// off. Bounds: kMaxMidiBytes, kMaxMidiEvents, times at most twice kMaxPieceTicks.
[[nodiscard]] Status parseMidi(std::string_view bytes, MidiSink& sink);

} // namespace pieria
