#include "audio/synth/task_pool.h"

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace pieria::audio {

namespace {

class FlushDenormals
{
public:
#if defined(__SSE__)
    FlushDenormals()
        : m_before(_mm_getcsr())
    {
        constexpr unsigned kFlushToZero = 0x8000;
        constexpr unsigned kDenormalsAreZero = 0x0040;
        _mm_setcsr(m_before | kFlushToZero | kDenormalsAreZero);
    }
    ~FlushDenormals() { _mm_setcsr(m_before); }
    FlushDenormals(const FlushDenormals&) = delete;
    FlushDenormals& operator=(const FlushDenormals&) = delete;

private:
    unsigned m_before;
#endif
};

} // namespace

TaskPool::TaskPool(int threads)
{
    for (int i = 1; i < threads; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

TaskPool::~TaskPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

bool TaskPool::runNext(std::unique_lock<std::mutex>& lock)
{
    if (m_next >= m_count) {
        return false;
    }
    const std::size_t index = m_next++;
    const auto* task = m_task;
    ++m_running;
    lock.unlock();
    {
        const FlushDenormals flush;
        (*task)(index);
    }
    lock.lock();
    --m_running;
    if (m_next >= m_count && m_running == 0) {
        m_done.notify_all();
    }
    return true;
}

void TaskPool::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        if (!runNext(lock)) {
            m_wake.wait(lock, [this] { return m_ending || m_next < m_count; });
        }
    }
}

void TaskPool::run(std::size_t count, const std::function<void(std::size_t)>& task)
{
    std::unique_lock lock(m_mutex);
    m_task = &task;
    m_count = count;
    m_next = 0;
    m_wake.notify_all();
    while (runNext(lock)) { }
    m_done.wait(lock, [this] { return m_next >= m_count && m_running == 0; });
    m_task = nullptr;
}

} // namespace pieria::audio
