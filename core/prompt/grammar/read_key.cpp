#include "core/prompt/grammar/readers.h"
#include "core/prompt/lexicon/lexicon.h"

#include <array>

namespace pieria::prompt {

namespace {

enum class Naming { English, German, Romance };

struct ModeWord
{
    std::string_view word;
    Mode mode;
    Naming naming = Naming::English;
};
constexpr auto kModes = std::to_array<ModeWord>({ { "major", Mode::Major }, { "maj", Mode::Major },
    { "minor", Mode::Minor }, { "min", Mode::Minor }, { "mineur", Mode::Minor, Naming::Romance },
    { "moll", Mode::Minor, Naming::German }, { "dur", Mode::Major, Naming::German },
    { "maggiore", Mode::Major, Naming::Romance }, { "minore", Mode::Minor, Naming::Romance },
    { "mayor", Mode::Major, Naming::Romance }, { "menor", Mode::Minor, Naming::Romance },
    { "maior", Mode::Major, Naming::Romance }, { "majeur", Mode::Major, Naming::Romance },
    { "dorian", Mode::Dorian }, { "dorisch", Mode::Dorian, Naming::German },
    { "phrygian", Mode::Phrygian }, { "phrygisch", Mode::Phrygian, Naming::German },
    { "lydian", Mode::Lydian }, { "lydisch", Mode::Lydian, Naming::German },
    { "mixolydian", Mode::Mixolydian }, { "mixolydisch", Mode::Mixolydian, Naming::German },
    { "locrian", Mode::Locrian }, { "aeolian", Mode::Minor }, { "eolian", Mode::Minor },
    { "ionian", Mode::Major } });

struct Found
{
    int tonic = 0;
    std::optional<Mode> mode;
    std::size_t end = 0; ///< the token behind
    bool bare = false; ///< a letter alone: needs a cue
    bool attached = false; ///< written as one word ("Dm", "F#")
};

const ModeWord* modeWord(const Draft& draft, std::size_t i)
{
    for (const ModeWord& mode : kModes) {
        if (draft.is(i, mode.word)) {
            return &mode;
        }
    }
    return nullptr;
}

/// "minor", "harmonic minor", "natural minor": the word, and the token behind it.
std::optional<std::pair<const ModeWord*, std::size_t>> readMode(const Draft& draft, std::size_t i)
{
    const std::size_t at = draft.isAny(i, { "harmonic", "melodic", "natural" }) ? i + 1 : i;
    if (const ModeWord* mode = modeWord(draft, at)) {
        return std::pair { mode, at + 1 };
    }
    return std::nullopt;
}

int pitchClass(char letter)
{
    constexpr std::array<int, 7> kLetters { 9, 11, 0, 2, 4, 5, 7 }; // a to g
    return kLetters[static_cast<std::size_t>(letter - 'a')];
}

int wrap(int pitch)
{
    return (pitch % 12 + 12) % 12;
}

bool isLetter(const std::string& text)
{
    return !text.empty() && text[0] >= 'a' && text[0] <= 'g';
}

/// "d", "f#", "bb" and what stands behind them: "sharp", "flat".
std::optional<Found> readLetter(const Draft& draft, std::size_t i)
{
    if (!draft.isWord(i) || !isLetter(draft.tokens[i].text)) {
        return std::nullopt;
    }
    const std::string& text = draft.tokens[i].text;
    Found found { pitchClass(text[0]), std::nullopt, i + 1, true, false };
    if (text.size() == 2 && (text[1] == '#' || (text[1] == 'b'))) {
        found.tonic = wrap(found.tonic + (text[1] == '#' ? 1 : -1));
        found.bare = false;
        found.attached = true;
    } else if (text.size() != 1) {
        return std::nullopt;
    } else if (draft.isAny(i + 1, { "sharp", "flat" })) {
        found.tonic = wrap(found.tonic + (draft.is(i + 1, "sharp") ? 1 : -1));
        found.bare = false;
        found.end = i + 2;
    }
    return found;
}

struct Attached
{
    std::string_view suffix;
    Mode mode;
};
constexpr auto kAttached
    = std::to_array<Attached>({ { "minor", Mode::Minor }, { "major", Mode::Major },
        { "min", Mode::Minor }, { "maj", Mode::Major }, { "moll", Mode::Minor },
        { "dur", Mode::Major }, { "dorian", Mode::Dorian }, { "m", Mode::Minor } });

/// "Dm", "F#m", "Bbmaj", "Aminor" in one word.
std::optional<Found> readAttached(const Draft& draft, std::size_t i)
{
    if (!draft.isWord(i) || !isLetter(draft.tokens[i].text)) {
        return std::nullopt;
    }
    const Token& token = draft.tokens[i];
    for (const Attached& attached : kAttached) {
        if (!token.text.ends_with(attached.suffix) || token.text.size() <= attached.suffix.size()) {
            continue;
        }
        const std::string_view root
            = std::string_view(token.text).substr(0, token.text.size() - attached.suffix.size());
        if (root.size() > 2 || (root.size() == 2 && root[1] != '#' && root[1] != 'b')) {
            continue;
        }
        const int shift = root.size() == 1 ? 0 : root[1] == '#' ? 1 : -1;
        Found found { wrap(pitchClass(root[0]) + shift), attached.mode, i + 1, false, true };
        // "am", "dm" and "cm" are words: they need a capital or a cue.
        found.bare = attached.suffix == "m" && root.size() == 1 && (!token.capital || root == "a");
        return found;
    }
    return std::nullopt;
}

struct NoteName
{
    std::string_view name;
    int pitch;
};

/// "cis-moll", "Es-Dur", "h-Moll"; in German b is B flat and h is B.
std::optional<Found> readGerman(const Draft& draft, std::size_t i)
{
    constexpr auto kNotes = std::to_array<NoteName>({ { "c", 0 }, { "cis", 1 }, { "des", 1 },
        { "d", 2 }, { "dis", 3 }, { "es", 3 }, { "e", 4 }, { "f", 5 }, { "fis", 6 }, { "ges", 6 },
        { "g", 7 }, { "gis", 8 }, { "as", 8 }, { "a", 9 }, { "ais", 10 }, { "b", 10 }, { "h", 11 },
        { "ces", 11 }, { "his", 0 }, { "eis", 5 } });
    const auto mode = readMode(draft, i + 1);
    if (!mode || mode->first->naming != Naming::German) {
        return std::nullopt;
    }
    for (const NoteName& note : kNotes) {
        if (draft.is(i, note.name)) {
            return Found { note.pitch, mode->first->mode, mode->second };
        }
    }
    return std::nullopt;
}

/// "re minore", "sol diesis minore", "si bemol majeur".
std::optional<Found> readRomance(const Draft& draft, std::size_t i)
{
    constexpr auto kNotes = std::to_array<NoteName>({ { "do", 0 }, { "ut", 0 }, { "re", 2 },
        { "mi", 4 }, { "fa", 5 }, { "sol", 7 }, { "la", 9 }, { "si", 11 } });
    for (const NoteName& note : kNotes) {
        if (!draft.is(i, note.name)) {
            continue;
        }
        int pitch = note.pitch;
        std::size_t at = i + 1;
        if (draft.isAny(at, { "diesis", "sostenido", "diese", "sharp", "sustenido" })) {
            ++pitch;
            ++at;
        } else if (draft.isAny(at, { "bemolle", "bemol", "flat" })) {
            --pitch;
            ++at;
        }
        const auto mode = readMode(draft, at);
        const bool said = mode
            && (mode->first->naming == Naming::Romance || at > i + 1
                || draft.readsAny(i, { "ut", "sol" }));
        if (said) {
            return Found { wrap(pitch), mode->first->mode, mode->second };
        }
    }
    return std::nullopt;
}

/// "in", "in the key of", "key:"; the first token of the cue, or `i` when there is none.
std::size_t cueBegin(const Draft& draft, std::size_t i)
{
    std::size_t at = i;
    if (at > 0 && draft.isAny(at - 1, { ":", "=", "of", "is", "in" })) {
        --at;
    }
    const bool in = at < i && draft.is(at, "in");
    if (at > 0 && draft.isAny(at - 1, { "key", "tonality", "tonart" })) {
        --at;
        while (at > 0 && draft.isAny(at - 1, { "the", "in", "a" })) {
            --at;
        }
        return at;
    }
    return in ? at : i;
}

/// What may follow a bare letter that is a key: the end of a clause, a preposition, a number.
bool closesKey(const Draft& draft, std::size_t i)
{
    return draft.isBreak(i) || draft.isNumber(i)
        || draft.readsAny(i,
            { "at", "with", "for", "and", "using", "featuring", "over", "played", "on", "no",
                "without", "around", "but", "by", "tempo", "key", "then", "plus", "about", "in",
                "about" });
}

bool namesInstrument(const Draft& draft, std::size_t i)
{
    const Entry* entry
        = i < draft.size() ? lexicon().find(std::span(draft.tokens).subspan(i, 1)) : nullptr;
    const Entry* pair
        = i + 1 < draft.size() ? lexicon().find(std::span(draft.tokens).subspan(i, 2)) : nullptr;
    return (entry != nullptr && entry->has(SenseKind::Instrument))
        || (pair != nullptr && pair->has(SenseKind::Instrument));
}

/// A letter with a mode word behind it: "a minor key" and "a major label" are articles.
bool isArticle(const Draft& draft, std::size_t i, std::size_t behindMode, bool cue)
{
    const Token& token = draft.tokens[i];
    if (token.text != "a" || draft.readsAny(i + 1, { "sharp", "flat" })) {
        return false;
    }
    const bool closed = closesKey(draft, behindMode)
        || draft.readsAny(behindMode, { "scale", "pentatonic", "tonality" });
    if (token.capital && i > 0) {
        return !cue && !closed && !draft.reads(behindMode, "key")
            && !namesInstrument(draft, behindMode)
            && (behindMode >= draft.size()
                || lexicon().find(std::span(draft.tokens).subspan(behindMode, 1)) == nullptr);
    }
    if (draft.reads(behindMode, "key") || draft.reads(behindMode, "mode")) {
        return !(cue && i >= 2 && draft.reads(i - 1, "of"));
    }
    if (closed) {
        return false;
    }
    if (token.capital) { // the first word: "A minor waltz", not "A major label sound"
        return lexicon().find(std::span(draft.tokens).subspan(behindMode, 1)) == nullptr;
    }
    return true;
}

/// A letter alone is a key behind a cue; "a" hardly ever is.
bool acceptsBare(const Draft& draft, std::size_t i, std::size_t end, bool cue, bool keyCue)
{
    if (draft.reads(end, "key") && !(draft.reads(i, "a") && !draft.tokens[i].capital)) {
        return true;
    }
    if (!cue || namesInstrument(draft, end)) {
        return false;
    }
    if (draft.reads(i, "a") && !keyCue) {
        return draft.tokens[i].capital && closesKey(draft, end);
    }
    return keyCue || closesKey(draft, end) || draft.tokens[i].capital;
}

bool readLetterKey(Draft& draft, std::size_t i)
{
    auto found = readLetter(draft, i);
    if (!found) {
        return false;
    }
    const std::size_t begin = cueBegin(draft, i);
    const bool cue = begin < i;
    const bool keyCue = cue && !(begin + 1 == i && draft.reads(begin, "in"));
    const auto mode = readMode(draft, found->end);
    if (mode && mode->first->naming == Naming::English) {
        if (found->bare && isArticle(draft, i, mode->second, cue)) {
            return false;
        }
        found->mode = mode->first->mode;
        found->end = mode->second;
    } else if (draft.isAny(found->end, { "m" }) && found->end < draft.size()
        && draft.tokens[found->end].glued) {
        found->mode = Mode::Minor;
        ++found->end;
    } else if (found->bare) {
        if (!acceptsBare(draft, i, found->end, cue, keyCue)) {
            return false;
        }
    } else if (!cue
        && (namesInstrument(draft, found->end) || draft.readsAny(i, { "ab", "db", "gb" }))) {
        return false; // "B-flat clarinet"
    }
    MusicControls& controls = draft.reading.controls;
    std::size_t end = found->end;
    if (draft.isAny(end, { "key", "scale", "tonality", "pentatonic", "mode" })) {
        ++end;
    }
    controls.tonic = found->tonic;
    controls.mode = found->mode;
    const std::string name = keyName({ found->tonic, found->mode.value_or(Mode::Major) });
    draft.chip(ChipKind::Key, found->mode ? name : name.substr(0, name.rfind(' ')), begin, end);
    return true;
}

bool readNamedKey(Draft& draft, std::size_t i)
{
    std::optional<Found> found = readGerman(draft, i);
    if (!found) {
        found = readRomance(draft, i);
    }
    const std::size_t begin = cueBegin(draft, i);
    if (!found) {
        found = readAttached(draft, i);
        if (found && found->bare && begin == i) {
            found.reset();
        }
    }
    if (!found) {
        return false;
    }
    draft.reading.controls.tonic = found->tonic;
    draft.reading.controls.mode = found->mode;
    draft.chip(ChipKind::Key, keyName({ found->tonic, found->mode.value_or(Mode::Major) }), begin,
        found->end);
    return true;
}

/// "minor" by itself means the mode when music follows it, not in "a major label".
bool meansMode(const Draft& draft, std::size_t i, std::size_t end)
{
    if (draft.readsAny(end,
            { "key", "keys", "mode", "tonality", "scale", "chords", "chord", "feel", "sound",
                "harmony", "harmonies", "progression", "pentatonic", "triads", "tune", "melody",
                "blues" })) {
        return true;
    }
    const ModeWord* mode = modeWord(draft, end - 1);
    if (mode != nullptr && mode->mode != Mode::Major && mode->mode != Mode::Minor) {
        return true;
    }
    if (closesKey(draft, end)) {
        return !(i > 0 && draft.readsAny(i - 1, { "a", "the", "with" }));
    }
    if (i > 0 && draft.reads(i - 1, "in")) {
        return true;
    }
    const auto rest = std::span(draft.tokens).subspan(end, 1);
    const Entry* entry = lexicon().find(rest);
    return entry != nullptr
        && (entry->has(SenseKind::Style) || entry->has(SenseKind::Instrument)
            || entry->has(SenseKind::Tempo) || entry->has(SenseKind::Mood));
}

bool isNegated(const Draft& draft, std::size_t i)
{
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
        if (draft.readsAny(i - back, { "no", "not", "without", "never", "avoid", "non" })) {
            return true;
        }
    }
    return false;
}

} // namespace

void readKey(Draft& draft)
{
    for (std::size_t i = 0; i < draft.size() && !draft.reading.controls.tonic; ++i) {
        if (!draft.taken[i]) {
            static_cast<void>(readNamedKey(draft, i) || readLetterKey(draft, i));
        }
    }
}

void readModeWords(Draft& draft)
{
    MusicControls& controls = draft.reading.controls;
    for (std::size_t i = 0; i < draft.size() && !controls.mode; ++i) {
        const auto mode = readMode(draft, i);
        if (!mode || !meansMode(draft, i, mode->second)) {
            continue;
        }
        std::size_t end = mode->second;
        if (draft.isAny(end, { "key", "keys", "mode", "tonality", "scale", "pentatonic" })) {
            ++end;
        }
        Mode meant = mode->first->mode;
        if (isNegated(draft, i)) {
            if (meant != Mode::Major && meant != Mode::Minor) {
                continue;
            }
            meant = meant == Mode::Major ? Mode::Minor : Mode::Major;
        }
        controls.mode = meant;
        const std::string name = keyName({ 0, meant });
        draft.chip(ChipKind::Key, name.substr(name.rfind(' ') + 1) + " key", i, end);
    }
}

} // namespace pieria::prompt
