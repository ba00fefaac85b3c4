#include "core/prompt/planning/form.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pieria::prompt {

namespace {

/// A phrase and what it is called: later "A"s are variations of the first.
struct Phrase
{
    char material;
    int bars;
};

int introBars(const FormWishes& wishes)
{
    if (!wishes.intro || wishes.bars < 3) {
        return 0;
    }
    return wishes.bars >= 64 ? 8 : wishes.bars >= 20 ? 4 : wishes.bars >= 9 ? 2 : 1;
}

int endingBars(const FormWishes& wishes)
{
    if (!wishes.ending || wishes.bars < 3) {
        return 0;
    }
    return wishes.bars >= 64 ? 4 : wishes.bars >= 10 ? 2 : 1;
}

/// Phrases of whole length; what is left over makes a short last one or lengthens it.
std::vector<Phrase> phrasesOf(int bars, int phrase)
{
    constexpr std::array<std::string_view, 8> kPatterns { "A", "AB", "ABA", "AABA", "AABAB",
        "AABABA", "AABABCA", "AABAABCA" };
    std::vector<Phrase> phrases;
    const int whole = bars / phrase;
    const int rest = bars % phrase;
    const std::size_t count = static_cast<std::size_t>(std::max(whole, 1));
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view pattern = kPatterns[std::min<std::size_t>(count, 8) - 1];
        phrases.push_back({ pattern[i % pattern.size()], whole == 0 ? rest : phrase });
    }
    if (whole > 0 && rest > 0) {
        if (rest * 2 < phrase) {
            phrases.back().bars += rest;
        } else {
            phrases.push_back({ 'A', rest });
        }
    }
    return phrases;
}

void addPhrase(std::vector<FormSection>& form, const Phrase& phrase, int bar, bool again, bool fill)
{
    const std::string label = std::string(1, phrase.material) + (again ? "'" : "");
    const int body = fill ? phrase.bars - 1 : phrase.bars;
    form.push_back({ label, bar, body, phrase.material, 0 });
    if (fill) {
        form.push_back({ "fill", bar + body, 1, phrase.material, body });
    }
}

} // namespace

std::vector<FormSection> planForm(const FormWishes& wishes)
{
    const int intro = introBars(wishes);
    const int ending = endingBars(wishes);
    std::vector<FormSection> form;
    if (intro > 0) {
        form.push_back({ "intro", 0, intro, 'A', 0 });
    }
    const int body = wishes.bars - intro - ending;
    const int phrase
        = body < wishes.phrase * 2 && wishes.phrase == 8 && body >= 8 ? 4 : wishes.phrase;
    const std::vector<Phrase> phrases = phrasesOf(body, phrase);
    std::array<int, 3> seen {};
    int bar = intro;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const bool last = i + 1 == phrases.size();
        const bool fill = wishes.fills && phrases[i].bars >= 4 && (!last || ending > 0);
        int& times = seen[static_cast<std::size_t>(phrases[i].material - 'A')];
        addPhrase(form, phrases[i], bar, times > 0, fill);
        ++times;
        bar += phrases[i].bars;
    }
    if (ending > 0) {
        form.push_back({ "ending", bar, ending, 'A', 0 });
    }
    return form;
}

std::vector<Section> sectionsOf(const std::vector<FormSection>& form, Metre metre)
{
    std::vector<Section> sections;
    for (const FormSection& section : form) {
        sections.push_back({ section.firstBar * metre.ticksPerBar(), section.label });
    }
    return sections;
}

} // namespace pieria::prompt
