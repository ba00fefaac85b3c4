// Long work as a value: a Job runs on a worker thread, reports through its context, and ends with a
// value, a failure, or Cancelled. Plain C++; ui/jobs is the only QObject around it.
#pragma once

#include "core/base/result.h"
#include "core/job/progress.h"

#include <any>
#include <functional>
#include <memory>
#include <string>

namespace pieria {

/// What a running job may say and must ask. Implementations are thread-safe.
class JobContext
{
public:
    virtual ~JobContext() = default;
    virtual void report(const Progress& progress) = 0;
    /// A first look at the result: an audio block, a draft score, a loss point. Receivers any_cast
    /// it.
    virtual void preview(const std::any& value) { static_cast<void>(value); }
    /// Asked at least every 100 ms; once true the job returns Cancelled.
    [[nodiscard]] virtual bool cancelled() const = 0;
};

/// For callers that neither watch nor cancel: tests, nested steps.
class QuietContext final : public JobContext
{
public:
    void report(const Progress&) override { }
    [[nodiscard]] bool cancelled() const override { return false; }
};

enum class Lane { Compute, Io };

class Job
{
public:
    virtual ~Job() = default;
    /// For the jobs list: "Slow bossa nova in D minor".
    [[nodiscard]] virtual std::string title() const = 0;
    [[nodiscard]] virtual Lane lane() const = 0;
    /// Called once, on a worker thread. The std::any holds the job's own result type.
    [[nodiscard]] virtual Result<Outcome<std::any>> run(JobContext& context) = 0;
};

/// A Job from a function: most jobs need no class of their own.
[[nodiscard]] std::shared_ptr<Job> makeJob(
    std::string title, Lane lane, std::function<Result<Outcome<std::any>>(JobContext&)> run);

} // namespace pieria
