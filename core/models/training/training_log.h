// A training log: one JSON object a line, numbers by name, appended and flushed, so that a killed
// run leaves whole lines and a plot can follow a running one.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace pieria::models {

class TrainingLog
{
public:
    using Values = std::vector<std::pair<std::string, double>>;

    /// Appends to `path`; a last line that was torn by a crash is cut off first.
    [[nodiscard]] static Result<TrainingLog> open(const std::filesystem::path& path);

    /// In the given order; whole numbers without a fraction, what is not finite as null.
    [[nodiscard]] Status write(const Values& values);

private:
    explicit TrainingLog(std::ofstream file)
        : m_file(std::move(file))
    {
    }

    std::ofstream m_file;
};

} // namespace pieria::models
