#include "core/prompt/grammar/draft.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

/// "w/o" and "w/" are words.
std::vector<Token> joinShorthand(std::vector<Token> tokens)
{
    std::vector<Token> joined;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool slash = i + 1 < tokens.size() && tokens[i].text == "w"
            && tokens[i + 1].text == "/" && tokens[i + 1].glued;
        if (!slash) {
            joined.push_back(std::move(tokens[i]));
            continue;
        }
        Token word = tokens[i];
        const bool out = i + 2 < tokens.size() && tokens[i + 2].text == "o" && tokens[i + 2].glued;
        word.text = out ? "without" : "with";
        i += out ? 2 : 1;
        word.end = tokens[i].end;
        joined.push_back(std::move(word));
    }
    return joined;
}

} // namespace

Draft::Draft(std::string_view text)
    : tokens(joinShorthand(tokenise(text)))
    , taken(tokens.size(), false)
{
}

bool Draft::reads(std::size_t i, std::string_view text) const
{
    return i < size() && tokens[i].text == text;
}

bool Draft::readsAny(std::size_t i, std::initializer_list<std::string_view> texts) const
{
    return i < size() && std::find(texts.begin(), texts.end(), tokens[i].text) != texts.end();
}

bool Draft::is(std::size_t i, std::string_view text) const
{
    return reads(i, text) && !taken[i];
}

bool Draft::isAny(std::size_t i, std::initializer_list<std::string_view> texts) const
{
    return readsAny(i, texts) && !taken[i];
}

bool Draft::isNumber(std::size_t i) const
{
    return i < size() && tokens[i].kind == TokenKind::Number && !taken[i];
}

bool Draft::isWord(std::size_t i) const
{
    return i < size() && tokens[i].kind == TokenKind::Word && !taken[i];
}

bool Draft::isBreak(std::size_t i) const
{
    return i >= size() || readsAny(i, { ".", ",", ")", "(", "\"" });
}

bool Draft::phrase(std::size_t i, std::initializer_list<std::string_view> words) const
{
    for (const std::string_view word : words) {
        if (!is(i, word)) {
            return false;
        }
        ++i;
    }
    return true;
}

void Draft::take(std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last && i < size(); ++i) {
        taken[i] = true;
    }
}

void Draft::chip(ChipKind kind, std::string text, std::size_t first, std::size_t last)
{
    take(first, last);
    reading.chips.push_back(
        Chip { kind, std::move(text), tokens[first].begin, tokens[last - 1].end });
}

void Draft::note(std::string sentence)
{
    auto& notes = reading.notes;
    if (std::find(notes.begin(), notes.end(), sentence) == notes.end()) {
        notes.push_back(std::move(sentence));
    }
}

} // namespace pieria::prompt
