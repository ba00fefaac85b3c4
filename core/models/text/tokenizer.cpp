#include "core/models/text/tokenizer.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

namespace pieria::models {

namespace {

constexpr char32_t kSpaceMark = 0x2581;
constexpr int kReserved = 6;
constexpr std::size_t kLongestPiece = 64;
constexpr std::size_t kLongestInput = std::size_t { 64 } << 10;

std::u16string toUtf16(std::string_view utf8)
{
    std::u16string text(utf8.size(), u'\0'); // never more units than bytes
    std::int32_t length = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8WithSub(text.data(), static_cast<std::int32_t>(text.size()), &length, utf8.data(),
        static_cast<std::int32_t>(utf8.size()), 0xFFFD, nullptr, &error);
    text.resize(U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0);
    return text;
}

std::u16string nfkc(const std::u16string& text)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* const normaliser = unorm2_getNFKCInstance(&error);
    std::u16string result(text.size() + 16, u'\0');
    const auto normalise = [&] {
        error = U_ZERO_ERROR;
        return unorm2_normalize(normaliser, text.data(), static_cast<std::int32_t>(text.size()),
            result.data(), static_cast<std::int32_t>(result.size()), &error);
    };
    if (normaliser == nullptr) {
        return text;
    }
    std::int32_t length = normalise();
    if (error == U_BUFFER_OVERFLOW_ERROR) {
        result.resize(static_cast<std::size_t>(length));
        length = normalise();
    }
    if (U_FAILURE(error)) {
        return text;
    }
    result.resize(static_cast<std::size_t>(length));
    return result;
}

std::u32string codePoints(const std::u16string& text)
{
    std::u32string result;
    result.reserve(text.size());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < size;) {
        UChar32 point = 0;
        U16_NEXT(text.data(), i, size, point);
        result.push_back(static_cast<char32_t>(point));
    }
    return result;
}

bool isSpace(char32_t point)
{
    const auto c = static_cast<UChar32>(point);
    return u_isUWhiteSpace(c) || u_iscntrl(c);
}

std::u32string collapsed(const std::u32string& text)
{
    std::u32string result;
    bool pending = false;
    for (const char32_t point : text) {
        if (isSpace(point)) {
            pending = !result.empty();
            continue;
        }
        if (pending) {
            result.push_back(U' ');
            pending = false;
        }
        result.push_back(point);
    }
    return result;
}

/// The best way to reach one position of the text.
struct Arrival
{
    double score = 0;
    int id = 0;
    std::size_t length = 1;
};

} // namespace

std::u32string normalisedText(std::string_view utf8)
{
    return collapsed(codePoints(nfkc(toUtf16(utf8.substr(0, kLongestInput)))));
}

Tokenizer::Tokenizer(const std::vector<Entry>& vocabulary)
    : m_trie(1)
{
    for (std::size_t id = kReserved; id < vocabulary.size(); ++id) {
        const std::u32string text = codePoints(toUtf16(vocabulary[id].text));
        if (text.empty() || text.size() > kLongestPiece) {
            continue;
        }
        std::uint32_t at = 0;
        for (const char32_t point : text) {
            const auto fresh = static_cast<std::uint32_t>(m_trie.size());
            const auto [edge, added] = m_trie[at].next.emplace(point, fresh);
            at = edge->second;
            if (added) {
                m_trie.emplace_back();
            }
        }
        m_trie[at].id = static_cast<int>(id);
        m_trie[at].score = vocabulary[id].score;
    }
}

std::vector<Piece> Tokenizer::encode(const std::u32string& normalised) const
{
    if (normalised.empty()) {
        return {};
    }
    std::u32string symbols(1, kSpaceMark);
    symbols += normalised;
    std::replace(symbols.begin(), symbols.end(), U' ', kSpaceMark);

    // A position that no piece reaches keeps the score 0: an unknown character costs nothing and
    // forgets the past, and a path of score 0 gives way to any later one. The published encoder was
    // fed this way, so both are part of the contract.
    std::vector<Arrival> arrivals(symbols.size() + 1);
    for (std::size_t begin = 0; begin < symbols.size(); ++begin) {
        std::uint32_t at = 0;
        for (std::size_t end = begin; end < symbols.size(); ++end) {
            const auto edge = m_trie[at].next.find(symbols[end]);
            if (edge == m_trie[at].next.end()) {
                break;
            }
            at = edge->second;
            const Node& node = m_trie[at];
            Arrival& arrival = arrivals[end + 1];
            const double score = arrivals[begin].score + node.score;
            if (node.id >= 0 && (arrival.score == 0 || score >= arrival.score)) {
                arrival = { score, node.id, end + 1 - begin };
            }
        }
    }

    std::vector<Piece> pieces;
    for (std::size_t end = symbols.size(); end > 0;) {
        const Arrival& arrival = arrivals[end];
        const std::size_t begin = end - arrival.length;
        if (arrival.id == 0 && !pieces.empty() && pieces.back().id == 0) {
            pieces.back().begin = begin;
        } else {
            pieces.push_back({ arrival.id, begin, end });
        }
        end = begin;
    }
    std::reverse(pieces.begin(), pieces.end());
    for (Piece& piece : pieces) { // the leading mark is not part of the normalised text
        piece.begin -= piece.begin == 0 ? 0 : 1;
        piece.end -= 1;
    }
    return pieces;
}

} // namespace pieria::models
