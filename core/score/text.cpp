#include "core/score/text.h"

#include <cstdint>

namespace pieria {

namespace {

std::uint8_t byteAt(std::string_view text, std::size_t i)
{
    return static_cast<std::uint8_t>(text[i]);
}

/// Length of the well-formed sequence at `i` (Unicode 15, table 3-7); 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t i)
{
    const std::uint8_t lead = byteAt(text, i);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2
        : lead >= 0xE0 && lead <= 0xEF                      ? 3
        : lead >= 0xF0 && lead <= 0xF4                      ? 4
                                                            : 0;
    if (length == 0 || i + length > text.size()) {
        return 0;
    }
    const std::uint8_t second = byteAt(text, i + 1);
    const std::uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
        return 0;
    }
    for (std::size_t k = 2; k < length; ++k) {
        if ((byteAt(text, i + k) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

std::string fromLatin1(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::uint8_t byte = byteAt(text, i);
        if (byte < 0x80) {
            out += static_cast<char>(byte);
        } else {
            out += static_cast<char>(0xC0 | (byte >> 6));
            out += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return out;
}

/// C0 and C1 controls and DEL become blanks.
std::string withoutControls(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        const bool c0 = length == 1 && (byteAt(text, i) < 0x20 || byteAt(text, i) == 0x7F);
        const bool c1 = length == 2 && byteAt(text, i) == 0xC2 && byteAt(text, i + 1) < 0xA0;
        out += c0 || c1 ? std::string_view(" ") : text.substr(i, length);
        i += length;
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

std::string cleanText(std::string_view text, std::size_t limit)
{
    const std::string readable
        = withoutControls(isUtf8(text) ? std::string(text) : fromLatin1(text));
    std::string_view kept = trimmed(readable);
    if (kept.size() > limit) {
        std::size_t end = 0;
        while (end + sequenceLength(kept, end) <= limit) {
            end += sequenceLength(kept, end);
        }
        kept = trimmed(kept.substr(0, end));
    }
    return std::string(kept);
}

} // namespace pieria
