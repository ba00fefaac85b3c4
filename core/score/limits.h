// How large a piece may be. Readers refuse what is larger before they allocate for it.
#pragma once

#include "core/base/result.h"
#include "core/score/score.h"

#include <cstddef>

namespace pieria {

inline constexpr double kMaxPieceSeconds = 4 * 3600.0;
/// Four hours at 1000 bpm: no piece within kMaxPieceSeconds is longer.
inline constexpr Tick kMaxPieceTicks = Tick { 4 } * 60 * 1000 * kTicksPerBeat;
inline constexpr std::size_t kMaxPieceBars = 50'000;
inline constexpr std::size_t kMaxTracks = 4'096;
inline constexpr std::size_t kMaxNotes = 2'000'000;
/// All together: tempo, metre and key changes, sections, chords.
inline constexpr std::size_t kMaxMarks = 50'000;
inline constexpr std::size_t kMaxNameBytes = 256; ///< titles, track names, section labels

/// Whether a normalised score is within these bounds; the sentence says what to shorten.
[[nodiscard]] Status checkSize(const Score& score);

} // namespace pieria
