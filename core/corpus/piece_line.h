// One piece of a corpus: everything about it that is not in its notes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

enum class Split : std::uint8_t { Train, Valid, Test };
[[nodiscard]] std::string_view splitName(Split split); ///< "train", "valid", "test"

enum class PieceSource : std::uint8_t { Groove, Tune, Mutopia, Procedural };
[[nodiscard]] std::string_view sourceName(PieceSource source); ///< "groove", "tune", ...

struct PieceLine
{
    std::string id;
    Split split = Split::Train;
    PieceSource source = PieceSource::Groove;
    std::string group; ///< groove file, tune or source: pieces of a group share their split
    std::string style; ///< canonical family
    std::vector<std::string> moods;
    std::vector<float> energy; ///< one a bar, 0 to 1
    std::vector<std::string> captions;
    std::uint64_t offset = 0; ///< of its MIDI bytes in scores.pack
    std::uint64_t size = 0;
    int bars = 0;
    bool operator==(const PieceLine&) const = default;
};

[[nodiscard]] std::string toJsonLine(const PieceLine& line); ///< without the line feed
[[nodiscard]] Result<PieceLine> readPieceLine(std::string_view text);

} // namespace pieria
