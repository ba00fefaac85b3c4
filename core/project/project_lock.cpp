#include "core/project/project_file.h"
#include "core/project/recovery.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pieria {

namespace {

namespace fs = std::filesystem;

/// The kernel drops a flock with its process, so a lock is dead exactly when it can be taken; ids
/// of processes, which are used again, only serve to tell people.
bool takeFlock(int fd)
{
    while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR) {
            // File systems without locks let everybody in, as no lock file would.
            return errno != EWOULDBLOCK;
        }
    }
    return true;
}

/// Whether the name still leads to the open file: another process may have removed it meanwhile.
bool isStill(int fd, const fs::path& file)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(fd, &opened) == 0 && ::stat(file.c_str(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

std::string holderOf(int fd)
{
    std::array<char, 256> text {};
    const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
    std::string holder(text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    return holder.substr(0, holder.find('\n'));
}

bool writeHolder(int fd)
{
    std::array<char, 128> host {};
    static_cast<void>(::gethostname(host.data(), host.size() - 1));
    const std::string text = "process " + std::to_string(::getpid()) + " on " + host.data() + "\n";
    return ::ftruncate(fd, 0) == 0
        && ::pwrite(fd, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

} // namespace

ProjectLock::ProjectLock(fs::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

ProjectLock::ProjectLock(ProjectLock&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ProjectLock& ProjectLock::operator=(ProjectLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_file = std::move(other.m_file);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

ProjectLock::~ProjectLock()
{
    release();
}

void ProjectLock::release()
{
    if (m_descriptor >= 0) {
        ::unlink(m_file.c_str());
        ::close(std::exchange(m_descriptor, -1));
    }
}

Result<ProjectLock> ProjectLock::acquire(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    const fs::path file = ProjectPaths { folder }.lock();
    for (int attempt = 0; attempt < 100; ++attempt) {
        const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (fd < 0) {
            return fail(ErrorCode::Io,
                "Could not mark " + folder.string() + " as open; check that you may write there.");
        }
        ProjectLock lock(file, fd);
        if (!takeFlock(fd)) {
            const std::string holder = holderOf(fd);
            ::close(std::exchange(lock.m_descriptor, -1));
            return fail(ErrorCode::Unavailable,
                folder.filename().string() + " is open already (" + holder
                    + "); close it there first.");
        }
        if (isStill(fd, file)) {
            if (!writeHolder(fd)) {
                return fail(ErrorCode::Io,
                    "Could not write to " + folder.string() + "; check the free disk space.");
            }
            return lock;
        }
        ::close(std::exchange(lock.m_descriptor, -1));
    }
    return fail(ErrorCode::Unavailable,
        folder.filename().string() + " is being opened elsewhere; try again.");
}

LockState lockState(const fs::path& folder)
{
    const int fd = ::open(ProjectPaths { folder }.lock().c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return LockState::Free;
    }
    const bool taken = takeFlock(fd);
    ::close(fd);
    return taken ? LockState::Dead : LockState::Alive;
}

} // namespace pieria
