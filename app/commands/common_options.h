// The options every verb takes.
#pragma once

#include "app/console/console.h"
#include "core/engine/music_request.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pieria::app {

struct CommonOptions
{
    std::optional<std::uint64_t> seed;
    int threads = 2;
    std::string device = "cpu";
    std::vector<std::string> styles; ///< "NAME:T" as typed
    std::optional<std::int64_t> steps;
    std::optional<double> guidance;
    bool json = false;
};

void addCommonOptions(CLI::App& verb, CommonOptions& options);

/// NAME or NAME:T with T from -1 to 1.5; nothing otherwise.
[[nodiscard]] std::optional<StyleUse> styleFromText(const std::string& text);
/// --seed, or one drawn at random: below 2^32, so that it is easy to type again.
[[nodiscard]] std::uint64_t seedOf(const CommonOptions& options);

/// What the chosen verb will do once the whole line is understood; returns the exit code.
using Action = std::function<int()>;

/// What a verb ends with: the fields of its JSON result and the text a person reads.
struct Answer
{
    Json fields = Json::object();
    std::string text;
};

/// Runs the work of a verb, prints its last word and returns the exit code.
[[nodiscard]] int runVerb(
    const CommonOptions& options, const std::function<Result<Outcome<Answer>>(Console&)>& work);

} // namespace pieria::app
