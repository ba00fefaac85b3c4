#include "core/score/spelling.h"

#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

namespace pieria {

namespace {

constexpr std::string_view kLineOfFifths = "FCGDAEB";
constexpr std::array<int, 7> kSemitones { 5, 0, 7, 2, 9, 4, 11 };

struct Accidental
{
    std::string_view text;
    int semitones;
};

constexpr std::array<Accidental, 6> kSigns { { { "#", 1 }, { "b", -1 }, { "\xE2\x99\xAF", 1 },
    { "\xE2\x99\xAD", -1 }, { "x", 2 }, { "\xE2\x99\xAE", 0 } } };
constexpr std::array<Accidental, 8> kWords { { { "-sharp", 1 }, { " sharp", 1 }, { "sharp", 1 },
    { "-flat", -1 }, { " flat", -1 }, { "flat", -1 }, { "is", 1 }, { "es", -1 } } };

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    if (text.size() < prefix.size()) {
        return false;
    }
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(text[i]))
            != std::tolower(static_cast<unsigned char>(prefix[i]))) {
            return false;
        }
    }
    return true;
}

int takeSigns(std::string_view& text)
{
    int semitones = 0;
    for (int count = 0; count < 2; ++count) {
        for (const Accidental& sign : kSigns) {
            if (text.starts_with(sign.text)) {
                text.remove_prefix(sign.text.size());
                semitones += sign.semitones;
                break;
            }
        }
    }
    return semitones;
}

int takeWord(std::string_view& text)
{
    for (const Accidental& word : kWords) {
        if (startsWithIgnoringCase(text, word.text)) {
            text.remove_prefix(word.text.size());
            return word.semitones;
        }
    }
    return 0;
}

} // namespace

std::string_view spelledLetter(int fifths)
{
    const int index = ((fifths + 1) % 7 + 7) % 7;
    return kLineOfFifths.substr(static_cast<std::size_t>(index), 1);
}

int spelledAccidentals(int fifths)
{
    const int shifted = fifths + 1;
    return shifted >= 0 ? shifted / 7 : -((6 - shifted) / 7);
}

std::optional<int> takePitchName(std::string_view& text, AccidentalWords words)
{
    if (text.empty()) {
        return std::nullopt;
    }
    const char letter = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    const std::size_t index = kLineOfFifths.find(letter);
    if (index == std::string_view::npos) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    int semitones = kSemitones[index] + takeSigns(text);
    if (words == AccidentalWords::Allowed) {
        semitones += takeWord(text);
    }
    return pitchClass(semitones);
}

} // namespace pieria
