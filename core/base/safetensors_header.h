// The JSON header of a safetensors file as a list of entries, in the order of the text; nothing is
// known yet of the data they point at.
#pragma once

#include "core/base/safetensors.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

struct SafeTensorsEntry
{
    std::string name;
    Dtype dtype = Dtype::F32;
    std::vector<std::int64_t> shape;
    std::array<std::uint64_t, 2> offsets {}; ///< [begin, end) from the end of the header
};

struct SafeTensorsHeader
{
    std::vector<SafeTensorsEntry> entries;
    TensorMetadata metadata;
};

/// On failure the sentence continues "... ": "has a header that names wte twice".
[[nodiscard]] Result<SafeTensorsHeader> readSafeTensorsHeader(std::string_view json);
/// Entries in the given order; padded with spaces to a multiple of 8 bytes.
[[nodiscard]] Result<std::string> writeSafeTensorsHeader(const SafeTensorsHeader& header);

} // namespace pieria
