#include "core/corpus/caption_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pieria {

namespace {

enum class Attribute {
    Style,
    Mood,
    Tempo,
    Bpm,
    Key,
    Metre,
    Energy,
    Instruments,
    Drums,
    Structure,
    Part,
    Bars
};

struct Weighted
{
    Attribute attribute;
    double weight;
};

const Track* trackIn(const Score& score, Slot slot)
{
    const auto found = std::find_if(score.tracks.begin(), score.tracks.end(),
        [slot](const Track& track) { return track.slot == slot && !track.notes.empty(); });
    return found != score.tracks.end() ? &*found : nullptr;
}

std::string metreWord(Metre metre)
{
    if (metre == Metre { 3, 4 }) {
        return "three four time";
    }
    if (metre == Metre { 6, 8 }) {
        return "six eight time";
    }
    if (metre == Metre { 2, 4 }) {
        return "two four time";
    }
    return metre == Metre { 5, 4 } ? "five four time" : "four four time";
}

double meanOf(const std::vector<float>& values)
{
    return values.empty()
        ? 0
        : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::string energyWord(double mean)
{
    return mean < 0.36 ? "low energy" : mean < 0.56 ? "medium energy" : "high energy";
}

/// The course of a piece in words, where it has one.
std::string curveWord(const std::vector<float>& energies)
{
    if (energies.size() < 8) {
        return {};
    }
    const std::size_t quarter = energies.size() / 4;
    const auto span = [&](std::size_t from, std::size_t to) {
        return meanOf({ energies.begin() + static_cast<std::ptrdiff_t>(from),
            energies.begin() + static_cast<std::ptrdiff_t>(to) });
    };
    const double first = span(0, quarter);
    const double middle = span(quarter, energies.size() - quarter);
    const double last = span(energies.size() - quarter, energies.size());
    if (last - first > 0.15) {
        return "building up";
    }
    if (first - last > 0.15) {
        return "winding down";
    }
    return middle - std::max(first, last) > 0.15 ? "rising to a peak in the middle" : "";
}

std::string drawInstrument(
    const Track& track, const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    if (track.slot == Slot::Drums) {
        return words.draw("instrument", facts.machineDrums ? "electronic drums" : "drum kit", dice);
    }
    std::string name = words.draw("instrument", words.instrumentName(track.program), dice);
    if (track.slot == Slot::Lead && dice.chance(0.25)) {
        name += dice.chance(0.5) ? " melody" : " lead";
    } else if (track.slot == Slot::Pad && dice.chance(0.15)) {
        name += " pad";
    }
    return name;
}

std::vector<std::string> drawInstruments(
    const Score& score, const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    std::vector<const Track*> sounding;
    std::vector<double> weights;
    for (const Track& track : score.tracks) {
        const bool named = std::any_of(sounding.begin(), sounding.end(), [&](const Track* other) {
            return (other->slot == Slot::Drums) == (track.slot == Slot::Drums)
                && words.instrumentName(other->program) == words.instrumentName(track.program);
        });
        if (!track.notes.empty() && !named) {
            sounding.push_back(&track);
            weights.push_back(track.slot == Slot::Lead ? 3
                    : track.slot == Slot::Chords       ? 2
                    : track.slot == Slot::Drums        ? 0.8
                                                       : 1.2);
        }
    }
    const std::size_t count = std::min<std::size_t>(sounding.size(), 1 + dice.below(4));
    std::vector<std::string> names;
    while (names.size() < count && !sounding.empty()) {
        double mark = dice.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
        std::size_t chosen = 0;
        while (chosen + 1 < weights.size() && mark >= weights[chosen]) {
            mark -= weights[chosen++];
        }
        const std::string name = drawInstrument(*sounding[chosen], facts, words, dice);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        } else if (sounding.size() <= count) {
            break;
        }
        sounding.erase(sounding.begin() + static_cast<std::ptrdiff_t>(chosen));
        weights.erase(weights.begin() + static_cast<std::ptrdiff_t>(chosen));
    }
    return names;
}

std::string article(const std::string& word)
{
    return std::string("aeiou").find(word.front()) != std::string::npos ? "an " + word
                                                                        : "a " + word;
}

std::vector<std::string> structuresOf(
    const Score& score, const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    std::vector<std::string> result = facts.extras;
    const auto has = [&](std::string_view label) {
        return std::any_of(score.sections.begin(), score.sections.end(),
            [label](const Section& section) { return section.label == label; });
    };
    for (const char* label : { "intro", "fill", "ending", "drop", "breakdown", "build-up" }) {
        if (has(label)) {
            result.push_back("with " + article(words.draw("structure", label, dice)));
        }
    }
    const std::string curve = curveWord(facts.energies);
    if (!curve.empty()) {
        result.push_back(curve);
    }
    const std::size_t sounding = score.tracks.size();
    if (sounding == 1) {
        result.push_back(
            dice.chance(0.5) ? "solo" : words.draw("structure", "solo instrument", dice));
    } else if (sounding == 2) {
        result.push_back(words.draw("structure", "duet", dice));
    } else if (sounding >= 6) {
        result.push_back(words.draw("structure", "full arrangement", dice));
    }
    if (facts.swung) {
        result.push_back(words.draw("tempo", "swung", dice));
    }
    return result;
}

/// What can truly be said of the piece, with how often it should be.
std::vector<Weighted> sayable(const Score& score, const CaptionFacts& facts)
{
    std::vector<Weighted> result { { Attribute::Tempo, 1.4 }, { Attribute::Bpm, 0.9 },
        { Attribute::Key, 1.0 }, { Attribute::Energy, 0.8 }, { Attribute::Instruments, 3.2 },
        { Attribute::Structure, 0.9 },
        { Attribute::Metre, score.metre() == Metre {} ? 0.3 : 0.9 } };
    if (!facts.style.empty()) {
        result.push_back({ Attribute::Style, 4.5 });
    }
    if (!facts.moods.empty()) {
        result.push_back({ Attribute::Mood, 2.2 });
    }
    if (trackIn(score, Slot::Drums) == nullptr) {
        result.push_back({ Attribute::Drums, 0.8 });
    }
    if (facts.parts > 1) {
        result.push_back({ Attribute::Part, 5 });
    }
    result.push_back({ Attribute::Bars, 0.15 });
    return result;
}

std::vector<Attribute> drawAttributes(std::vector<Weighted> from, NoiseSequence& dice)
{
    const std::size_t count = 1 + dice.below(5);
    std::vector<Attribute> result;
    while (result.size() < count && !from.empty()) {
        double sum = 0;
        for (const Weighted& entry : from) {
            sum += entry.weight;
        }
        double mark = dice.uniform() * sum;
        std::size_t chosen = 0;
        while (chosen + 1 < from.size() && mark >= from[chosen].weight) {
            mark -= from[chosen++].weight;
        }
        result.push_back(from[chosen].attribute);
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(chosen));
    }
    return result;
}

std::string drawBpm(double bpm, NoiseSequence& dice)
{
    const std::string number = std::to_string(std::lround(bpm));
    return number
        + (dice.below(6) == 0        ? " beats per minute"
                : dice.below(8) == 0 ? "bpm"
                                     : " bpm");
}

std::string drawStyle(const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    if (!facts.nickname.empty() && dice.chance(0.4)) {
        return facts.nickname;
    }
    return words.draw("genre", facts.style, dice);
}

std::string drawEnergy(const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    return words.draw("energy", energyWord(meanOf(facts.energies)), dice);
}

void say(Attribute attribute, CaptionParts& parts, const Score& score, const CaptionFacts& facts,
    const WordList& words, NoiseSequence& dice)
{
    const double bpm = score.tempo.bpmAt(0);
    switch (attribute) {
    case Attribute::Style:
        parts.style = drawStyle(facts, words, dice);
        break;
    case Attribute::Mood:
        for (const std::string& mood : facts.moods) {
            if (parts.moods.empty() || dice.chance(0.4)) {
                parts.moods.push_back(words.draw("mood", mood, dice));
            }
        }
        break;
    case Attribute::Tempo:
        parts.tempo = words.draw("tempo", tempoWord(bpm, score.metre()), dice);
        break;
    case Attribute::Bpm:
        parts.bpm = drawBpm(bpm, dice);
        break;
    case Attribute::Key:
        parts.key = dice.chance(0.25) ? words.draw("tonality",
                                            score.key().mode == Mode::Major       ? "major"
                                                : score.key().mode == Mode::Minor ? "minor"
                                                                                  : "modal",
                                            dice)
                                      : keyName(score.key());
        break;
    case Attribute::Metre:
        parts.metre = dice.chance(0.4) ? metreName(score.metre())
                                       : words.draw("metre", metreWord(score.metre()), dice);
        break;
    case Attribute::Energy:
        parts.energy = drawEnergy(facts, words, dice);
        break;
    case Attribute::Instruments:
        parts.instruments = drawInstruments(score, facts, words, dice);
        break;
    case Attribute::Drums:
        parts.noDrums = true;
        break;
    case Attribute::Structure: {
        const auto all = structuresOf(score, facts, words, dice);
        if (!all.empty()) {
            parts.structure = all[dice.below(static_cast<std::uint32_t>(all.size()))];
        }
        break;
    }
    case Attribute::Part:
        parts.part = std::to_string(facts.part) + " of " + std::to_string(facts.parts);
        break;
    case Attribute::Bars:
        parts.bars = std::to_string(score.length / score.metre().ticksPerBar()) + " bars";
        break;
    }
}

} // namespace

std::string tempoWord(double bpm, Metre metre)
{
    const double felt = metre == Metre { 6, 8 } ? bpm / 1.5 : bpm;
    if (felt < 60) {
        return "very slow";
    }
    if (felt < 78) {
        return "slow";
    }
    if (felt < 98) {
        return "relaxed walking pace";
    }
    if (felt < 122) {
        return "medium tempo";
    }
    if (felt < 146) {
        return "rather fast";
    }
    return felt < 182 ? "fast" : "very fast";
}

CaptionParts drawParts(
    const Score& score, const CaptionFacts& facts, const WordList& words, NoiseSequence& dice)
{
    CaptionParts parts;
    for (const Attribute attribute : drawAttributes(sayable(score, facts), dice)) {
        say(attribute, parts, score, facts, words, dice);
    }
    return parts;
}

} // namespace pieria
