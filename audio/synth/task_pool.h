// A few threads that share the tasks of one loop. Which thread runs a task never matters to its
// result.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pieria::audio {

class TaskPool
{
public:
    /// `threads` tasks run at once, the caller's thread among them; at least 1.
    explicit TaskPool(int threads);
    ~TaskPool();
    TaskPool(const TaskPool&) = delete;
    TaskPool& operator=(const TaskPool&) = delete;
    /// Calls `task(0) ... task(count - 1)`, each once, and waits for all. Denormals are flushed to
    /// zero within a task: tails of filters cost no more than their bodies.
    void run(std::size_t count, const std::function<void(std::size_t)>& task);

private:
    void work();
    bool runNext(std::unique_lock<std::mutex>& lock);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    const std::function<void(std::size_t)>* m_task = nullptr;
    std::size_t m_count = 0;
    std::size_t m_next = 0;
    std::size_t m_running = 0;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace pieria::audio
