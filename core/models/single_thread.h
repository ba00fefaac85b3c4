// Results that do not depend on the number of threads: sums are split among threads, and a sum
// split elsewhere rounds elsewhere.
#pragma once

#include "core/models/torch.h"

#include <ATen/Parallel.h>

namespace pieria::models {

/// LibTorch uses one thread for operators called from this thread, until the end of the scope.
class SingleThread
{
public:
    SingleThread()
        : m_before(at::get_num_threads())
    {
        at::set_num_threads(1);
    }
    SingleThread(const SingleThread&) = delete;
    SingleThread& operator=(const SingleThread&) = delete;
    ~SingleThread() { at::set_num_threads(m_before); }

private:
    int m_before;
};

} // namespace pieria::models
