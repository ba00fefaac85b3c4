// What is known of each file of mma's standard library beyond its notes: the style family, the
// metre its patterns really are in, and the tempi it is played at.
#pragma once

#include "core/score/music_types.h"

#include <span>
#include <string_view>

namespace pieria {

/// mma writes some 6/8 grooves as triplets in four, and some 2/4 dances as one 4/4 bar at double
/// speed; `ticksPerBeat` brings each of mma's beats to its true length on our grid.
struct GrooveRow
{
    std::string_view file; ///< "bossanova"
    std::string_view family; ///< canonical genre of the lexicon
    std::string_view nickname; ///< a closer name for captions ("doo-wop"), may be empty
    Metre metre; ///< of the score
    int mmaBeats; ///< beats in one of mma's bars
    Tick ticksPerBeat; ///< our ticks in one of mma's beats
    double slowest; ///< quarter notes per minute
    double fastest;
    bool swung;
    [[nodiscard]] int barsPerMmaBar() const
    {
        return static_cast<int>(mmaBeats * ticksPerBeat / metre.ticksPerBar());
    }
};

[[nodiscard]] std::span<const GrooveRow> grooveTable();
[[nodiscard]] const GrooveRow* findGrooveRow(std::string_view file);

} // namespace pieria
