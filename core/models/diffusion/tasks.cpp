#include "core/models/diffusion/tasks.h"

#include "core/models/single_thread.h"

#include <ATen/ThreadLocalState.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace pieria::models {

void runTasks(const std::vector<Task>& tasks, int threads)
{
    std::vector<std::exception_ptr> failures(tasks.size());
    std::atomic<std::size_t> next { 0 };
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size(); i = next++) {
            try {
                tasks[i]();
            } catch (...) {
                failures[i] = std::current_exception();
            }
        }
    };
    // LibTorch and the BLAS keep their thread count per thread: each helper sets its own, and the
    // caller's scope ends after they are gone.
    const SingleThread single;
    const at::ThreadLocalState callerState;
    const auto help = [&] {
        const at::ThreadLocalStateGuard guard(callerState);
        at::set_num_threads(1);
        work();
    };
    const std::size_t wanted = static_cast<std::size_t>(std::max(threads, 1));
    const std::size_t helpers = std::min(wanted, std::max<std::size_t>(tasks.size(), 1)) - 1;
    {
        std::vector<std::jthread> pool;
        pool.reserve(helpers);
        for (std::size_t i = 0; i < helpers; ++i) {
            pool.emplace_back(help);
        }
        work();
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

} // namespace pieria::models
