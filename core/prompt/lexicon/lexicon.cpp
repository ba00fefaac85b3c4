#include "core/prompt/lexicon/lexicon.h"

#include "core/prompt/lexicon/tables.h"

#include <algorithm>
#include <array>

namespace pieria::prompt {

namespace {

constexpr std::string_view kShy
    = "melody; lead; melodies; lead line; lead melody; melody line; topline; chords; harmonies; "
      "block chords; chordal accompaniment; atmosphere; brightness; crystal; goblins; goblin; "
      "echoes; "
      "breath; textures; atmospheres; hang; slap; "
      "sub; nylon; bottle; telephone; kick; upright; fretless; "
      "distortion; overdrive; chugs; cor; bois; pans; "
      "beats; alto; tenor; bari; nylon strings; jug; low end; "
      "distorted; square wave; saw wave; gibson; strat; "
      "kit; voices; breaths; pipes; rattle; pipa; ep; modular; stage "
      "piano; 303; hats; plucks; noises; clap; "
      "string noise; waves; bone section; concert drums; concert "
      "bells; ivories; lyre; bass notes; halo pad; "
      "tumba; hoover; lead synths; acoustic; star theme; chiff; big "
      "drums; bassy; percussive; leslie";

/// Words that never begin or end a phrase that was written apart ("in tro").
constexpr std::array<std::string_view, 18> kLittleWords { "a", "an", "the", "in", "of", "to", "so",
    "no", "or", "and", "at", "be", "do", "is", "it", "on", "for", "with" };

bool isLittle(std::string_view word)
{
    return std::find(kLittleWords.begin(), kLittleWords.end(), word) != kLittleWords.end();
}

std::string withoutSpaces(std::string_view phrase)
{
    std::string joined;
    std::copy_if(
        phrase.begin(), phrase.end(), std::back_inserter(joined), [](char c) { return c != ' '; });
    return joined;
}

/// The word without plural or "-ish", most likely first.
std::vector<std::string> stems(std::string_view word)
{
    std::vector<std::string> found;
    if (word.ends_with("ss")) {
        return found; // no plural
    }
    const auto cut = [&](std::string_view suffix, std::string_view stem) {
        if (word.size() >= suffix.size() + 3 && word.ends_with(suffix)) {
            found.push_back(std::string(word.substr(0, word.size() - suffix.size())));
            found.back() += stem;
        }
    };
    cut("ies", "y");
    cut("es", "");
    cut("s", "");
    cut("ish", "");
    cut("like", "");
    return found;
}

} // namespace

bool Entry::has(SenseKind kind) const
{
    return row(kind).has_value();
}

std::optional<std::size_t> Entry::row(SenseKind kind) const
{
    for (const Sense& sense : senses) {
        if (sense.kind == kind) {
            return sense.row;
        }
    }
    return std::nullopt;
}

void Lexicon::add(std::string_view phrase, Sense sense)
{
    const std::string folded = foldedPhrase(phrase);
    Entry& entry = m_entries[withoutSpaces(folded)];
    if (entry.phrase.empty() || entry.phrase.size() < folded.size()) {
        entry.phrase = folded;
    }
    if (!entry.has(sense.kind)) {
        entry.senses.push_back(sense);
    }
    if (sense.kind == SenseKind::Artist) {
        return; // no typing error becomes a name
    }
    std::size_t count = 0;
    for (const Token& token : tokenise(folded)) {
        ++count;
        if (token.text.size() >= 4 && token.kind == TokenKind::Word) {
            m_words.try_emplace(token.text, false);
        }
    }
    if (count == 1) {
        m_words[folded] = sense.kind != SenseKind::Plain;
    }
    m_longest = std::max(m_longest, count);
}

void Lexicon::addAll(std::string_view name, std::string_view words, Sense sense)
{
    if (!name.empty()) {
        add(name, sense);
    }
    forEachEntry(words, [&](std::string_view phrase) { add(phrase, sense); });
}

Lexicon::Lexicon()
{
    const auto addRows = [this](auto rows, SenseKind kind) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // "2/4" is a number the readers know; folded it would be the word "24".
            addAll(kind == SenseKind::Metre ? std::string_view() : rows[i].name, rows[i].words,
                { kind, i });
        }
    };
    addRows(instrumentRows(), SenseKind::Instrument);
    addRows(ensembleRows(), SenseKind::Ensemble);
    addRows(styleRows(), SenseKind::Style);
    addRows(moodRows(), SenseKind::Mood);
    addRows(tempoRows(), SenseKind::Tempo);
    addRows(energyRows(), SenseKind::Energy);
    addRows(curveRows(), SenseKind::Curve);
    addRows(structureRows(), SenseKind::Structure);
    addRows(metreRows(), SenseKind::Metre);
    addRows(impossibleRows(), SenseKind::Impossible);
    addRows(artistRows(), SenseKind::Artist);
    addAll({}, plainWords(), { SenseKind::Plain, 0 });
    markShy();
}

void Lexicon::markShy()
{
    forEachEntry(kShy, [this](std::string_view phrase) {
        const auto found = m_entries.find(withoutSpaces(foldedPhrase(phrase)));
        if (found != m_entries.end()) {
            found->second.shy = true;
        }
    });
}

const Entry* Lexicon::lookUp(std::string_view joined) const
{
    const auto found = m_entries.find(std::string(joined));
    return found == m_entries.end() ? nullptr : &found->second;
}

const Entry* Lexicon::find(std::span<const Token> words) const
{
    if (words.empty() || words.size() > m_longest) {
        return nullptr;
    }
    std::string head;
    std::string spaced;
    bool little = false;
    for (const Token& word : words) {
        if (word.kind == TokenKind::Sign) {
            return nullptr;
        }
        spaced += spaced.empty() ? "" : " ";
        spaced += word.text;
        little = little || isLittle(word.text);
    }
    for (const Token& word : words.first(words.size() - 1)) {
        head += word.text;
    }
    const auto accept = [&](const Entry* entry) {
        return entry != nullptr && (words.size() == 1 || !little || entry->phrase == spaced);
    };
    const std::string& last = words.back().text;
    if (const Entry* entry = lookUp(head + last); accept(entry)) {
        return entry;
    }
    if (isLittle(last)) {
        return nullptr;
    }
    for (const std::string& stem : stems(last)) {
        const Entry* entry = lookUp(head + stem);
        if (entry != nullptr && (words.size() == 1 || !little)) {
            return entry;
        }
    }
    return nullptr;
}

const Entry* Lexicon::find(std::string_view phrase) const
{
    std::vector<Token> words = tokenise(phrase);
    std::erase_if(words, [](const Token& token) { return token.kind == TokenKind::Sign; });
    return find(words);
}

const Lexicon& lexicon()
{
    static const Lexicon all;
    return all;
}

} // namespace pieria::prompt
