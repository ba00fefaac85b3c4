#include "core/prompt/planning/harmony.h"

#include "core/base/noise.h"
#include "core/prompt/lexicon/lexicon.h"
#include "core/prompt/lexicon/tables.h"
#include "core/prompt/planning/draw.h"
#include "core/prompt/planning/style_choice.h"

#include <algorithm>
#include <cmath>

namespace pieria::prompt {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The table's style words are the lexicon's or close: "jazz ballad" is of jazz and of ballad.
bool speaksOf(const Progression& progression, std::string_view style)
{
    return std::any_of(progression.styles.begin(), progression.styles.end(),
        [style](const std::string& word) { return word.find(style) != std::string::npos; });
}

double suitability(const Progression& progression, const StylePrior& style, const Wanted& wanted)
{
    double score = 0;
    if (contains(style.progressions, progression.id)) {
        score += 3;
    }
    if (speaksOf(progression, style.name)) {
        score += 1.5;
    }
    for (const std::string& genre : wanted.controls.styles) {
        score += speaksOf(progression, genre) ? 0.7 : 0;
    }
    for (const std::string& name : wanted.controls.moods) {
        const MoodRow* mood = moodRow(name);
        if (mood == nullptr) {
            continue;
        }
        double worth = 1.2;
        forEachEntry(mood->progressionMoods, [&](std::string_view meant) {
            if (contains(progression.moods, meant)) {
                score += progression.moods.front() == meant ? worth : worth * 0.6;
            }
            worth *= 0.5;
        });
    }
    return score;
}

/// Locrian has no progression of its own in the table.
Progression locrian()
{
    Progression result;
    result.id = "locrian";
    result.mode = Mode::Locrian;
    const auto chord = [](int root, std::string suffix) {
        Numeral numeral;
        numeral.root = root;
        numeral.suffix = std::move(suffix);
        return numeral;
    };
    result.chords = { chord(0, "m7b5"), chord(1, "maj7"), chord(6, ""), chord(3, "m") };
    return result;
}

std::vector<const Progression*> candidates(const std::vector<Progression>& table, Mode mode)
{
    std::vector<const Progression*> found;
    for (const Progression& progression : table) {
        if (progression.mode == mode && !progression.chords.empty()) {
            found.push_back(&progression);
        }
    }
    return found;
}

int wrap(int pitch)
{
    return (pitch % 12 + 12) % 12;
}

Chord chordOf(const Numeral& numeral, Key key)
{
    Chord chord;
    const auto symbol = chordFromName("C" + numeral.suffix);
    chord.quality = symbol ? symbol->quality : ChordQuality::Major;
    chord.root = wrap(key.tonic + numeral.root);
    chord.bass = numeral.bass < 0 ? chord.root : wrap(key.tonic + numeral.bass);
    return chord;
}

Tick halfBar(Metre metre)
{
    const Tick bar = metre.ticksPerBar();
    if (metre == Metre { 3, 4 } || metre == Metre { 5, 4 }) {
        return metre.numerator == 3 ? 2 * kTicksPerBeat : 3 * kTicksPerBeat;
    }
    return bar / 2;
}

/// Tick of a position counted in bars, which is a multiple of a half.
Tick tickAt(double bars, Metre metre)
{
    const double whole = std::floor(bars);
    const Tick start = static_cast<Tick>(whole) * metre.ticksPerBar();
    return bars - whole > 0.25 ? start + halfBar(metre) : start;
}

void layProgression(std::vector<Chord>& chords, const Progression& progression,
    const FormSection& section, Key key, Metre metre)
{
    const double length = std::max(0.5, progression.bars());
    double at = -std::fmod(section.offset, length);
    std::size_t i = 0;
    while (at < section.bars) {
        const Numeral& numeral = progression.chords[i % progression.chords.size()];
        const double end = at + std::max(0.5, numeral.bars);
        if (end > 0) {
            Chord chord = chordOf(numeral, key);
            chord.onset = tickAt(section.firstBar + std::max(at, 0.0), metre);
            chords.push_back(chord);
        }
        at = end;
        ++i;
    }
}

bool isMinorLike(Mode mode)
{
    return mode == Mode::Minor || mode == Mode::Dorian || mode == Mode::Phrygian
        || mode == Mode::Locrian;
}

bool mostlySevenths(const Progression& progression)
{
    const auto rich = std::count_if(progression.chords.begin(), progression.chords.end(),
        [](const Numeral& n) { return n.suffix.find_first_of("679") != std::string::npos; });
    return 2 * rich >= static_cast<std::ptrdiff_t>(progression.chords.size());
}

bool isPower(const Progression& progression)
{
    return std::all_of(progression.chords.begin(), progression.chords.end(),
        [](const Numeral& n) { return n.suffix == "5"; });
}

Chord onDegree(Key key, int degree, ChordQuality quality)
{
    const int root = wrap(key.tonic + degree);
    return { 0, root, quality, root };
}

/// The resting chord in the colour of the progression.
Chord tonicChord(Key key, const Progression& progression)
{
    const bool minor = isMinorLike(key.mode);
    if (isPower(progression)) {
        return onDegree(key, 0, ChordQuality::Power);
    }
    if (key.mode == Mode::Locrian) {
        return onDegree(key, 0, ChordQuality::Diminished);
    }
    if (!mostlySevenths(progression)) {
        return onDegree(key, 0, minor ? ChordQuality::Minor : ChordQuality::Major);
    }
    const Chord first = chordOf(progression.chords.front(), key);
    if (first.root == key.tonic && first.quality == ChordQuality::Dominant7) {
        return onDegree(key, 0, ChordQuality::Dominant7); // a blues rests on its seventh
    }
    return onDegree(key, 0, minor ? ChordQuality::Minor6 : ChordQuality::Major6);
}

/// The chord that wants to go home, in the manner of the mode.
Chord leadingChord(Key key, const Progression& progression)
{
    if (isPower(progression)) {
        return onDegree(key, 10, ChordQuality::Power);
    }
    switch (key.mode) {
    case Mode::Mixolydian:
    case Mode::Dorian:
        return onDegree(key, 10, ChordQuality::Major);
    case Mode::Phrygian:
    case Mode::Locrian:
        return onDegree(key, 1, ChordQuality::Major);
    case Mode::Lydian:
        return onDegree(key, 7, ChordQuality::Major);
    default:
        return onDegree(key, 7, ChordQuality::Dominant7);
    }
}

/// Another way to leave when the piece already begins with the leading chord.
Chord subdominant(Key key)
{
    if (key.mode == Mode::Phrygian || key.mode == Mode::Locrian) {
        return onDegree(
            key, 3, key.mode == Mode::Locrian ? ChordQuality::Minor : ChordQuality::Major);
    }
    const bool minor = key.mode == Mode::Minor;
    const bool lydian = key.mode == Mode::Lydian;
    return onDegree(key, lydian ? 2 : 5, minor ? ChordQuality::Minor : ChordQuality::Major);
}

void replaceFrom(std::vector<Chord>& chords, Tick tick, Chord chord)
{
    std::erase_if(chords, [tick](const Chord& other) { return other.onset >= tick; });
    chord.onset = tick;
    chords.push_back(chord);
}

void close(std::vector<Chord>& chords, int bars, Key key, Metre metre, const Progression& material)
{
    const Tick bar = metre.ticksPerBar();
    if (bars >= 3) {
        replaceFrom(chords, (bars - 2) * bar, leadingChord(key, material));
    }
    replaceFrom(chords, (bars - 1) * bar, tonicChord(key, material));
}

void leadBack(
    std::vector<Chord>& chords, int bars, Key key, Metre metre, const Progression& material)
{
    const Chord first = chords.front();
    if (bars < 2 || chords.back().root != first.root) {
        return;
    }
    const Chord leading = leadingChord(key, material);
    replaceFrom(chords, (bars - 1) * metre.ticksPerBar(),
        leading.root == first.root ? subdominant(key) : leading);
}

void mergeEqual(std::vector<Chord>& chords)
{
    const auto same = [](const Chord& a, const Chord& b) {
        return a.root == b.root && a.quality == b.quality && a.bass == b.bass;
    };
    chords.erase(std::unique(chords.begin(), chords.end(), same), chords.end());
}

} // namespace

std::array<Progression, 3> chooseProgressions(const std::vector<Progression>& table,
    const StylePrior& style, const Wanted& wanted, Mode mode, std::uint64_t seed)
{
    const std::vector<const Progression*> all = candidates(table, mode);
    if (all.empty()) {
        return { locrian(), locrian(), locrian() };
    }
    std::vector<double> weights;
    for (const Progression* progression : all) {
        weights.push_back(std::exp(1.5 * suitability(*progression, style, wanted)));
    }
    std::array<Progression, 3> chosen;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::size_t index = drawIndex(weights, Noise(seed, "chords", i).uniform(0));
        chosen[i] = *all[index];
        if (std::count_if(weights.begin(), weights.end(), [](double w) { return w > 0; }) > 1) {
            weights[index] = 0;
        }
    }
    // A twelve-bar form is the whole piece.
    if (chosen[0].bars() == 12) {
        chosen[1] = chosen[0];
        chosen[2] = chosen[0];
    }
    return chosen;
}

std::vector<Chord> planChords(const std::vector<FormSection>& form,
    const std::array<Progression, 3>& progressions, Key key, Metre metre, LastBar last)
{
    std::vector<Chord> chords;
    for (const FormSection& section : form) {
        const auto material = static_cast<std::size_t>(section.material - 'A');
        layProgression(chords, progressions[material], section, key, metre);
    }
    const int bars = form.back().firstBar + form.back().bars;
    const auto material = static_cast<std::size_t>(form.back().material - 'A');
    if (last == LastBar::Closes) {
        close(chords, bars, key, metre, progressions[material]);
    } else {
        leadBack(chords, bars, key, metre, progressions[material]);
    }
    mergeEqual(chords);
    return chords;
}

} // namespace pieria::prompt
