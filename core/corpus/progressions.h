// The table of chord progressions (resources/corpus/progressions.jsonl): numerals against the major
// scale of the tonic, with moods and styles.
#pragma once

#include "core/base/result.h"
#include "core/score/music_types.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pieria {

/// One chord of a progression, still free of any key.
struct Numeral
{
    int root = 0; ///< semitones above the tonic, 0..11
    std::string suffix; ///< chord symbol without its root: "m7", "7b9", ""
    int bass = -1; ///< semitones above the tonic, -1 for the root
    double bars = 1; ///< how long it lasts, 0.5 or a whole number
};

struct Progression
{
    std::string id;
    Mode mode = Mode::Major;
    std::vector<std::string> moods;
    std::vector<std::string> styles;
    std::vector<Numeral> chords;
    [[nodiscard]] double bars() const;
};

[[nodiscard]] Result<Numeral> readNumeral(std::string_view text);
[[nodiscard]] Result<std::vector<Progression>> readProgressions(const std::filesystem::path& file);

/// "Bbm7/F" in a key: flats or sharps as its signature has them.
[[nodiscard]] std::string chordSymbol(const Numeral& numeral, Key key);
[[nodiscard]] std::string pitchClassName(int pitchClass, bool flats);
[[nodiscard]] bool keyUsesFlats(Key key);

} // namespace pieria
