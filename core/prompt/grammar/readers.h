// The readers of a music prompt, in the order in which they run. Each takes the tokens it
// understood, so that a later one cannot read them otherwise.
#pragma once

#include "core/prompt/grammar/draft.h"

namespace pieria::prompt {

void readArtists(Draft& draft); ///< "in the style of ...", known names
void correctTyping(Draft& draft); ///< typing errors in the tokens nobody took
void readTempoNumbers(Draft& draft); ///< "92 bpm", "quarter = 90", "at 120"
void readLength(Draft& draft); ///< bars, seconds, minutes
void readPart(Draft& draft); ///< "2 of 4"
void readMetre(Draft& draft); ///< "6/8", "in five"
void readKey(Draft& draft); ///< "D minor", "in F#", "fis-moll", "re minore"
void readTerms(Draft& draft); ///< everything the lexicon knows, with "no", "only" and roles
void readBareTempo(Draft& draft); ///< "techno, 130": a number nobody else read
void readModeWords(Draft& draft); ///< "minor key" without a tonic
void readUnknown(Draft& draft); ///< words nobody knows

} // namespace pieria::prompt
