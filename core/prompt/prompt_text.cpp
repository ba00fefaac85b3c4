// Prompts as text: what is left for the encoder, chips in and out, and controls back into words.
#include "core/prompt/limits.h"
#include "core/prompt/music_prompt.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace pieria {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isSeparator(char c)
{
    return c == ',' || c == ';';
}

/// One space between words, no space before a comma, no empty places between commas.
std::string tidy(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (isSpace(c)) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
        } else if (isSeparator(c)) {
            while (!out.empty() && out.back() == ' ') {
                out.pop_back();
            }
            if (!out.empty() && !isSeparator(out.back())) {
                out += c;
            }
        } else {
            if (!out.empty() && isSeparator(out.back())) {
                out += ' ';
            }
            out += c;
        }
    }
    while (!out.empty() && (out.back() == ' ' || isSeparator(out.back()))) {
        out.pop_back();
    }
    return out;
}

/// Little words that mean nothing without what followed them.
std::string dropDangling(std::string text)
{
    constexpr std::array<std::string_view, 12> kDangling { "with", "and", "in", "at", "for", "no",
        "without", "but", "the", "a", "of", "on" };
    bool again = true;
    while (again) {
        again = false;
        const std::size_t space = text.rfind(' ');
        const std::string_view last
            = std::string_view(text).substr(space == std::string::npos ? 0 : space + 1);
        if (std::find(kDangling.begin(), kDangling.end(), last) != kDangling.end()) {
            text.resize(space == std::string::npos ? 0 : space);
            text = tidy(text);
            again = !text.empty();
        }
    }
    return text;
}

bool isExact(ChipKind kind)
{
    return kind == ChipKind::Key || kind == ChipKind::Metre || kind == ChipKind::Length
        || kind == ChipKind::Without || kind == ChipKind::CannotDo;
}

bool hasDigit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

class Sentence
{
public:
    void add(const std::string& part) { m_text += m_text.empty() ? part : ", " + part; }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string roleWords(const InstrumentWish& wish)
{
    if (!wish.role || wish.drums) {
        return {};
    }
    switch (*wish.role) {
    case Slot::Lead:
        return " lead";
    case Slot::Pad:
        return " pad";
    case Slot::Chords:
        return " chords";
    case Slot::Comp:
        return " comping";
    case Slot::Counter:
        return " countermelody";
    case Slot::Bass:
        return " bass line";
    default:
        return {};
    }
}

/// The role is said unless the name says it ("synth bass", "synth lead").
std::string wishWords(const InstrumentWish& wish)
{
    const auto plain = instrumentFromName(wish.name);
    const bool implied = plain && plain->role == wish.role;
    return implied ? wish.name : wish.name + roleWords(wish);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string_view curveWords(EnergyCurve curve)
{
    constexpr std::array<std::string_view, 5> kWords { "steady energy", "rising energy",
        "falling energy", "arch of energy", "valley of energy" };
    return kWords[static_cast<std::size_t>(curve)];
}

std::string_view energyWords(double energy)
{
    return energy < 0.35 ? "low energy" : energy < 0.7 ? "medium energy" : "high energy";
}

void addTempo(Sentence& sentence, const MusicControls& controls)
{
    if (controls.bpm) {
        sentence.add("at " + number(*controls.bpm) + " bpm");
    } else if (controls.bpmRange) {
        sentence.add(
            number(controls.bpmRange->first) + "-" + number(controls.bpmRange->second) + " bpm");
    }
}

void addKey(Sentence& sentence, const MusicControls& controls)
{
    if (!controls.tonic && !controls.mode) {
        return;
    }
    const std::string name
        = keyName({ controls.tonic.value_or(0), controls.mode.value_or(Mode::Major) });
    const std::size_t space = name.rfind(' ');
    if (controls.tonic && controls.mode) {
        sentence.add("in " + name);
    } else if (controls.tonic) {
        sentence.add("in the key of " + name.substr(0, space));
    } else {
        sentence.add(name.substr(space + 1) + " key");
    }
}

void addInstruments(Sentence& sentence, const MusicControls& controls)
{
    std::vector<std::string> with;
    for (const InstrumentWish& wish : controls.with) {
        with.push_back(wishWords(wish));
    }
    if (!with.empty()) {
        sentence.add((controls.only ? "only " : "with ") + joined(with));
    }
    for (const InstrumentWish& wish : controls.without) {
        sentence.add("no " + wish.name);
    }
}

void addStructure(Sentence& sentence, const MusicControls& controls)
{
    const auto say = [&sentence](bool wanted, const std::string& words) {
        if (wanted) {
            sentence.add(words);
        }
    };
    say(controls.intro, "with an intro");
    say(controls.noIntro, "no intro");
    say(controls.fills, "with drum fills");
    say(controls.noFills, "no fills");
    say(controls.ending, "with an ending");
    say(controls.noEnding, "no ending");
    say(controls.loop, "seamless loop");
    if (controls.part) {
        sentence.add("part " + std::to_string(controls.part->index) + " of "
            + std::to_string(controls.part->count));
    }
}

} // namespace

std::string residualText(std::string_view prompt, const MusicReading& reading)
{
    std::string text;
    std::size_t at = 0;
    for (const Chip& chip : reading.chips) {
        const std::size_t begin = std::min(chip.begin, prompt.size());
        const std::size_t end = std::min(chip.end, prompt.size());
        const std::string_view words = prompt.substr(begin, end - begin);
        const bool numeric = chip.kind == ChipKind::Tempo && hasDigit(words);
        if (begin >= at && (isExact(chip.kind) || numeric)) {
            text += prompt.substr(at, begin - at);
            text += ' ';
            at = end;
        }
    }
    text += prompt.substr(std::min(at, prompt.size()));
    return dropDangling(tidy(text));
}

std::string promptFromControls(const MusicControls& controls)
{
    Sentence sentence;
    for (const std::string& style : controls.styles) {
        sentence.add(style);
    }
    for (const std::string& mood : controls.moods) {
        sentence.add(mood);
    }
    addKey(sentence, controls);
    if (controls.metre) {
        sentence.add("in " + metreName(*controls.metre));
    }
    addTempo(sentence, controls);
    if (controls.bars) {
        sentence.add(std::to_string(*controls.bars) + (*controls.bars == 1 ? " bar" : " bars"));
    } else if (controls.length) {
        sentence.add(number(controls.length->value()) + " seconds");
    }
    addInstruments(sentence, controls);
    addStructure(sentence, controls);
    if (controls.energy) {
        sentence.add(std::string(energyWords(*controls.energy)));
    }
    if (controls.energyCurve) {
        sentence.add(std::string(curveWords(*controls.energyCurve)));
    }
    for (const std::string& style : controls.notStyles) {
        sentence.add("not " + style);
    }
    for (const std::string& mood : controls.notMoods) {
        sentence.add("not " + mood);
    }
    return sentence.text();
}

std::string chipLabel(const Chip& chip)
{
    constexpr std::array<std::string_view, 11> kKinds { "Tempo", "Key", "Metre", "Length",
        "Instrument", "Without", "Structure", "Energy", "Style", "Mood", "Cannot do" };
    return std::string(kKinds[static_cast<std::size_t>(chip.kind)]) + ": " + chip.text;
}

std::string promptWithoutChip(std::string_view prompt, const Chip& chip)
{
    return promptWithChip(prompt, chip, {});
}

std::string promptWithChip(std::string_view prompt, const Chip& chip, std::string_view words)
{
    const std::size_t begin = std::min(chip.begin, prompt.size());
    const std::size_t end = std::clamp(chip.end, begin, prompt.size());
    std::string text(prompt.substr(0, begin));
    text += words.empty() ? " " : words;
    text += prompt.substr(end);
    text = tidy(text);
    return words.empty() ? dropDangling(std::move(text)) : text;
}

} // namespace pieria
