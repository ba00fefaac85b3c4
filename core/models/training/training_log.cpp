#include "core/models/training/training_log.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pieria::models {

namespace {

constexpr double kExactIntegers = 9007199254740992.0; ///< 2^53

nlohmann::ordered_json jsonOf(double value)
{
    if (!std::isfinite(value)) {
        return nullptr;
    }
    if (value == std::floor(value) && std::abs(value) < kExactIntegers) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

/// Length of the file up to and with its last line end.
std::uintmax_t wholeLines(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::uintmax_t whole = 0;
    std::uintmax_t length = 0;
    for (char c = 0; file.get(c);) {
        ++length;
        whole = c == '\n' ? length : whole;
    }
    return whole;
}

} // namespace

Result<TrainingLog> TrainingLog::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (path.has_parent_path()) {
        std::filesystem::create_directories(path.parent_path(), error);
    }
    if (std::filesystem::exists(path, error)) {
        std::filesystem::resize_file(path, wholeLines(path), error);
    }
    std::ofstream file(path, std::ios::app | std::ios::binary);
    if (!file || error) {
        return fail(ErrorCode::Io,
            "The training log " + path.string()
                + " cannot be written. Check that the folder exists and is yours.",
            error.message());
    }
    return TrainingLog(std::move(file));
}

Status TrainingLog::write(const Values& values)
{
    nlohmann::ordered_json line = nlohmann::ordered_json::object();
    for (const auto& [name, value] : values) {
        line[name] = jsonOf(value);
    }
    m_file << line.dump() << '\n' << std::flush;
    if (!m_file) {
        return fail(
            ErrorCode::Io, "The training log cannot be written. Check that the disk is not full.");
    }
    return {};
}

} // namespace pieria::models
