// Reads sound files: WAV, FLAC, OGG Vorbis, Opus, MP3 and what else libsndfile knows.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pieria::audio {

struct AudioTags
{
    std::string title;
    std::string artist;
    std::string comment; ///< prompt, seed and model of a made piece
    std::string licence;
    bool operator==(const AudioTags&) const = default;
};

struct AudioInfo
{
    std::int64_t frames = 0;
    int channels = 0;
    int sampleRate = 0;
    int format = 0; ///< libsndfile's SF_FORMAT_ word
    AudioTags tags;
};

class AudioReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<AudioReader>> open(
        const std::filesystem::path& path);
    virtual ~AudioReader() = default;
    [[nodiscard]] virtual const AudioInfo& info() const = 0;
    /// The next whole frames, interleaved, nominal range -1 to 1; returns how many, 0 at the end.
    [[nodiscard]] virtual std::int64_t read(std::span<float> interleaved) = 0;
    virtual Status seek(std::int64_t frame) = 0;
};

struct AudioBuffer
{
    AudioInfo info;
    std::vector<float> samples; ///< interleaved
};

/// A whole file; refuses one of more than `mostFrames` before it allocates.
[[nodiscard]] Result<AudioBuffer> readAudioFile(
    const std::filesystem::path& path, std::int64_t mostFrames = std::int64_t { 1 } << 27);

} // namespace pieria::audio
