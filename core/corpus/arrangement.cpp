#include "core/corpus/arrangement.h"

#include "core/corpus/progression_choice.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace pieria {

namespace {

const Groove& pick(const std::vector<Groove>& grooves, NoiseSequence& dice)
{
    return grooves[dice.below(static_cast<std::uint32_t>(grooves.size()))];
}

/// A groove of at most `limit` bars, or null.
const Groove* pickShort(const std::vector<Groove>& grooves, int limit, NoiseSequence& dice)
{
    std::vector<const Groove*> fitting;
    for (const Groove& groove : grooves) {
        if (groove.bars <= limit) {
            fitting.push_back(&groove);
        }
    }
    return fitting.empty() ? nullptr
                           : fitting[dice.below(static_cast<std::uint32_t>(fitting.size()))];
}

/// Letters of the phrases of a piece: songs repeat before they contrast.
std::string drawForm(int phrases, NoiseSequence& dice)
{
    constexpr std::string_view kForms[5][3] = { { "A", "A", "A" }, { "AB", "AA", "AB" },
        { "ABA", "AAB", "ABA" }, { "AABA", "ABAB", "AABB" }, { "AABAB", "ABABA", "AABBA" } };
    if (phrases <= 5) {
        return std::string(kForms[phrases - 1][dice.below(3)]);
    }
    const std::string_view unit = dice.chance(0.5) ? "AABA" : "ABAC";
    std::string form;
    for (int i = 0; i < phrases; ++i) {
        form += unit[static_cast<std::size_t>(i % 4)];
    }
    return form;
}

/// Replaces the last bars of the section just added by a fill.
void addFill(std::vector<ArrangedSection>& sections, const GrooveFile& file, NoiseSequence& dice)
{
    ArrangedSection& last = sections.back();
    const Groove* fill = pickShort(file.fills, std::min(2, last.bars / 2), dice);
    if (fill != nullptr) {
        last.bars -= fill->bars;
        sections.push_back({ "fill", fill->name, fill->bars });
    }
}

int roundedBars(int bars, const GrooveFile& file)
{
    const int unit = file.row->barsPerMmaBar();
    return std::clamp(bars / unit * unit, 8, 64);
}

struct Bodies
{
    std::string a, b, c;
    [[nodiscard]] const std::string& of(char letter) const
    {
        return letter == 'A' ? a : letter == 'B' ? b : c;
    }
};

Bodies drawBodies(const GrooveFile& file, NoiseSequence& dice)
{
    Bodies result;
    result.a = pick(file.bodies, dice).name;
    result.b = dice.chance(0.8) ? pick(file.bodies, dice).name : result.a;
    result.c = pick(file.bodies, dice).name;
    return result;
}

void addBody(std::vector<ArrangedSection>& sections, const GrooveFile& file, int bars,
    int phraseBars, double fillChance, NoiseSequence& dice)
{
    const int phrases = std::max(1, (bars + phraseBars - 1) / phraseBars);
    const std::string form = drawForm(phrases, dice);
    const Bodies bodies = drawBodies(file, dice);
    int left = bars;
    for (const char letter : form) {
        const int length = std::min(phraseBars, left);
        if (length <= 0) {
            break;
        }
        sections.push_back({ std::string(1, letter), bodies.of(letter), length });
        left -= length;
        if (dice.chance(fillChance)) {
            addFill(sections, file, dice);
        }
    }
}

struct Frame
{
    const Groove* intro = nullptr;
    const Groove* ending = nullptr;
    [[nodiscard]] int bars() const
    {
        return (intro != nullptr ? intro->bars : 0) + (ending != nullptr ? ending->bars : 0);
    }
};

Frame drawFrame(const GrooveFile& file, int bars, NoiseSequence& dice)
{
    Frame frame;
    const bool wantsIntro = dice.chance(0.45);
    const bool wantsEnding = dice.chance(0.5);
    if (bars >= 16 && wantsIntro) {
        frame.intro = pickShort(file.intros, bars >= 32 ? 8 : 4, dice);
    }
    if (bars >= 12 && wantsEnding) {
        frame.ending = pickShort(file.endings, 4, dice);
    }
    return frame;
}

double drawTempo(const GrooveRow& row, NoiseSequence& dice)
{
    return std::round(row.slowest + (row.fastest - row.slowest) * dice.uniform());
}

/// Chords of one stretch of bars; a progression that is longer is cut, a shorter one repeats.
void layChords(std::vector<SymbolAt>& chords, const Progression& progression, Key key, Metre metre,
    Tick start, int bars)
{
    const Tick bar = metre.ticksPerBar();
    const Tick half = metre == Metre { 3, 4 } ? 2 * kTicksPerBeat
        : metre == Metre { 5, 4 }             ? 3 * kTicksPerBeat
                                              : bar / 2;
    const Tick end = start + bars * bar;
    Tick whole = start;
    bool second = false;
    while (whole < end) {
        for (const Numeral& chord : progression.chords) {
            const Tick onset = whole + (second ? half : 0);
            if (onset >= end) {
                return;
            }
            chords.push_back({ onset, chordSymbol(chord, key) });
            if (chord.bars < 1) {
                whole += second ? bar : 0;
                second = !second;
            } else {
                whole += static_cast<Tick>(chord.bars) * bar;
            }
        }
    }
}

bool isMinor(Mode mode)
{
    return mode == Mode::Minor || mode == Mode::Dorian || mode == Mode::Phrygian
        || mode == Mode::Locrian;
}

Numeral tonicOf(Mode mode)
{
    return { 0, isMinor(mode) ? "m" : "", -1, 1 };
}

/// Dominant, then the tonic to the end: what closes a piece.
void layCadence(std::vector<SymbolAt>& chords, Key key, Metre metre, Tick start, int bars)
{
    const Tick bar = metre.ticksPerBar();
    if (bars > 1) {
        chords.push_back({ start, chordSymbol({ 7, "7", -1, 1 }, key) });
        start += bars > 2 ? 2 * bar : bar;
    }
    chords.push_back({ start, chordSymbol(tonicOf(key.mode), key) });
}

} // namespace

int Arrangement::bars() const
{
    int sum = 0;
    for (const ArrangedSection& section : sections) {
        sum += section.bars;
    }
    return sum;
}

std::vector<ArrangedSection> drawSectionsFor(const GrooveFile& file, int bars, NoiseSequence& dice)
{
    std::vector<ArrangedSection> sections;
    addBody(sections, file, bars, 8, 0.25, dice);
    return sections;
}

Arrangement drawArrangement(const GrooveFile& file, const std::vector<Progression>& progressions,
    int bars, NoiseSequence& dice)
{
    Arrangement result;
    result.file = &file;
    const int wanted = roundedBars(bars, file);
    const Progression& first = chooseProgression(progressions, *file.row, nullptr, dice);
    const Progression& second
        = dice.chance(0.65) ? chooseProgression(progressions, *file.row, &first, dice) : first;
    result.key = { static_cast<int>(dice.below(12)), first.mode };
    result.bpm = drawTempo(*file.row, dice);
    result.seed = dice.below(1u << 30);
    result.moods = first.moods;

    const Frame frame = drawFrame(file, wanted, dice);
    const int phrase = first.bars() == 12 ? 12 : 8;
    if (frame.intro != nullptr) {
        result.sections.push_back({ "intro", frame.intro->name, frame.intro->bars });
    }
    addBody(result.sections, file, std::max(4, wanted - frame.bars()), phrase, 0.45, dice);
    if (frame.ending != nullptr) {
        result.sections.push_back({ "ending", frame.ending->name, frame.ending->bars });
    }

    Tick at = 0;
    const Metre metre = result.metre();
    const Progression* current = &first;
    for (std::size_t i = 0; i < result.sections.size(); ++i) {
        const ArrangedSection& section = result.sections[i];
        if (section.label == "ending") {
            layCadence(result.chords, result.key, metre, at, section.bars);
        } else if (section.label != "fill") {
            current = section.label == "B" || section.label == "C" ? &second : &first;
            const bool filled
                = i + 1 < result.sections.size() && result.sections[i + 1].label == "fill";
            const int length = section.bars + (filled ? result.sections[i + 1].bars : 0);
            layChords(result.chords, *current, result.key, metre, at, length);
        }
        at += section.bars * metre.ticksPerBar();
    }
    return result;
}

std::string mmaText(const Arrangement& arrangement)
{
    const GrooveRow& row = *arrangement.file->row;
    const Tick mmaBar = row.mmaBeats * row.ticksPerBeat;
    std::ostringstream text;
    text << "RndSeed " << arrangement.seed << "\nTempo "
         << std::lround(arrangement.bpm * kTicksPerBeat / static_cast<double>(row.ticksPerBeat))
         << "\n";
    Tick at = 0;
    std::size_t next = 0;
    std::string sounding;
    for (const ArrangedSection& section : arrangement.sections) {
        text << "Groove stdlib:" << section.groove << "\nAllTracks RTime 0\n";
        const Tick end = at + section.bars * row.metre.ticksPerBar();
        for (; at < end; at += mmaBar) {
            text << at / mmaBar + 1;
            if (!sounding.empty()
                && (next >= arrangement.chords.size() || arrangement.chords[next].onset > at)) {
                text << " " << sounding << "@1";
            }
            for (; next < arrangement.chords.size() && arrangement.chords[next].onset < at + mmaBar;
                ++next) {
                sounding = arrangement.chords[next].symbol;
                const double beat = 1
                    + static_cast<double>(arrangement.chords[next].onset - at)
                        / static_cast<double>(row.ticksPerBeat);
                text << " " << sounding << "@" << std::setprecision(6) << beat;
            }
            text << "\n";
        }
    }
    return text.str();
}

} // namespace pieria
