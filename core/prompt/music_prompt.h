// Reads what can be read exactly from a music prompt: tempo, key, metre, length, instruments,
// structure, energy. The rest conditions the model through the text encoder. No torch, no Qt.
#pragma once

#include "core/base/units.h"
#include "core/score/music_types.h"
#include "core/score/slot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pieria {

enum class ChipKind : std::uint8_t {
    Tempo,
    Key,
    Metre,
    Length,
    Instrument,
    Without,
    Structure,
    Energy,
    Style,
    Mood,
    CannotDo
};

/// Something that was understood, with the words that said it; shown below the prompt and editable.
struct Chip
{
    ChipKind kind = ChipKind::Style;
    std::string text; ///< "92 bpm", "D minor", "flute", "no drums"
    std::size_t begin = 0; ///< bytes of the prompt that said so, [begin, end)
    std::size_t end = 0;
    bool operator==(const Chip&) const = default;
};

struct InstrumentWish
{
    std::string name; ///< canonical: "nylon guitar"
    std::vector<int> programs; ///< General MIDI choices, best first; empty for drums
    bool drums = false;
    std::optional<Slot> role; ///< "flute lead", "strings pad"
    bool operator==(const InstrumentWish&) const = default;
};

enum class EnergyCurve : std::uint8_t { Flat, Rising, Falling, Arch, Valley };

/// A part of a longer piece, Mousai's "i of n".
struct PartOf
{
    int index = 1;
    int count = 1;
    bool operator==(const PartOf&) const = default;
};

/// The controls a prompt asks for. Unset: the prompt does not say.
struct MusicControls
{
    std::optional<double> bpm; ///< exact when a number was given
    std::optional<std::pair<double, double>>
        bpmRange; ///< from a word ("slow", "andante", "uptempo")
    std::optional<int> tonic;
    std::optional<Mode> mode;
    std::optional<Metre> metre;
    std::optional<int> bars;
    std::optional<Seconds> length;
    std::vector<InstrumentWish> with;
    std::vector<InstrumentWish> without;
    bool only = false; ///< "solo piano", "only strings": nothing else plays
    bool intro = false;
    bool ending = false;
    bool fills = false;
    bool loop = false; ///< "seamless loop"
    bool noIntro = false; ///< "without an intro"
    bool noEnding = false;
    bool noFills = false;
    std::optional<PartOf> part;
    std::optional<EnergyCurve> energyCurve;
    std::optional<double> energy; ///< overall, 0 to 1
    std::vector<std::string> styles; ///< canonical genre names of the lexicon, the main one first
    std::vector<std::string> moods; ///< canonical, in prompt order
    std::vector<std::string> notStyles; ///< "no jazz"
    std::vector<std::string> notMoods; ///< "not sad"
    bool operator==(const MusicControls&) const = default;
};

struct MusicReading
{
    MusicControls controls;
    std::vector<Chip> chips; ///< in prompt order
    std::vector<std::string> notes; ///< sentences: what cannot be done and what is done instead
    std::vector<std::string>
        unknownWords; ///< known to neither the lexicons nor a list of common words
};

/// Never fails: any bytes give a reading. Invalid UTF-8 is replaced, over-long prompts are cut at
/// 4,000 bytes with a note.
[[nodiscard]] MusicReading readMusicPrompt(std::string_view prompt);

/// The prompt without what was read exactly (numbers, keys, lengths, negations, names of people):
/// the words that are left for the text encoder. May be empty.
[[nodiscard]] std::string residualText(std::string_view prompt, const MusicReading& reading);

/// A prompt that reads back as these controls: "bossa nova, calm, in D minor, at 92 bpm, with nylon
/// guitar and flute, no drums". Presets and the editing of chips are made of it.
[[nodiscard]] std::string promptFromControls(const MusicControls& controls);

/// What a chip is about, for tool tips and accessible names: "Tempo: 92 bpm".
[[nodiscard]] std::string chipLabel(const Chip& chip);
/// The prompt with the words of `chip` taken out, or replaced by `words`, commas and spaces tidied.
[[nodiscard]] std::string promptWithoutChip(std::string_view prompt, const Chip& chip);
[[nodiscard]] std::string promptWithChip(
    std::string_view prompt, const Chip& chip, std::string_view words);

/// Resolves one instrument name as --instruments takes it; nothing when unknown.
[[nodiscard]] std::optional<InstrumentWish> instrumentFromName(std::string_view name);

} // namespace pieria
