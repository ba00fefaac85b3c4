#include "audio/synth/frame_file.h"

#include "core/engine/score_renderer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace pieria::audio {

namespace {

constexpr std::int64_t kFrameBytes = 8;
constexpr std::size_t kHeaderBytes = 58;
constexpr std::int64_t kMostWavFrames = (std::int64_t { 0xffffffff } - 4096) / kFrameBytes;

tl::unexpected<Failure> ioFailure(const char* what, const std::filesystem::path& path)
{
    return fail(ErrorCode::Io,
        std::string("Could not ") + what + " " + path.string() + ": " + std::strerror(errno)
            + (errno == ENOSPC ? ". Make room on the disk." : "."));
}

class HeaderWriter
{
public:
    void tag(const char* text) { m_at = std::copy_n(text, 4, m_at); }
    void number(std::uint32_t value, int size)
    {
        for (int i = 0; i < size; ++i) {
            *m_at++ = static_cast<char>(value >> (8 * i) & 0xffu);
        }
    }
    std::array<char, kHeaderBytes> bytes {};

private:
    std::array<char, kHeaderBytes>::iterator m_at = bytes.begin();
};

std::array<char, kHeaderBytes> wavHeader(std::int64_t frames)
{
    const auto data = static_cast<std::uint32_t>(frames * kFrameBytes);
    HeaderWriter w;
    w.tag("RIFF");
    w.number(data + kHeaderBytes - 8, 4);
    w.tag("WAVE");
    w.tag("fmt ");
    w.number(18, 4);
    w.number(3, 2); // IEEE float
    w.number(2, 2);
    w.number(kSampleRate, 4);
    w.number(kSampleRate * kFrameBytes, 4);
    w.number(kFrameBytes, 2);
    w.number(32, 2);
    w.number(0, 2);
    w.tag("fact");
    w.number(4, 4);
    w.number(static_cast<std::uint32_t>(frames), 4);
    w.tag("data");
    w.number(data, 4);
    return w.bytes;
}

bool writeAll(int fd, std::span<const std::byte> bytes, std::int64_t at)
{
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(fd, bytes.data(), bytes.size(), at);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        at += done;
    }
    return true;
}

bool isZero(std::span<const float> samples)
{
    return std::all_of(samples.begin(), samples.end(), [](float x) { return x == 0.0f; });
}

} // namespace

FrameFile::FrameFile(FrameFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_offset(other.m_offset)
    , m_end(other.m_end)
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_temporary(std::exchange(other.m_temporary, false))
{
}

FrameFile& FrameFile::operator=(FrameFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_offset, other.m_offset);
    std::swap(m_end, other.m_end);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_temporary, other.m_temporary);
    return *this;
}

FrameFile::~FrameFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        if (m_temporary) {
            ::unlink(m_path.c_str());
        }
    }
}

Result<FrameFile> FrameFile::create(const std::filesystem::path& path, FrameFormat format)
{
    FrameFile file;
    file.m_path = path;
    file.m_offset = format == FrameFormat::FloatWav ? kHeaderBytes : 0;
    file.m_descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file.m_descriptor < 0) {
        return ioFailure("write", path);
    }
    return file;
}

Result<FrameFile> FrameFile::openRaw(const std::filesystem::path& path)
{
    FrameFile file;
    file.m_path = path;
    file.m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file.m_descriptor < 0) {
        return ioFailure("open", path);
    }
    return file;
}

Status FrameFile::write(std::int64_t firstFrame, std::span<const float> interleaved)
{
    constexpr std::size_t kPage = 4096;
    const auto position = [&](std::size_t at) {
        return m_offset + firstFrame * kFrameBytes + static_cast<std::int64_t>(at * sizeof(float));
    };
    const auto isHole = [&](std::size_t at) {
        const std::size_t count = std::min(kPage, interleaved.size() - at);
        return position(at) >= m_end && isZero(interleaved.subspan(at, count));
    };
    for (std::size_t at = 0; at < interleaved.size();) {
        std::size_t end = at;
        while (end < interleaved.size() && !isHole(end)) {
            end = std::min(end + kPage, interleaved.size());
        }
        const auto run = std::as_bytes(interleaved.subspan(at, end - at));
        if (!writeAll(m_descriptor, run, position(at))) {
            return ioFailure("write", m_path);
        }
        at = end == interleaved.size() ? end : std::min(end + kPage, interleaved.size());
    }
    m_end = std::max(m_end, position(interleaved.size()));
    return {};
}

Status FrameFile::read(std::int64_t firstFrame, std::span<float> interleaved) const
{
    std::size_t done = 0;
    const auto bytes = std::as_writable_bytes(interleaved);
    while (done < bytes.size()) {
        const auto at = m_offset + firstFrame * kFrameBytes + static_cast<std::int64_t>(done);
        const ssize_t got = ::pread(m_descriptor, bytes.data() + done, bytes.size() - done, at);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return ioFailure("read", m_path);
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(done), bytes.end(), std::byte { 0 });
    return {};
}

Status FrameFile::finish(std::int64_t frames)
{
    if (m_offset > 0) {
        if (frames > kMostWavFrames) {
            return fail(ErrorCode::Unsupported,
                "The piece is too long for a WAV file: make it shorter than six hours.");
        }
        const auto header = wavHeader(frames);
        if (!writeAll(m_descriptor, std::as_bytes(std::span(header)), 0)) {
            return ioFailure("write", m_path);
        }
    }
    if (::ftruncate(m_descriptor, m_offset + frames * kFrameBytes) != 0) {
        return ioFailure("write", m_path);
    }
    return {};
}

Result<std::int64_t> FrameFile::frames() const
{
    struct stat info {};
    if (::fstat(m_descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        return ioFailure("read", m_path);
    }
    return (static_cast<std::int64_t>(info.st_size) - m_offset) / kFrameBytes;
}

} // namespace pieria::audio
