#include "audio/engine/clock_driver.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <utility>

namespace pieria::audio {

namespace {

constexpr std::int64_t kMostFrames = 1024;

} // namespace

ClockDriver::ClockDriver(Render render)
    : m_render(std::move(render))
{
    m_thread = std::thread([this] { work(); });
}

ClockDriver::~ClockDriver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void ClockDriver::work()
{
    using Clock = std::chrono::steady_clock;
    std::array<float, 2 * kMostFrames> scratch {};
    const Clock::time_point start = Clock::now();
    std::int64_t done = 0;
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::milliseconds(10), [this] { return m_ending; })) {
        lock.unlock();
        const std::chrono::duration<double> elapsed = Clock::now() - start;
        const auto due = static_cast<std::int64_t>(elapsed.count() * 48000);
        while (done < due) {
            const std::int64_t frames = std::min(due - done, kMostFrames);
            m_render(std::span(scratch).first(static_cast<std::size_t>(2 * frames)));
            done += frames;
        }
        lock.lock();
    }
}

} // namespace pieria::audio
