#include "app/console/console.h"

#include "app/console/interrupt.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace pieria::app {

namespace {

constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr int kBarWidth = 24;

int terminalWidth()
{
    winsize size {};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

std::string clock(Seconds time)
{
    const auto seconds = static_cast<long>(std::ceil(time.value()));
    char text[32] = {};
    std::snprintf(text, sizeof text, "%ld:%02ld left", seconds / 60, seconds % 60);
    return text;
}

/// At most `width` code points.
std::string cut(const std::string& text, int width)
{
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts && ++count > width) {
            return text.substr(0, i);
        }
    }
    return text;
}

} // namespace

const char* errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return "InvalidInput";
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::Corrupt:
        return "Corrupt";
    case ErrorCode::Unsupported:
        return "Unsupported";
    case ErrorCode::Io:
        return "Io";
    case ErrorCode::OutOfMemory:
        return "OutOfMemory";
    case ErrorCode::Unavailable:
        return "Unavailable";
    case ErrorCode::Internal:
        break;
    }
    return "Internal";
}

Console::Console(Format format)
    : m_format(format)
    , m_terminal(format == Format::Text && isatty(STDERR_FILENO) != 0)
    , m_start(std::chrono::steady_clock::now())
{
}

Console::~Console()
{
    clearBar();
}

void Console::report(const Progress& progress)
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (progress.stage == m_lastStage && now - m_lastReport < kInterval) {
        return;
    }
    if (progress.fraction() < 0.01) {
        m_eta = {};
        m_start = now;
    }
    m_lastStage = progress.stage;
    m_lastReport = now;
    const double fraction = std::clamp(progress.fraction(), 0.0, 1.0);
    m_eta.update(Seconds(std::chrono::duration<double>(now - m_start).count()), fraction);
    if (m_format == Format::JsonLines) {
        Json line = { { "type", "progress" }, { "stage", progress.stage },
            { "fraction", std::round(fraction * 1e4) / 1e4 } };
        if (const std::optional<Seconds> left = m_eta.remaining()) {
            line["secondsLeft"] = std::round(left->value() * 10) / 10;
        }
        printLine(line);
    } else if (m_terminal) {
        drawBar(progress);
    }
}

bool Console::cancelled() const
{
    return interrupted();
}

void Console::preview(const std::any& value)
{
    if (m_onPreview) {
        m_onPreview(value);
    }
}

void Console::onPreview(std::function<void(const std::any&)> receiver)
{
    m_onPreview = std::move(receiver);
}

void Console::note(const std::string& sentence)
{
    const std::lock_guard lock(m_mutex);
    if (m_format == Format::JsonLines) {
        printLine({ { "type", "note" }, { "text", sentence } });
        return;
    }
    clearBar();
    std::cerr << sentence << "\n";
}

void Console::result(const Json& fields, const std::string& text)
{
    const std::lock_guard lock(m_mutex);
    clearBar();
    if (m_format == Format::Text) {
        std::cout << text << std::flush;
        return;
    }
    Json line = { { "type", "result" } };
    line.update(fields);
    printLine(line);
}

void Console::failure(const Failure& failure)
{
    const std::lock_guard lock(m_mutex);
    clearBar();
    if (m_format == Format::Text) {
        std::cerr << "pieria: " << failure.sentence << "\n";
        return;
    }
    Json line = { { "type", "error" }, { "code", errorCodeName(failure.code) },
        { "message", failure.sentence } };
    if (!failure.detail.empty()) {
        line["detail"] = failure.detail;
    }
    printLine(line);
}

void Console::cancelledNote()
{
    const std::lock_guard lock(m_mutex);
    clearBar();
    if (m_format == Format::Text) {
        std::cerr << "pieria: cancelled.\n";
    } else {
        printLine({ { "type", "cancelled" } });
    }
}

void Console::clearBar()
{
    if (m_barShown) {
        std::cerr << "\r\x1b[K" << std::flush;
        m_barShown = false;
    }
}

void Console::drawBar(const Progress& progress)
{
    const double fraction = std::clamp(progress.fraction(), 0.0, 1.0);
    const int filled = static_cast<int>(std::lround(fraction * kBarWidth));
    std::string line = "[" + std::string(static_cast<std::size_t>(filled), '#')
        + std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "] "
        + std::to_string(std::lround(fraction * 100)) + " %  " + progress.stage;
    if (const std::optional<Seconds> left = m_eta.remaining()) {
        line += "  " + clock(*left);
    }
    std::cerr << "\r" << cut(line, terminalWidth() - 1) << "\x1b[K" << std::flush;
    m_barShown = true;
}

void Console::printLine(const Json& object)
{
    std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n" << std::flush;
}

} // namespace pieria::app
