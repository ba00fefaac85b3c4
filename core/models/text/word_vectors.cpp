#include "core/models/text/word_vectors.h"

#include "core/base/half.h"

#include <cmath>
#include <cstring>
#include <unicode/uchar.h>

namespace pieria::models {

namespace {

bool isWordCharacter(char32_t point)
{
    return u_isalnum(static_cast<UChar32>(point)) != 0
        || u_charType(static_cast<UChar32>(point)) == U_NON_SPACING_MARK;
}

void appendUtf8(std::string& text, char32_t point)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 63));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 63));
        put(0x80 | (point & 63));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 63));
        put(0x80 | ((point >> 6) & 63));
        put(0x80 | (point & 63));
    }
}

std::string lowerCase(const std::u32string& text, std::size_t begin, std::size_t end)
{
    std::string result;
    for (std::size_t i = begin; i < end; ++i) {
        appendUtf8(result, static_cast<char32_t>(u_tolower(static_cast<UChar32>(text[i]))));
    }
    return result;
}

/// Calls visit(begin, end) for every maximal run in [begin, end) where `belongs` holds.
template <class Belongs, class Visit>
void forRuns(
    const std::u32string& text, std::size_t begin, std::size_t end, Belongs belongs, Visit visit)
{
    while (begin < end) {
        if (!belongs(text[begin])) {
            ++begin;
            continue;
        }
        std::size_t stop = begin;
        while (stop < end && belongs(text[stop])) {
            ++stop;
        }
        visit(begin, stop);
        begin = stop;
    }
}

} // namespace

Result<WordVectors> WordVectors::load(const SafeTensors& file)
{
    const TensorView* const words = file.find("glove.words");
    const TensorView* const vectors = file.find("glove.vectors");
    if (words == nullptr || words->dtype != Dtype::U8 || vectors == nullptr
        || vectors->dtype != Dtype::F16 || vectors->shape.size() != 2
        || vectors->shape[1] != static_cast<std::int64_t>(kWordDimensions)) {
        return fail(ErrorCode::Corrupt, "The word vectors are missing or have another form.");
    }
    WordVectors result;
    result.m_file = file;
    result.m_halves = vectors->bytes;
    const auto rows = static_cast<std::size_t>(vectors->shape[0]);
    result.m_rows.reserve(rows);
    std::string_view rest(reinterpret_cast<const char*>(words->bytes.data()), words->bytes.size());
    for (std::size_t row = 0; !rest.empty(); ++row) {
        const std::string_view word = rest.substr(0, rest.find('\n'));
        result.m_rows.emplace(word, row);
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    if (result.m_rows.size() != rows) {
        return fail(ErrorCode::Corrupt, "The word vectors and their words do not match.");
    }
    return result;
}

std::optional<std::size_t> WordVectors::find(std::string_view word) const
{
    const auto found = m_rows.find(word);
    return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

void WordVectors::add(std::size_t row, float weight, std::span<float, kWordDimensions> sum) const
{
    for (std::size_t i = 0; i < kWordDimensions; ++i) {
        std::uint16_t bits = 0;
        std::memcpy(
            &bits, m_halves.data() + (row * kWordDimensions + i) * sizeof bits, sizeof bits);
        sum[i] += weight * floatFromHalf(bits);
    }
}

double WordVectors::frequency(std::size_t row) const
{
    const auto count = static_cast<double>(size());
    return 1.0 / (static_cast<double>(row + 1) * (std::log(count) + 0.5772156649));
}

std::vector<WordSpan> WordVectors::wordsOf(const std::u32string& normalised) const
{
    std::vector<WordSpan> words;
    const auto look = [&](std::size_t begin, std::size_t end) {
        return WordSpan { begin, end, find(lowerCase(normalised, begin, end)) };
    };
    const auto isChunk = [](char32_t point) { return point != U' '; };
    forRuns(normalised, 0, normalised.size(), isChunk, [&](std::size_t begin, std::size_t end) {
        while (begin < end && !isWordCharacter(normalised[begin])) {
            ++begin;
        }
        while (end > begin && !isWordCharacter(normalised[end - 1])) {
            --end;
        }
        if (const WordSpan whole = look(begin, end); whole.row) {
            words.push_back(whole);
            return;
        }
        forRuns(normalised, begin, end, isWordCharacter,
            [&](std::size_t from, std::size_t to) { words.push_back(look(from, to)); });
    });
    return words;
}

} // namespace pieria::models
