// What is decided before a note is sampled: exact things are planned, never sampled.
#pragma once

#include "core/score/score.h"

#include <array>
#include <string>
#include <vector>

namespace pieria {

struct SlotPlan
{
    bool on = false;
    int program = 0;
    bool operator==(const SlotPlan&) const = default;
};

/// Conditions the generator and is applied to its output as a hard mask.
struct MusicPlan
{
    Metre metre;
    Key key;
    double bpm = 120;
    int bars = 16;
    std::array<SlotPlan, kSlotCount> slots {};
    std::vector<Section> sections;
    std::vector<Chord> chords; ///< absolute pitch classes; the first at tick 0
    std::vector<float> energy; ///< one a bar, 0 to 1
    std::string style; ///< family of the style vocabulary ("bossa nova"), empty when none was named
    bool loop = false; ///< the last bar runs into the first
    bool operator==(const MusicPlan&) const = default;
};

/// The plan a finished score would have had: for imported pieces and for training. `energy` one a
/// bar; where it is empty it is estimated from velocities and note density.
[[nodiscard]] MusicPlan planFromScore(const Score& score, std::vector<float> energy = {});

/// Chord sounding at `tick`; none before the first.
[[nodiscard]] const Chord* chordAt(const std::vector<Chord>& chords, Tick tick);
/// Section that holds `tick`; none before the first.
[[nodiscard]] const Section* sectionAt(const std::vector<Section>& sections, Tick tick);

} // namespace pieria
