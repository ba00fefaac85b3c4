// Metre, key, tempo and chords: the values a piece is described with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

using Tick = std::int64_t;
inline constexpr Tick kTicksPerBeat = 96; ///< a beat is a quarter note, whatever the metre
inline constexpr Tick kTicksPerFrame = 24; ///< the grid of the models: one frame per quarter beat
inline constexpr int kFramesPerBeat = 4;

/// A metre such as 6/8. The studio composes in 4/4, 3/4, 6/8, 2/4 and 5/4; imports may hold any.
struct Metre
{
    int numerator = 4;
    int denominator = 4; ///< a power of two, 1 to 64
    [[nodiscard]] Tick ticksPerBar() const { return numerator * 4 * kTicksPerBeat / denominator; }
    [[nodiscard]] int framesPerBar() const
    {
        return static_cast<int>(ticksPerBar() / kTicksPerFrame);
    }
    bool operator==(const Metre&) const = default;
};
[[nodiscard]] bool isValidMetre(Metre metre); ///< numerator 1 to 255, denominator as above
[[nodiscard]] std::string metreName(Metre metre); ///< "6/8"
[[nodiscard]] std::optional<Metre> metreFromName(std::string_view text);
[[nodiscard]] bool canComposeIn(Metre metre);

enum class Mode : std::uint8_t { Major, Minor, Dorian, Phrygian, Lydian, Mixolydian, Locrian };

struct Key
{
    int tonic = 0; ///< pitch class, C = 0
    Mode mode = Mode::Major;
    bool operator==(const Key&) const = default;
};
[[nodiscard]] std::string keyName(Key key); ///< "D minor", "B-flat major", "F-sharp dorian"
/// Accepts "Dm", "D minor", "d moll", "F#", "Bb major", "A dorian", "F-sharp minor".
[[nodiscard]] std::optional<Key> keyFromName(std::string_view text);
/// Sharps of the key signature (negative: flats), -6 to 6; modes take that of their relative major.
[[nodiscard]] int keySignature(Key key);
[[nodiscard]] Key keyFromSignature(int sharps, Mode mode);
/// Bit i set: pitch class (tonic + i) mod 12 belongs to the mode (minor holds both sevenths).
[[nodiscard]] unsigned scaleMask(Mode mode);

enum class ChordQuality : std::uint8_t {
    Major,
    Minor,
    Diminished,
    Augmented,
    Dominant7,
    Major7,
    Minor7,
    HalfDiminished7,
    Diminished7,
    MinorMajor7,
    Sus2,
    Sus4,
    Dominant7Sus4,
    Major6,
    Minor6,
    Power,
    None
};
inline constexpr int kChordQualityCount = 17;

/// A chord from `onset` until the next one. Quality None is silence ("N.C.").
struct Chord
{
    Tick onset = 0;
    int root = 0; ///< pitch class
    ChordQuality quality = ChordQuality::Major;
    int bass = 0; ///< pitch class of the lowest note
    bool operator==(const Chord&) const = default;
};
[[nodiscard]] std::string chordName(const Chord& chord); ///< "Dm7/A"
/// Reads a chord symbol as lead sheets and mma spell it; extensions fold to the nearest quality.
[[nodiscard]] std::optional<Chord> chordFromName(std::string_view symbol);
/// Pitch classes relative to the root as a bit set.
[[nodiscard]] unsigned chordMask(ChordQuality quality);

} // namespace pieria
