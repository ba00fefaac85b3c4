// The studio's dictionary of music: what people call things, and what is meant. Tables only; one
// file a subject. Synonyms are separated by ";" and compared folded and without spaces, so
// "hip hop" stands for "hip-hop" and "hiphop" too, and a plural need not be listed.
#pragma once

#include "core/prompt/music_prompt.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace pieria::prompt {

struct InstrumentRow
{
    std::string_view name; ///< canonical
    std::string_view programs; ///< "24 25", best first; "drums" for the kit
    std::string_view words; ///< synonyms; the name itself need not be repeated
    std::string_view taken; ///< what "no ..." takes away beyond `programs`: "24-31 drums bass"
    std::string_view role; ///< slot the words imply ("lead", "bass"), usually empty
};
[[nodiscard]] std::span<const InstrumentRow> instrumentRows();

/// "string quartet": several players at once.
struct EnsembleRow
{
    std::string_view name;
    std::string_view players; ///< "violin lead; viola counter; cello bass"
    bool only = true; ///< nobody else plays
    std::string_view words;
};
[[nodiscard]] std::span<const EnsembleRow> ensembleRows();

struct StyleRow
{
    std::string_view name; ///< canonical genre
    std::string_view families; ///< nearest style families, best first, separated by ";"
    std::string_view words;
};
[[nodiscard]] std::span<const StyleRow> styleRows();

struct MoodRow
{
    std::string_view name;
    double energy = 0.5; ///< 0 calm to 1 wild
    double light = 0; ///< -1 dark (minor) to 1 bright (major)
    double pace = 0; ///< -1 slow to 1 fast
    std::string_view progressionMoods; ///< moods of progressions.jsonl, best first, ";"
    std::string_view families; ///< styles that suit it, ";"
    std::string_view words;
};
[[nodiscard]] std::span<const MoodRow> moodRows();

struct TempoRow
{
    std::string_view name;
    double slowest = 0; ///< bpm
    double fastest = 0;
    std::string_view words;
};
[[nodiscard]] std::span<const TempoRow> tempoRows();

struct EnergyRow
{
    std::string_view name;
    double level = 0.5;
    std::string_view words;
};
[[nodiscard]] std::span<const EnergyRow> energyRows();

struct CurveRow
{
    std::string_view name;
    EnergyCurve curve = EnergyCurve::Flat;
    std::string_view words;
};
[[nodiscard]] std::span<const CurveRow> curveRows();

enum class StructureFlag : std::uint8_t { Intro, Ending, Fills, Loop };
struct StructureRow
{
    std::string_view name;
    StructureFlag flag = StructureFlag::Intro;
    std::string_view words;
};
[[nodiscard]] std::span<const StructureRow> structureRows();

struct MetreRow
{
    std::string_view name; ///< "3/4"
    std::string_view words;
};
[[nodiscard]] std::span<const MetreRow> metreRows();

enum class Impossible : std::uint8_t {
    Vocals,
    Recording,
    SoundEffects,
    TempoChange,
    KeyChange,
    FreeTime
};
struct ImpossibleRow
{
    std::string_view name;
    Impossible what = Impossible::Vocals;
    std::string_view words;
};
[[nodiscard]] std::span<const ImpossibleRow> impossibleRows();

/// Makers of music and the styles nearest to theirs.
struct ArtistRow
{
    std::string_view name; ///< "Hans Zimmer"
    std::string_view styles; ///< canonical genres, ";"
    std::string_view moods; ///< canonical, ";"
    std::string_view words; ///< other spellings
};
[[nodiscard]] std::span<const ArtistRow> artistRows();

/// Words that are understood as music but steer nothing exact ("riff", "verse", "groove").
[[nodiscard]] std::string_view plainWords();

/// Calls `visit` for each entry of a list separated by ";", spaces trimmed.
template <class Visit> void forEachEntry(std::string_view list, Visit visit)
{
    std::size_t at = 0;
    while (at < list.size()) {
        std::size_t end = list.find(';', at);
        end = end == std::string_view::npos ? list.size() : end;
        std::string_view entry = list.substr(at, end - at);
        while (entry.starts_with(' ')) {
            entry.remove_prefix(1);
        }
        while (entry.ends_with(' ')) {
            entry.remove_suffix(1);
        }
        if (!entry.empty()) {
            visit(entry);
        }
        at = end + 1;
    }
}

} // namespace pieria::prompt
