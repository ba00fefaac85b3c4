// Many named tracks become at most eight: one a slot, thin enough for the models' grid.
#pragma once

#include "core/score/score.h"

#include <string>
#include <vector>

namespace pieria {

/// A track as a source names it, before it has a slot.
struct SourceTrack
{
    std::string name; ///< "Chord-Sus", "Walk", "Melody"
    int program = 0;
    bool drums = false;
    std::vector<Note> notes;
};

/// What could not be kept.
struct AssignmentLoss
{
    int tracks = 0; ///< left out for want of a slot
    int notes = 0; ///< thinned, and those of the tracks left out
};

/// Slots by mma's track names: Drum, Bass and Walk, Melody and Solo, Arpeggio and Scale, Chord and
/// Plectrum (sustained ensembles become the pad).
[[nodiscard]] std::vector<Track> assignSlots(
    std::vector<SourceTrack> sources, AssignmentLoss* loss);

/// Keeps at most six notes a slot and quarter-beat frame: highest and lowest first, then the
/// loudest. Returns how many were dropped.
int thinToGrid(std::vector<Note>& notes);

/// Sorted, no doubled onset of one pitch (the louder stays), overlaps of one pitch cut.
void tidyNotes(std::vector<Note>& notes);

[[nodiscard]] bool isSustainedProgram(int program); ///< ensembles, choirs, organs, synth pads

} // namespace pieria
