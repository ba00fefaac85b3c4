// Patterns of the styles we play ourselves: sixteen steps a bar ("x" loud, "o" medium, "g" soft,
// "." rest) and forms as layers that come and go.
#pragma once

#include <span>
#include <string_view>

namespace pieria {

enum Layer : unsigned {
    kKick = 1u << 0,
    kSnare = 1u << 1,
    kHats = 1u << 2,
    kPercussion = 1u << 3,
    kBass = 1u << 4,
    kStabs = 1u << 5,
    kPad = 1u << 6,
    kArp = 1u << 7,
    kLead = 1u << 8,
    kRoll = 1u << 9 ///< a snare roll that rises through the section
};

struct StyleSection
{
    std::string_view label;
    int bars;
    unsigned layers;
};

struct ProceduralStyle
{
    std::string_view family;
    double slowest;
    double fastest;
    int kit; ///< drum kit program: 24 electronic, 25 analogue, 0 acoustic
    double swing; ///< how many ticks the second sixteenth of each pair comes late
    int chordBars; ///< how long a chord lasts at least
    std::span<const std::string_view> kicks;
    std::span<const std::string_view> snares; ///< on the clap or the snare
    std::span<const std::string_view> hats; ///< closed; upper-case X is open
    std::span<const std::string_view> percussion;
    std::span<const std::string_view> basses; ///< r root, f fifth, o octave, s seventh below
    std::span<const std::string_view> stabs;
    std::span<const std::string_view> arps; ///< digits: index of the chord tone
    std::span<const int> bassPrograms;
    std::span<const int> stabPrograms;
    std::span<const int> padPrograms;
    std::span<const int> arpPrograms;
    std::span<const int> leadPrograms;
    double leadDensity; ///< notes a beat
    double leadSyncopation;
    std::span<const std::span<const StyleSection>> forms;
    std::span<const std::string_view> moods;
    bool power = false; ///< stabs are roots and fifths, low
    int deepDrum = 36; ///< what the kick row plays
    int clapChance = 50; ///< percent of the pieces whose snare is a clap
};

[[nodiscard]] std::span<const ProceduralStyle> electronicStyles();
/// Bands and orchestras that mma's library lacks: metal, punk, reggae, film score, ...
[[nodiscard]] std::span<const ProceduralStyle> bandStyles();

} // namespace pieria
