// Stereo float frames in a file, read and written at any position: what rendering works in, so that
// memory does not grow with length.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace pieria::audio {

enum class FrameFormat { Raw, FloatWav };

/// Move-only owner of a file descriptor. Silent stretches that were never written take no space.
class FrameFile
{
public:
    FrameFile() = default;
    FrameFile(FrameFile&& other) noexcept;
    FrameFile& operator=(FrameFile&& other) noexcept;
    ~FrameFile();

    [[nodiscard]] static Result<FrameFile> create(
        const std::filesystem::path& path, FrameFormat format);
    [[nodiscard]] static Result<FrameFile> openRaw(const std::filesystem::path& path);

    /// Frames that are zero in `interleaved` are left out when the file is new there.
    Status write(std::int64_t firstFrame, std::span<const float> interleaved);
    /// Zeros past the end.
    Status read(std::int64_t firstFrame, std::span<float> interleaved) const;
    /// Sets the length; writes the header of a WAV (32-bit float, 48 kHz, stereo).
    Status finish(std::int64_t frames);
    /// Number of frames a raw file holds.
    [[nodiscard]] Result<std::int64_t> frames() const;
    /// A temporary file is removed with its owner.
    void setTemporary(bool temporary) { m_temporary = temporary; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    std::int64_t m_offset = 0; ///< bytes before the first frame
    std::int64_t m_end = 0; ///< bytes up to here were written, holes included
    int m_descriptor = -1;
    bool m_temporary = false;
};

} // namespace pieria::audio
