#include "core/corpus/captions.h"

#include "core/corpus/caption_parts.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace pieria {

namespace {

constexpr double kEmptyChance = 0.1;
constexpr int kTries = 8; ///< a caption that says a held-out word is drawn again

using Texts = std::vector<std::string>;

template <std::size_t N>
std::string oneOf(const std::array<std::string_view, N>& choices, NoiseSequence& dice)
{
    return std::string(choices[dice.below(static_cast<std::uint32_t>(N))]);
}

void shuffle(Texts& texts, NoiseSequence& dice)
{
    for (std::size_t i = texts.size(); i > 1; --i) {
        std::swap(texts[i - 1], texts[dice.below(static_cast<std::uint32_t>(i))]);
    }
}

std::string join(const Texts& texts, std::string_view glue, std::string_view lastGlue)
{
    std::string result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) {
            result += i + 1 == texts.size() ? lastGlue : glue;
        }
        result += texts[i];
    }
    return result;
}

std::string listOf(const Texts& texts)
{
    return join(texts, ", ", " and ");
}

std::string withArticle(const std::string& phrase)
{
    if (phrase.ends_with("music")) {
        return phrase;
    }
    const char first = phrase.empty() ? 'x' : phrase.front();
    const bool vowel = std::string_view("aeiou8").find(first) != std::string_view::npos;
    return (vowel ? "an " : "a ") + phrase;
}

std::string capitalised(std::string text)
{
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    }
    return text;
}

std::string noDrumsText(NoiseSequence& dice)
{
    return oneOf<4>({ "no drums", "without drums", "no percussion", "drumless" }, dice);
}

Texts tagsOf(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts tags = parts.moods;
    for (const std::string& text : { parts.style, parts.tempo, parts.bpm, parts.metre, parts.energy,
             parts.structure, parts.part, parts.bars }) {
        if (!text.empty()) {
            tags.push_back(text);
        }
    }
    if (!parts.key.empty()) {
        tags.push_back(dice.chance(0.3) ? "key of " + parts.key : parts.key);
    }
    tags.insert(tags.end(), parts.instruments.begin(), parts.instruments.end());
    if (parts.noDrums) {
        tags.push_back(noDrumsText(dice));
    }
    shuffle(tags, dice);
    return tags;
}

std::string tagList(const CaptionParts& parts, NoiseSequence& dice)
{
    const std::string_view glue = oneOf<4>({ ", ", ", ", " ", "; " }, dice) == " " ? " " : ", ";
    return join(tagsOf(parts, dice), glue, glue);
}

std::string labelled(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts lines = {};
    const auto add = [&](std::string_view label, const std::string& text) {
        if (!text.empty()) {
            lines.push_back(std::string(label) + ": " + text);
        }
    };
    add(dice.chance(0.5) ? "genre" : "style", parts.style);
    add("mood", listOf(parts.moods));
    add("tempo", parts.tempo.empty() ? parts.bpm : parts.tempo);
    add("key", parts.key);
    add("metre", parts.metre);
    add("energy", parts.energy);
    add("instruments", join(parts.instruments, ", ", ", "));
    add("form", parts.structure);
    add("part", parts.part);
    shuffle(lines, dice);
    return join(lines, "; ", "; ");
}

/// Adjectives and noun: "slow dreamy bossa nova".
std::string headOf(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts words = parts.moods;
    if (!parts.tempo.empty() && parts.tempo.find("pace") == std::string::npos) {
        words.push_back(parts.tempo);
    }
    if (!parts.energy.empty()) {
        words.push_back(parts.energy);
    }
    shuffle(words, dice);
    const std::string noun
        = oneOf<6>({ "piece", "track", "tune", "song", "instrumental", "music" }, dice);
    // "waltz music", but never "spa music music".
    const std::string lastWord = parts.style.substr(parts.style.rfind(' ') + 1);
    const bool bare = lastWord == noun || lastWord == "music" || lastWord == "song"
        || lastWord == "piece" || lastWord == "tune" || dice.chance(0.5);
    words.push_back(parts.style.empty() ? noun : bare ? parts.style : parts.style + " " + noun);
    return join(words, " ", " ");
}

/// What follows the noun: key, tempo, metre, instruments, structure in random order.
std::string tailOf(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts tail;
    if (!parts.key.empty()) {
        const bool tonality = parts.key.find(' ') == std::string::npos || parts.key.find("in ") == 0
            || parts.key.find("key") != std::string::npos;
        tail.push_back(tonality ? parts.key : "in " + parts.key);
    }
    if (!parts.bpm.empty()) {
        tail.push_back("at " + parts.bpm);
    }
    if (!parts.metre.empty()) {
        tail.push_back("in " + parts.metre);
    }
    if (!parts.instruments.empty()) {
        const std::string lead
            = oneOf<5>({ "with ", "with ", "featuring ", "played on ", "for " }, dice);
        tail.push_back(lead + listOf(parts.instruments));
    }
    if (!parts.structure.empty()) {
        tail.push_back(parts.structure);
    }
    shuffle(tail, dice);
    if (!parts.tempo.empty() && parts.tempo.find("pace") != std::string::npos) {
        tail.push_back("at a " + parts.tempo);
    }
    if (!parts.bars.empty()) {
        tail.push_back(parts.bars + " long");
    }
    std::string text = join(tail, " ", " ");
    if (parts.noDrums) {
        text += (text.empty() ? "" : ", ") + noDrumsText(dice);
    }
    if (!parts.part.empty()) {
        text += (text.empty() ? "" : ", ") + std::string(dice.chance(0.4) ? "part " : "")
            + parts.part;
    }
    return text;
}

std::string phrase(const CaptionParts& parts, NoiseSequence& dice)
{
    const std::string head = headOf(parts, dice);
    const std::string tail = tailOf(parts, dice);
    const std::string body = tail.empty() ? head : head + " " + tail;
    switch (dice.below(4)) {
    case 0:
        return withArticle(body);
    case 1:
        return capitalised(withArticle(body)) + ".";
    default:
        return body;
    }
}

std::string wish(const CaptionParts& parts, NoiseSequence& dice)
{
    const std::string opening
        = oneOf<8>({ "make me ", "i want ", "please write ", "compose ", "can you play ",
                       "i would like to hear ", "create ", "give me " },
            dice);
    const std::string tail = tailOf(parts, dice);
    const std::string text = opening + withArticle(headOf(parts, dice));
    return tail.empty() ? text : text + " " + tail;
}

std::string something(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts words = parts.moods;
    if (!parts.tempo.empty()) {
        words.push_back(parts.tempo);
    }
    const std::string tail = tailOf(parts, dice);
    std::string text = words.empty() ? "music" : "something " + join(words, " and ", " and ");
    if (!parts.style.empty()) {
        text += oneOf<3>({ ", ", " like ", " in the style of " }, dice) + parts.style;
    }
    return tail.empty() ? text : text + " " + tail;
}

std::string sentences(const CaptionParts& parts, NoiseSequence& dice)
{
    Texts lines;
    if (!parts.style.empty()) {
        lines.push_back(oneOf<3>({ "This is ", "The recording is ", "Here is " }, dice)
            + withArticle(parts.style) + " piece");
    }
    if (!parts.instruments.empty()) {
        const std::string list = listOf(parts.instruments);
        const bool one = parts.instruments.size() == 1;
        lines.push_back(dice.chance(0.5) ? "You can hear " + list
                                         : capitalised(list) + (one ? " plays" : " play"));
    }
    if (!parts.moods.empty()) {
        lines.push_back(oneOf<3>({ "The mood is ", "It feels ", "The atmosphere is " }, dice)
            + listOf(parts.moods));
    }
    if (!parts.tempo.empty() || !parts.bpm.empty()) {
        lines.push_back("The tempo is " + (parts.tempo.empty() ? parts.bpm : parts.tempo));
    }
    if (!parts.key.empty()) {
        lines.push_back("The key is " + parts.key);
    }
    if (!parts.metre.empty()) {
        lines.push_back("It is in " + parts.metre);
    }
    if (!parts.energy.empty()) {
        lines.push_back("It is " + parts.energy);
    }
    if (parts.noDrums) {
        lines.emplace_back("There are no drums");
    }
    if (!parts.structure.empty()) {
        lines.push_back("The form: " + parts.structure);
    }
    shuffle(lines, dice);
    std::string text = lines.empty() ? std::string() : join(lines, ". ", ". ") + ".";
    if (!parts.part.empty()) {
        text += (text.empty() ? "" : " ") + parts.part;
    }
    return text;
}

std::string drawForm(const CaptionParts& parts, NoiseSequence& dice)
{
    const double mark = dice.uniform();
    if (mark < 0.36) {
        return tagList(parts, dice);
    }
    if (mark < 0.74) {
        return phrase(parts, dice);
    }
    if (mark < 0.82) {
        return sentences(parts, dice);
    }
    if (mark < 0.90) {
        return wish(parts, dice);
    }
    return mark < 0.95 ? something(parts, dice) : labelled(parts, dice);
}

} // namespace

std::vector<std::string> makeCaptions(const Score& score, const CaptionFacts& facts,
    const WordList& words, int count, NoiseSequence& dice)
{
    Texts captions;
    for (int i = 0; i < count; ++i) {
        std::string text;
        if (!dice.chance(kEmptyChance)) {
            for (int attempt = 0; attempt < kTries; ++attempt) {
                text = drawForm(drawParts(score, facts, words, dice), dice);
                if (!words.saysHeldOut(text)) {
                    break;
                }
                text.clear();
            }
        }
        captions.push_back(std::move(text));
    }
    return captions;
}

} // namespace pieria
