// The grooves of mma's standard library, sorted into bodies, intros, fills and endings.
#pragma once

#include "core/base/result.h"
#include "core/corpus/groove_table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pieria {

struct Groove
{
    std::string name;
    std::string description;
    int bars = 1; ///< length of its sequence in bars of the score's metre
};

struct GrooveFile
{
    const GrooveRow* row = nullptr;
    std::vector<Groove> bodies; ///< never empty
    std::vector<Groove> intros;
    std::vector<Groove> fills;
    std::vector<Groove> endings;
};

/// Asks mma for every file of grooveTable() (or those named in `only`), in table order. `scratch`
/// is where it runs. NotFound with a sentence when mma is missing.
[[nodiscard]] Result<std::vector<GrooveFile>> readGrooveLibrary(const std::string& mma,
    const std::filesystem::path& scratch, const std::vector<std::string>& only);

} // namespace pieria
