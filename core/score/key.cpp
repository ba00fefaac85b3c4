#include "core/score/music_types.h"
#include "core/score/spelling.h"

#include <array>
#include <cctype>
#include <utility>

namespace pieria {

namespace {

constexpr std::array<std::string_view, 7> kModeNames { "major", "minor", "dorian", "phrygian",
    "lydian", "mixolydian", "locrian" };
/// How many fifths above the tonic of its relative major the tonic of the mode lies.
constexpr std::array<int, 7> kFifthsAboveMajor { 0, 3, 2, 4, -1, 1, 5 };

std::string lowered(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '-' || c == '_';
        if (!blank) {
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return out;
}

/// The word after the tonic, without blanks. `capital` tells "DM" from "Dm".
std::optional<Mode> modeFromWord(std::string_view word)
{
    if (word == "M") {
        return Mode::Major;
    }
    const std::string text = lowered(word);
    constexpr std::array<std::pair<std::string_view, Mode>, 17> kWords { { { "", Mode::Major },
        { "maj", Mode::Major }, { "major", Mode::Major }, { "dur", Mode::Major },
        { "ionian", Mode::Major }, { "m", Mode::Minor }, { "min", Mode::Minor },
        { "minor", Mode::Minor }, { "moll", Mode::Minor }, { "aeolian", Mode::Minor },
        { "dorian", Mode::Dorian }, { "phrygian", Mode::Phrygian }, { "lydian", Mode::Lydian },
        { "mixolydian", Mode::Mixolydian }, { "mixo", Mode::Mixolydian },
        { "locrian", Mode::Locrian }, { "mi", Mode::Minor } } };
    for (const auto& [name, mode] : kWords) {
        if (name == text) {
            return mode;
        }
    }
    return std::nullopt;
}

} // namespace

int keySignature(Key key)
{
    const int offset = kFifthsAboveMajor[static_cast<std::size_t>(key.mode)];
    // Multiplying by 7 turns semitones into fifths: both generate the twelve pitch classes.
    int sharps = pitchClass(key.tonic * 7 - offset);
    const int most = key.mode == Mode::Major ? 6 : 5;
    if (sharps > most) {
        sharps -= 12;
    }
    return sharps;
}

Key keyFromSignature(int sharps, Mode mode)
{
    return { pitchClass((sharps + kFifthsAboveMajor[static_cast<std::size_t>(mode)]) * 7), mode };
}

std::string keyName(Key key)
{
    const int fifths = keySignature(key) + kFifthsAboveMajor[static_cast<std::size_t>(key.mode)];
    std::string name(spelledLetter(fifths));
    const int accidentals = spelledAccidentals(fifths);
    if (accidentals != 0) {
        name += accidentals > 0 ? "-sharp" : "-flat";
    }
    return name + " " + std::string(kModeNames[static_cast<std::size_t>(key.mode)]);
}

std::optional<Key> keyFromName(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    const auto tonic = takePitchName(text, AccidentalWords::Allowed);
    if (!tonic) {
        return std::nullopt;
    }
    while (!text.empty() && (text.front() == ' ' || text.front() == '-')) {
        text.remove_prefix(1);
    }
    const auto mode = modeFromWord(text);
    if (!mode) {
        return std::nullopt;
    }
    return Key { *tonic, *mode };
}

unsigned scaleMask(Mode mode)
{
    const auto mask = [](std::initializer_list<int> degrees) {
        unsigned bits = 0;
        for (const int degree : degrees) {
            bits |= 1u << degree;
        }
        return bits;
    };
    switch (mode) {
    case Mode::Major:
        return mask({ 0, 2, 4, 5, 7, 9, 11 });
    case Mode::Minor:
        return mask({ 0, 2, 3, 5, 7, 8, 10, 11 });
    case Mode::Dorian:
        return mask({ 0, 2, 3, 5, 7, 9, 10 });
    case Mode::Phrygian:
        return mask({ 0, 1, 3, 5, 7, 8, 10 });
    case Mode::Lydian:
        return mask({ 0, 2, 4, 6, 7, 9, 11 });
    case Mode::Mixolydian:
        return mask({ 0, 2, 4, 5, 7, 9, 10 });
    case Mode::Locrian:
        return mask({ 0, 1, 3, 5, 6, 8, 10 });
    }
    return 0xFFFu;
}

} // namespace pieria
