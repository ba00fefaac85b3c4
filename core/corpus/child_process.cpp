#include "core/corpus/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace pieria {

namespace {

constexpr std::size_t kMaxOutput = std::size_t { 64 } << 20;
constexpr int kExecFailed = 127;

using Clock = std::chrono::steady_clock;

/// Only async-signal-safe calls between fork and exec: everything is prepared by the caller.
[[noreturn]] void becomeChild(
    char* const* arguments, char* const* environment, const char* folder, int outputEnd)
{
    const int null = open("/dev/null", O_RDWR);
    if (null < 0 || chdir(folder) != 0 || dup2(null, 0) < 0 || dup2(outputEnd, 1) < 0
        || dup2(null, 2) < 0) {
        _exit(kExecFailed);
    }
    execvpe(arguments[0], arguments, environment);
    _exit(kExecFailed);
}

std::vector<std::string> environmentWithHome(const std::string& home)
{
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!text.starts_with("HOME=") && !text.starts_with("PYTHONHASHSEED=")) {
            result.emplace_back(text);
        }
    }
    result.push_back("HOME=" + home);
    result.emplace_back("PYTHONHASHSEED=0");
    return result;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> result;
    for (std::string& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

/// Reads until end of file or the deadline; false when time ran out.
bool drain(int descriptor, Clock::time_point deadline, std::string& output)
{
    std::array<char, 65536> buffer {};
    while (true) {
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) {
            return false;
        }
        pollfd wanted { descriptor, POLLIN, 0 };
        const int ready
            = poll(&wanted, 1, static_cast<int>(std::min<long long>(left.count(), 1000)));
        if (ready < 0 && errno != EINTR) {
            return true;
        }
        if (ready <= 0) {
            continue;
        }
        const ssize_t count = read(descriptor, buffer.data(), buffer.size());
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return true;
        }
        if (count > 0 && output.size() < kMaxOutput) {
            output.append(buffer.data(), static_cast<std::size_t>(count));
        }
    }
}

bool onPath(const std::string& program)
{
    if (program.find('/') != std::string::npos) {
        return access(program.c_str(), X_OK) == 0;
    }
    const char* path = std::getenv("PATH");
    std::string_view rest = path != nullptr ? path : "/usr/bin:/bin";
    while (!rest.empty()) {
        const std::size_t colon = rest.find(':');
        const std::string folder(rest.substr(0, colon));
        if (access((folder + "/" + program).c_str(), X_OK) == 0) {
            return true;
        }
        rest = colon == std::string_view::npos ? std::string_view {} : rest.substr(colon + 1);
    }
    return false;
}

} // namespace

Result<ChildResult> runChild(const std::vector<std::string>& arguments,
    const std::filesystem::path& folder, std::chrono::milliseconds limit)
{
    if (arguments.empty() || !onPath(arguments.front())) {
        const std::string name = arguments.empty() ? std::string() : arguments.front();
        return fail(ErrorCode::NotFound,
            "The program " + name + " is not installed; install it (apt install " + name
                + ") and try again.");
    }
    std::vector<std::string> words = arguments;
    const std::vector<char*> wordPointers = pointersTo(words);
    std::vector<std::string> environment = environmentWithHome(folder.string());
    const std::vector<char*> environmentPointers = pointersTo(environment);
    const std::string where = folder.string();
    std::array<int, 2> ends {};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return fail(ErrorCode::Io,
            "No pipe to a helper program could be opened; close other "
            "programs and try again.",
            std::strerror(errno));
    }
    const auto deadline = Clock::now() + limit;
    const pid_t child = fork();
    if (child == 0) {
        becomeChild(wordPointers.data(), environmentPointers.data(), where.c_str(), ends[1]);
    }
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return fail(ErrorCode::Unavailable,
            "The program " + arguments.front()
                + " could not be started; close other programs and try again.",
            std::strerror(errno));
    }
    ChildResult result;
    const bool finished = drain(ends[0], deadline, result.output);
    close(ends[0]);
    if (!finished) {
        kill(child, SIGKILL);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (!finished) {
        return fail(ErrorCode::Unavailable,
            "The program " + arguments.front() + " took too long and was stopped; try again.");
    }
    if (!WIFEXITED(status)) {
        return fail(ErrorCode::Internal,
            "The program " + arguments.front() + " ended unexpectedly; try again.");
    }
    result.exitCode = WEXITSTATUS(status);
    return result;
}

Result<ScratchFolder> ScratchFolder::make()
{
    std::error_code error;
    const auto base = std::filesystem::temp_directory_path(error);
    std::string pattern
        = ((error ? std::filesystem::path("/tmp") : base) / "pieria-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        return fail(ErrorCode::Io,
            "No temporary folder could be made; free some space or set TMPDIR and try again.",
            std::strerror(errno));
    }
    return ScratchFolder(pattern);
}

ScratchFolder::ScratchFolder(std::filesystem::path path)
    : m_path(std::move(path))
{
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

ScratchFolder::~ScratchFolder()
{
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
}

} // namespace pieria
