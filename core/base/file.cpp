#include "core/base/file.h"

#include "core/base/id.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pieria {

namespace {

namespace fs = std::filesystem;

class Descriptor
{
public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : m_fd(::open(path.c_str(), flags | O_CLOEXEC, mode))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    bool close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

tl::unexpected<Failure> ioFailure(const std::string& what, const fs::path& path)
{
    return fail(ErrorCode::Io, what + " " + path.string() + ": " + std::strerror(errno) + ".");
}

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Status syncFolder(const fs::path& folder)
{
    Descriptor directory(folder, O_RDONLY | O_DIRECTORY);
    if (!directory.isOpen() || ::fsync(directory.get()) != 0) {
        return ioFailure("Could not flush the folder", folder);
    }
    return {};
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit)
{
    Descriptor file(path, O_RDONLY);
    if (!file.isOpen()) {
        const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io;
        return fail(code, "Could not open " + path.string() + ": " + std::strerror(errno) + ".");
    }
    struct stat info {};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return fail(ErrorCode::InvalidInput, path.string() + " is not a file.");
    }
    const auto size = static_cast<std::uintmax_t>(info.st_size);
    if (size > limit) {
        return fail(ErrorCode::InvalidInput,
            path.string() + " is too large (" + std::to_string(size) + " bytes; at most "
                + std::to_string(limit) + ").");
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return ioFailure("Could not read", path);
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

Status writeFileAtomically(const fs::path& path, std::string_view bytes)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::Io,
            "Could not make the folder " + folder.string() + ": " + error.message() + ".");
    }
    const fs::path temporary
        = folder / ("." + path.filename().string() + "." + makeUuid() + ".tmp");
    {
        Descriptor file(temporary, O_WRONLY | O_CREAT | O_EXCL, 0644);
        if (!file.isOpen()) {
            return ioFailure("Could not write", path);
        }
        if (!writeAll(file.get(), bytes) || !file.close()) {
            const int saved = errno;
            ::unlink(temporary.c_str());
            errno = saved;
            return ioFailure("Could not write", path);
        }
    }
    return publishFile(temporary, path);
}

Status publishFile(const fs::path& temporary, const fs::path& target)
{
    const auto giveUp = [&](const std::string& what) {
        const int saved = errno;
        ::unlink(temporary.c_str());
        errno = saved;
        return ioFailure(what, target);
    };
    {
        Descriptor file(temporary, O_RDWR);
        if (!file.isOpen() || ::fsync(file.get()) != 0) {
            return giveUp("Could not flush");
        }
    }
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        return giveUp("Could not put in place");
    }
    return syncFolder(target.has_parent_path() ? target.parent_path() : fs::path("."));
}

} // namespace pieria
