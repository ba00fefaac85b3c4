#include "core/prompt/music_prompt.h"

#include "core/prompt/grammar/draft.h"
#include "core/prompt/grammar/instrument_wish.h"
#include "core/prompt/grammar/readers.h"
#include "core/prompt/lexicon/lexicon.h"
#include "core/prompt/lexicon/spelling.h"

#include <algorithm>
#include <charconv>

namespace pieria {

namespace {

using namespace prompt;

constexpr std::size_t kLongestPrompt = 4000;

/// Not in the middle of a UTF-8 sequence.
std::string_view cut(std::string_view text)
{
    std::size_t size = kLongestPrompt;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size);
}

std::optional<InstrumentWish> fromEntry(const Entry* entry)
{
    const auto row = entry == nullptr ? std::nullopt : entry->row(SenseKind::Instrument);
    if (!row) {
        return std::nullopt;
    }
    InstrumentWish wish = wishFor(*row);
    if (wish.programs.empty() && !wish.drums) {
        return std::nullopt; // a role, not an instrument
    }
    return wish;
}

/// "program 73" or "73".
std::optional<InstrumentWish> fromProgram(std::string_view name)
{
    if (name.starts_with("program ")) {
        name.remove_prefix(8);
    }
    int program = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), program);
    if (error != std::errc() || end != name.data() + name.size() || program < 0 || program > 127) {
        return std::nullopt;
    }
    InstrumentWish wish;
    wish.name = "program " + std::to_string(program);
    wish.programs = { program };
    return wish;
}

} // namespace

MusicReading readMusicPrompt(std::string_view text)
{
    const bool tooLong = text.size() > kLongestPrompt;
    Draft draft(tooLong ? cut(text) : text);
    if (tooLong) {
        draft.note("The prompt is longer than 4,000 bytes: the rest was not read.");
    }
    readArtists(draft);
    correctTyping(draft);
    readPart(draft);
    readTempoNumbers(draft);
    readLength(draft);
    readMetre(draft);
    readKey(draft);
    readTerms(draft);
    readModeWords(draft);
    readBareTempo(draft);
    readUnknown(draft);
    std::stable_sort(draft.reading.chips.begin(), draft.reading.chips.end(),
        [](const Chip& a, const Chip& b) { return a.begin < b.begin; });
    return std::move(draft.reading);
}

std::optional<InstrumentWish> instrumentFromName(std::string_view name)
{
    if (name.size() > 200) {
        return std::nullopt;
    }
    if (auto wish = fromProgram(name)) {
        return wish;
    }
    std::vector<Token> words = tokenise(name);
    std::erase_if(words, [](const Token& token) { return token.kind == TokenKind::Sign; });
    while (!words.empty() && (words.front().text == "a" || words.front().text == "the")) {
        words.erase(words.begin());
    }
    if (auto wish = fromEntry(lexicon().find(words))) {
        return wish;
    }
    bool corrected = false;
    for (Token& word : words) {
        if (const auto meant = correctedWord(word.text)) {
            word.text = *meant;
            corrected = true;
        }
    }
    return corrected ? fromEntry(lexicon().find(words)) : std::nullopt;
}

} // namespace pieria
