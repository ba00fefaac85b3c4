#include "audio/device/quiet_errors.h"

#include "core/base/log.h"

#include <alsa/asoundlib.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace pieria::audio {

namespace {

void ignoreAlsaError(const char*, int, const char*, int, const char*, ...) { }

} // namespace

QuietErrors::QuietErrors()
{
    snd_lib_error_set_handler(ignoreAlsaError);
    // A JACK server is used where one runs; none is started for us.
    ::setenv("JACK_NO_START_SERVER", "1", 0);
    std::fflush(stderr);
    m_capture = ::memfd_create("pieria-audio-messages", MFD_CLOEXEC);
    m_terminal = ::dup(STDERR_FILENO);
    if (m_capture >= 0 && m_terminal >= 0) {
        ::dup2(m_capture, STDERR_FILENO);
    }
}

QuietErrors::~QuietErrors()
{
    if (m_capture >= 0 && m_terminal >= 0) {
        std::fflush(stderr);
        ::dup2(m_terminal, STDERR_FILENO);
        std::array<char, 2048> text {};
        const ssize_t size = ::pread(m_capture, text.data(), text.size(), 0);
        if (size > 0) {
            log(LogLevel::Debug, "pieria.audio",
                std::string_view(text.data(), static_cast<std::size_t>(size)));
        }
    }
    if (m_terminal >= 0) {
        ::close(m_terminal);
    }
    if (m_capture >= 0) {
        ::close(m_capture);
    }
}

} // namespace pieria::audio
