// Reads stereo frames for analysis, from memory or from a file; used by one thread at a time.
#pragma once

#include "audio/engine/audio_engine.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace pieria::ui {

class FrameReader
{
public:
    virtual ~FrameReader() = default;
    [[nodiscard]] virtual std::int64_t available() const = 0;
    [[nodiscard]] virtual bool finished() const = 0;
    /// Interleaved stereo from `first`; zeros past the end.
    virtual void read(std::int64_t first, std::span<float> interleaved) = 0;
};

[[nodiscard]] std::shared_ptr<FrameReader> makeSourceReader(
    std::shared_ptr<const audio::AudioSource> source);
/// A finished file; null when it cannot be read.
[[nodiscard]] std::shared_ptr<FrameReader> makeFileReader(const std::filesystem::path& path);

} // namespace pieria::ui
