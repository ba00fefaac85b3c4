// What `pieria music` was asked for.
#pragma once

#include "app/commands/common_options.h"
#include "audio/file/audio_format.h"
#include "core/engine/take.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pieria::app {

struct MusicOptions
{
    CommonOptions common;
    std::optional<std::string> prompt;
    std::string negative;
    std::string model;
    std::optional<int> bars;
    std::optional<double> seconds;
    std::optional<double> tempo;
    std::string key;
    std::string metre;
    std::vector<std::string> instruments;
    bool loop = false;
    int variations = 1;

    std::filesystem::path from;
    std::optional<int> extend;
    std::string inpaint;
    std::string remake;

    std::filesystem::path output;
    std::filesystem::path midi;
    std::filesystem::path stems;
    std::filesystem::path take;
    std::optional<int> bits; ///< of .wav and .flac
};

void addMusicOptions(CLI::App& verb, MusicOptions& options);

/// Throws CLI::ValidationError where options contradict each other or something needed is missing.
void checkMusicOptions(const MusicOptions& options);

/// Whether a new piece is made; else the take of --from is only written out again.
[[nodiscard]] bool makesMusic(const MusicOptions& options);

/// The format of an audio file by its name and --bits; none where they do not go together.
[[nodiscard]] std::optional<audio::AudioFormat> formatFor(
    const std::filesystem::path& path, std::optional<int> bits);

/// The request that the options ask for. `source`: the take of --from, null without.
[[nodiscard]] MusicRequest requestFrom(
    const MusicOptions& options, const Take* source, std::uint64_t seed);

} // namespace pieria::app
