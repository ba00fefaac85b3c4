// The plan of a piece that mma performs: which groove in which section, and chords over bars.
#pragma once

#include "core/base/noise.h"
#include "core/corpus/groove_library.h"
#include "core/corpus/progressions.h"
#include "core/score/score.h"

#include <string>
#include <vector>

namespace pieria {

/// A chord symbol as mma and lead sheets spell it ("Bbm7/F").
struct SymbolAt
{
    Tick onset = 0;
    std::string symbol;
};

struct ArrangedSection
{
    std::string label; ///< "intro", "A", "B", "fill", "ending"
    std::string groove;
    int bars = 4;
};

struct Arrangement
{
    const GrooveFile* file = nullptr;
    Key key;
    double bpm = 120;
    std::vector<ArrangedSection> sections;
    std::vector<SymbolAt> chords; ///< the first at tick 0
    std::vector<std::string> moods;
    std::uint32_t seed = 1; ///< of mma's own dice
    [[nodiscard]] Metre metre() const { return file->row->metre; }
    [[nodiscard]] int bars() const;
    [[nodiscard]] Tick length() const { return bars() * metre().ticksPerBar(); }
};

/// Draws form, key, tempo and chords for a groove file. `bars` is the wish; the result is within
/// one of the file's own phrases of it, always 8 to 64 bars.
[[nodiscard]] Arrangement drawArrangement(const GrooveFile& file,
    const std::vector<Progression>& progressions, int bars, NoiseSequence& dice);

/// The same file's sections under chords that are already there (a tune): body grooves in phrases
/// of eight bars, no intro, a fill or ending only where the phrase ends.
[[nodiscard]] std::vector<ArrangedSection> drawSectionsFor(
    const GrooveFile& file, int bars, NoiseSequence& dice);

/// What mma reads to play it.
[[nodiscard]] std::string mmaText(const Arrangement& arrangement);

} // namespace pieria
