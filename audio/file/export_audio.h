// From a rendered file to one people can take away.
#pragma once

#include "audio/file/audio_writer.h"
#include "core/base/units.h"
#include "core/job/job.h"

#include <optional>
#include <utility>

namespace pieria::audio {

struct ExportSettings
{
    AudioFormat format = AudioFormat::WavFloat;
    int sampleRate = 48000;
    double quality = 0.6; ///< of OGG, Opus and MP3: 0 small to 1 best
    double gain = 0; ///< dB
    std::optional<std::pair<Frames, Frames>> range; ///< frames of the source: first, one past last
    AudioTags tags;
};

/// Writes beside `target` and renames at the end, so a cancelled or failed export leaves what was
/// there. Replaces an existing file: asking is up to the caller. Returns the frames written.
[[nodiscard]] Result<Outcome<std::int64_t>> exportAudio(const std::filesystem::path& source,
    const std::filesystem::path& target, const ExportSettings& settings, JobContext& context);

/// The comment that says how a piece was made.
[[nodiscard]] std::string provenance(
    const std::string& prompt, std::uint64_t seed, const std::string& model);

} // namespace pieria::audio
