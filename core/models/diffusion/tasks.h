// A fixed list of independent tasks, run by one or more threads. The list is the partition: how
// many threads there are only says how many tasks run at once, so results do not depend on it.
#pragma once

#include <functional>
#include <vector>

namespace pieria::models {

using Task = std::function<void()>;

/// Runs every task once, at most `threads` (>= 1) at a time, each with one intra-op thread and the
/// caller's gradient and inference mode. Returns when all are done; then rethrows the exception of
/// the first task, in list order, that threw.
void runTasks(const std::vector<Task>& tasks, int threads);

} // namespace pieria::models
