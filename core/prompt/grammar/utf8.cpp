#include "core/prompt/grammar/utf8.h"

#include <array>

namespace pieria::prompt {

namespace {

constexpr char32_t kInvalid = 0xFFFD;
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz";

/// U+00C0 to U+017F, one base letter each; '.' is no letter, upper case marks the two-letter ones.
constexpr std::string_view kLatin = "aaaaaaAceeeeiiiidnooooo.ouuuuypS" // U+00C0
                                    "aaaaaaAceeeeiiiidnooooo.ouuuuypy" // U+00E0
                                    "aaaaaaccccccccddddeeeeeeeeeegggg" // U+0100
                                    "gggghhhhiiiiiiiiiiiijjkkklllllll" // U+0120
                                    "lllnnnnnnnnnooooooOOrrrrrrssssss" // U+0140
                                    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // U+0160

int sequenceLength(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isShortestForm(char32_t value, int length)
{
    constexpr std::array<char32_t, 5> kLeast { 0, 0, 0x80, 0x800, 0x10000 };
    return value >= kLeast[static_cast<std::size_t>(length)] && value <= 0x10FFFF
        && (value < 0xD800 || value > 0xDFFF);
}

} // namespace

CodePoint decodeUtf8(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const int length = sequenceLength(lead);
    if (length == 1) {
        return { lead, 1 };
    }
    if (length == 0 || at + static_cast<std::size_t>(length) > text.size()) {
        return { kInvalid, 1 };
    }
    char32_t value = lead & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]);
        if ((next & 0xC0U) != 0x80U) {
            return { kInvalid, 1 };
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    if (!isShortestForm(value, length)) {
        return { kInvalid, 1 };
    }
    return { value, static_cast<std::size_t>(length) };
}

std::string_view foldLetter(char32_t letter)
{
    if (letter >= 0xFF21 && letter <= 0xFF5A) { // full-width forms
        letter -= 0xFEE0;
    }
    if (letter >= 'a' && letter <= 'z') {
        return kAlphabet.substr(letter - 'a', 1);
    }
    if (letter >= 'A' && letter <= 'Z') {
        return kAlphabet.substr(letter - 'A', 1);
    }
    if (letter < 0xC0 || letter > 0x17F) {
        return {};
    }
    const char base = kLatin[letter - 0xC0];
    switch (base) {
    case '.':
        return {};
    case 'A':
        return "ae";
    case 'O':
        return "oe";
    case 'S':
        return "ss";
    default:
        return kAlphabet.substr(static_cast<std::size_t>(base - 'a'), 1);
    }
}

bool isCapital(char32_t letter)
{
    if (letter >= 'A' && letter <= 'Z') {
        return true;
    }
    if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) {
        return true;
    }
    return letter >= 0x100 && letter <= 0x137 && letter % 2 == 0;
}

} // namespace pieria::prompt
