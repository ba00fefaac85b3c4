// Tempo as MIDI files hold it: whole microseconds a beat.
#pragma once

namespace pieria {

/// Microseconds of a quarter note, rounded; bpm 10 to 1000.
[[nodiscard]] int microsecondsPerBeat(double bpm);
/// The roundest decimal number that a file stores as these microseconds, so that 92 bpm comes back
/// as 92 and not as 91.99998.
[[nodiscard]] double bpmFromMicroseconds(int microseconds);
/// What a tempo becomes in a file and back. Idempotent.
[[nodiscard]] double midiTempo(double bpm);

} // namespace pieria
