// From a request to files: generate, render, encode.
#pragma once

#include "audio/file/audio_format.h"
#include "core/base/result.h"
#include "core/engine/music_generator.h"
#include "core/engine/score_renderer.h"
#include "core/engine/take.h"
#include "core/job/job.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace pieria::app {

/// Files to write; those with an empty name are not.
struct MusicFiles
{
    std::filesystem::path audio;
    std::filesystem::path midi;
    std::filesystem::path stems; ///< a folder
    std::filesystem::path take;
    audio::AudioFormat format = audio::AudioFormat::WavFloat; ///< of `audio`

    [[nodiscard]] bool needsSound() const { return !audio.empty() || !stems.empty(); }
    /// "-2" before every extension, as variation 2 is called.
    [[nodiscard]] MusicFiles numbered(int number) const;
};

/// What was written.
struct WrittenMusic
{
    Take take;
    MusicFiles files;
    std::vector<std::filesystem::path> stems;
    std::optional<RenderOutcome> sound; ///< levels and sentences; its own files are gone
};

/// The gain a take is rendered with, dB: what goes on from it keeps the gain, so that bars which
/// did not change sound the same to the last bit.
[[nodiscard]] Result<Outcome<double>> renderingGain(
    const Take& take, ScoreRenderer& renderer, JobContext& context);

/// How a take is to be rendered.
struct Sounding
{
    LoopMode loop = LoopMode::Off;
    std::optional<double> gain; ///< dB; none: measured for the loudness
};

/// Renders where needed and writes every file, each atomically. `renderer` may be null where no
/// sound is asked for.
[[nodiscard]] Result<Outcome<WrittenMusic>> writeMusic(Take take, const MusicFiles& files,
    const Sounding& sounding, ScoreRenderer* renderer, JobContext& context);

} // namespace pieria::app
