// Stands in for a sound card: calls back at the pace of the clock.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>

namespace pieria::audio {

class ClockDriver
{
public:
    using Render = std::function<void(std::span<float> interleaved)>;
    explicit ClockDriver(Render render);
    ~ClockDriver();
    ClockDriver(const ClockDriver&) = delete;
    ClockDriver& operator=(const ClockDriver&) = delete;

private:
    void work();

    Render m_render;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace pieria::audio
