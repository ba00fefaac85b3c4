// What no model of ours is ever trained on (resources/corpus/held_out.json).
#pragma once

#include "core/base/result.h"
#include "core/corpus/piece_line.h"

#include <filesystem>
#include <set>
#include <string>

namespace pieria {

struct HeldOut
{
    std::set<std::string> grooveTest; ///< names of mma files, "nitejazz"
    std::set<std::string> grooveValid;
    std::set<std::string> tuneTest; ///< ids of lead sheets
    std::set<std::string> composers; ///< Mutopia composer ids
    std::set<std::string> libraries; ///< groove libraries that the makers never open

    [[nodiscard]] static Result<HeldOut> load(const std::filesystem::path& file);
    [[nodiscard]] Split splitOfGroove(const std::string& file) const;
    /// Tunes and sources outside the lists: one in 25 validates, by a hash of the group's name.
    [[nodiscard]] Split splitOfTune(const std::string& id) const;
    [[nodiscard]] Split splitOfMutopia(const std::string& composer, const std::string& group) const;
};

} // namespace pieria
