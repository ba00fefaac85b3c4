// The sections of a piece: whole bars, one after another.
#pragma once

#include "core/prompt/music_prompt.h"
#include "core/score/score.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pieria::prompt {

struct FormSection
{
    std::string label; ///< "intro", "A", "A'", "B", "C", "fill", "ending"
    int firstBar = 0; ///< from 0
    int bars = 1;
    char material = 'A'; ///< which chords it uses: A, B or C
    int offset = 0; ///< bars into that material where it starts
};

struct FormWishes
{
    int bars = 16;
    int phrase = 8; ///< bars of a phrase: 4, 8 or 12
    bool intro = false;
    bool ending = false;
    bool fills = false;
};

/// Covers [0, bars) without gaps, every section at least one bar long, bars >= 1.
[[nodiscard]] std::vector<FormSection> planForm(const FormWishes& wishes);
[[nodiscard]] std::vector<Section> sectionsOf(const std::vector<FormSection>& form, Metre metre);

} // namespace pieria::prompt
