// Note names on the line of fifths (... F = -1, C = 0, G = 1 ...), shared by keys and chords.
#pragma once

#include <optional>
#include <string_view>

namespace pieria {

[[nodiscard]] constexpr int pitchClass(int semitones)
{
    return (semitones % 12 + 12) % 12;
}

[[nodiscard]] std::string_view spelledLetter(int fifths); ///< "A" to "G"
[[nodiscard]] int spelledAccidentals(int fifths); ///< sharps; negative: flats

enum class AccidentalWords { Refused, Allowed };

/// Takes a note name off the front of `text`: a letter with #, b, their Unicode signs, or (where
/// allowed) "-sharp", " flat", "is", "es". Leaves `text` alone when there is none.
[[nodiscard]] std::optional<int> takePitchName(std::string_view& text, AccidentalWords words);

} // namespace pieria
