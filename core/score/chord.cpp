#include "core/score/music_types.h"
#include "core/score/spelling.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

namespace pieria {

namespace {

struct QualityInfo
{
    std::string_view suffix;
    unsigned mask;
};

constexpr unsigned bits(std::initializer_list<int> intervals)
{
    unsigned mask = 0;
    for (const int interval : intervals) {
        mask |= 1u << interval;
    }
    return mask;
}

constexpr std::array<QualityInfo, kChordQualityCount> kQualities { {
    { "", bits({ 0, 4, 7 }) },
    { "m", bits({ 0, 3, 7 }) },
    { "dim", bits({ 0, 3, 6 }) },
    { "aug", bits({ 0, 4, 8 }) },
    { "7", bits({ 0, 4, 7, 10 }) },
    { "maj7", bits({ 0, 4, 7, 11 }) },
    { "m7", bits({ 0, 3, 7, 10 }) },
    { "m7b5", bits({ 0, 3, 6, 10 }) },
    { "dim7", bits({ 0, 3, 6, 9 }) },
    { "mmaj7", bits({ 0, 3, 7, 11 }) },
    { "sus2", bits({ 0, 2, 7 }) },
    { "sus4", bits({ 0, 5, 7 }) },
    { "7sus4", bits({ 0, 5, 7, 10 }) },
    { "6", bits({ 0, 4, 7, 9 }) },
    { "m6", bits({ 0, 3, 7, 9 }) },
    { "5", bits({ 0, 7 }) },
    { "N.C.", 0 },
} };

const QualityInfo& info(ChordQuality quality)
{
    return kQualities[static_cast<std::size_t>(quality)];
}

/// C D-flat D E-flat E F F-sharp G A-flat A B-flat B, as lead sheets write roots.
std::string rootName(int root)
{
    constexpr std::array<std::string_view, 12> kNames { "C", "Db", "D", "Eb", "E", "F", "F#", "G",
        "Ab", "A", "Bb", "B" };
    return std::string(kNames[static_cast<std::size_t>(pitchClass(root))]);
}

// --- Reading a suffix: what triad, what seventh, what was altered ---

enum class Triad { Major, Minor, Diminished, HalfDiminished, Augmented, Sus2, Sus4, Power };
enum class Seventh { None, Sixth, Minor, Major };

struct Suffix
{
    Triad triad = Triad::Major;
    Seventh seventh = Seventh::None;
    bool flatFifth = false;
    bool sharpFifth = false;
};

bool take(std::string_view& text, std::string_view word)
{
    if (!text.starts_with(word)) {
        return false;
    }
    text.remove_prefix(word.size());
    return true;
}

template <std::size_t N>
bool takeAny(std::string_view& text, const std::array<std::string_view, N>& words)
{
    for (const std::string_view word : words) {
        if (take(text, word)) {
            return true;
        }
    }
    return false;
}

/// Longest spellings first. "\xC2\xB0" is the degree sign, "\xC3\xB8" and "\xC3\x98" the
/// half-diminished one, "\xCE\x94" and "\xE2\x88\x86" the triangle of major sevenths.
constexpr std::array<std::string_view, 9> kMajorWords { "major", "Major", "maj", "Maj", "MAJ", "ma",
    "Ma", "\xCE\x94", "\xE2\x88\x86" };
constexpr std::array<std::string_view, 7> kMinorWords { "minor", "Minor", "min", "Min", "mi", "m",
    "-" };
constexpr std::array<std::string_view, 5> kDiminishedWords { "dim", "Dim", "\xC2\xB0", "o", "O" };
constexpr std::array<std::string_view, 3> kHalfWords { "\xC3\xB8", "\xC3\x98", "0" };
constexpr std::array<std::string_view, 3> kAugmentedWords { "aug", "Aug", "+" };

bool isTriangle(std::string_view text)
{
    return text.starts_with("\xCE\x94") || text.starts_with("\xE2\x88\x86");
}

std::optional<int> takeNumber(std::string_view& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || text.empty() || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool isStack(int degree)
{
    return degree == 7 || degree == 9 || degree == 11 || degree == 13;
}

/// A degree that stands alone: "7", "9", "6", "69", "5", "2", "4".
bool applyDegree(Suffix& suffix, int degree, bool major)
{
    if (isStack(degree)) {
        suffix.seventh = major ? Seventh::Major : Seventh::Minor;
    } else if (degree == 6 || degree == 69) {
        suffix.seventh = Seventh::Sixth;
    } else if (degree == 5) {
        suffix.triad = Triad::Power;
    } else if (degree == 2) {
        suffix.triad = Triad::Sus2;
    } else if (degree == 4) {
        suffix.triad = Triad::Sus4;
    } else {
        return false;
    }
    return true;
}

bool takeAlteration(Suffix& suffix, std::string_view& text)
{
    const bool flat = take(text, "b") || take(text, "\xE2\x99\xAD") || take(text, "-");
    const bool sharp = !flat && (take(text, "#") || take(text, "\xE2\x99\xAF") || take(text, "+"));
    const auto degree = takeNumber(text);
    if (!degree) {
        return false;
    }
    suffix.flatFifth = suffix.flatFifth || (flat && *degree == 5);
    suffix.sharpFifth = suffix.sharpFifth || (sharp && *degree == 5);
    const bool known = *degree == 5 || *degree == 6 || isStack(*degree);
    return (flat || sharp) && known;
}

bool takeSuspension(Suffix& suffix, std::string_view& text)
{
    if (!take(text, "sus")) {
        return false;
    }
    const auto degree = takeNumber(text);
    suffix.triad = degree == 2 ? Triad::Sus2 : Triad::Sus4;
    return true;
}

bool takeAddition(std::string_view& text)
{
    if (!take(text, "add") && !take(text, "omit") && !take(text, "no")) {
        return false;
    }
    static_cast<void>(take(text, "b") || take(text, "#"));
    return takeNumber(text).has_value();
}

bool takeDegree(Suffix& suffix, std::string_view& text, bool major)
{
    const std::string_view before = text;
    const auto degree = takeNumber(text);
    if (!degree || !applyDegree(suffix, *degree, major)) {
        text = before;
        return false;
    }
    return true;
}

/// The part right after the root: third, fifth and seventh.
void takeBody(Suffix& suffix, std::string_view& text)
{
    const bool triangle = isTriangle(text);
    if (takeAny(text, kMajorWords) || take(text, "M")) {
        suffix.seventh = triangle ? Seventh::Major : suffix.seventh;
        static_cast<void>(takeDegree(suffix, text, true));
        return;
    }
    if (takeAny(text, kDiminishedWords)) {
        suffix.triad = Triad::Diminished;
        static_cast<void>(takeDegree(suffix, text, false));
        return;
    }
    if (takeAny(text, kHalfWords)) {
        suffix.triad = Triad::HalfDiminished;
        suffix.seventh = Seventh::Minor;
        static_cast<void>(take(text, "7"));
        return;
    }
    if (takeAny(text, kMinorWords)) {
        suffix.triad = Triad::Minor;
        static_cast<void>(take(text, "("));
        const bool major = takeAny(text, kMajorWords) || take(text, "M") || take(text, "+");
        static_cast<void>(takeDegree(suffix, text, major));
        static_cast<void>(take(text, ")"));
        return;
    }
    if (takeAny(text, kAugmentedWords)) {
        suffix.triad = Triad::Augmented;
    }
    static_cast<void>(takeDegree(suffix, text, false));
}

bool takeTail(Suffix& suffix, std::string_view& text)
{
    while (!text.empty()) {
        if (text.front() == '(' || text.front() == ')' || text.front() == ','
            || text.front() == ' ') {
            text.remove_prefix(1);
        } else if (take(text, "alt")) {
            suffix.seventh = Seventh::Minor;
        } else if (takeAny(text, kAugmentedWords)) {
            // "7+" and "7aug"; "7+5" and "7+9" are alterations.
            const auto degree = takeNumber(text);
            suffix.sharpFifth = suffix.sharpFifth || !degree || *degree == 5;
        } else if (take(text, "/9") || take(text, "dom")) {
            continue;
        } else if (text.starts_with("M7") || text.starts_with("maj7")) {
            suffix.seventh = Seventh::Major;
            text.remove_prefix(text.front() == 'M' ? 2 : 4);
        } else if (!takeSuspension(suffix, text) && !takeAddition(text)
            && !takeAlteration(suffix, text)) {
            return false;
        }
    }
    return true;
}

ChordQuality qualityOf(const Suffix& suffix)
{
    const bool seventh = suffix.seventh == Seventh::Minor;
    switch (suffix.triad) {
    case Triad::Power:
        return ChordQuality::Power;
    case Triad::Sus2:
        return seventh ? ChordQuality::Dominant7Sus4 : ChordQuality::Sus2;
    case Triad::Sus4:
        return seventh ? ChordQuality::Dominant7Sus4 : ChordQuality::Sus4;
    case Triad::HalfDiminished:
        return ChordQuality::HalfDiminished7;
    case Triad::Diminished:
        return suffix.seventh == Seventh::None ? ChordQuality::Diminished
                                               : ChordQuality::Diminished7;
    case Triad::Augmented:
        return seventh ? ChordQuality::Dominant7 : ChordQuality::Augmented;
    case Triad::Minor:
        if (suffix.flatFifth) {
            return seventh ? ChordQuality::HalfDiminished7 : ChordQuality::Diminished;
        }
        return suffix.seventh == Seventh::None ? ChordQuality::Minor
            : suffix.seventh == Seventh::Sixth ? ChordQuality::Minor6
            : seventh                          ? ChordQuality::Minor7
                                               : ChordQuality::MinorMajor7;
    case Triad::Major:
        break;
    }
    if (suffix.seventh == Seventh::None) {
        return suffix.sharpFifth ? ChordQuality::Augmented : ChordQuality::Major;
    }
    return suffix.seventh == Seventh::Sixth ? ChordQuality::Major6
        : seventh                           ? ChordQuality::Dominant7
                                            : ChordQuality::Major7;
}

bool isNoChord(std::string_view symbol)
{
    return symbol == "N.C." || symbol == "NC" || symbol == "N.C" || symbol == "z"
        || symbol == "none";
}

/// Splits the bass off at the last slash that a note name follows and ends the symbol.
std::optional<int> takeBass(std::string_view& symbol)
{
    const std::size_t slash = symbol.rfind('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view name = symbol.substr(slash + 1);
    const auto bass = takePitchName(name, AccidentalWords::Refused);
    if (!bass || !name.empty()) {
        return std::nullopt;
    }
    symbol = symbol.substr(0, slash);
    return bass;
}

} // namespace

std::string chordName(const Chord& chord)
{
    if (chord.quality == ChordQuality::None) {
        return std::string(info(chord.quality).suffix);
    }
    std::string name = rootName(chord.root) + std::string(info(chord.quality).suffix);
    if (pitchClass(chord.bass) != pitchClass(chord.root)) {
        name += "/" + rootName(chord.bass);
    }
    return name;
}

std::optional<Chord> chordFromName(std::string_view symbol)
{
    if (isNoChord(symbol)) {
        return Chord { 0, 0, ChordQuality::None, 0 };
    }
    const auto bass = takeBass(symbol);
    const auto root = takePitchName(symbol, AccidentalWords::Refused);
    if (!root) {
        return std::nullopt;
    }
    Suffix suffix;
    takeBody(suffix, symbol);
    if (!takeTail(suffix, symbol)) {
        return std::nullopt;
    }
    return Chord { 0, *root, qualityOf(suffix), bass.value_or(*root) };
}

unsigned chordMask(ChordQuality quality)
{
    return info(quality).mask;
}

} // namespace pieria
