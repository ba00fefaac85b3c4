// Real tunes: a melody with chord symbols (the nottingham and openewld collections).
#pragma once

#include "core/base/noise.h"
#include "core/base/result.h"
#include "core/corpus/arrangement.h"
#include "core/score/score.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pieria {

struct LeadSheet
{
    std::string id;
    std::string style; ///< "jig", "reel", "waltz", ... of folk tunes; empty for songs
    Key key;
    Metre metre; ///< one of ours
    std::vector<Note> melody; ///< bar lines at multiples of the metre's bar from tick 0
    std::vector<SymbolAt> chords; ///< the first at tick 0
    Tick length = 0; ///< whole bars
};

/// Reads a .jsonl of either collection. Tunes in other metres, without chords, with a changing
/// metre, or by a named maker are left out.
[[nodiscard]] Result<std::vector<LeadSheet>> readLeadSheets(const std::filesystem::path& file);

/// Moves notes, chords and key; the melody then sits around the middle of [low, high].
void transpose(LeadSheet& sheet, int semitones, int low, int high);

/// "Gm7/D" by two semitones in a key with flats: "Am7/E".
[[nodiscard]] std::string transposeSymbol(const std::string& symbol, int semitones, bool flats);

} // namespace pieria
