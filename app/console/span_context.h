// A step of a longer job: its progress from 0 to 1 fills a span of the whole.
#pragma once

#include "core/job/job.h"

namespace pieria::app {

class SpanContext final : public JobContext
{
public:
    /// Fractions of the whole, 0 <= from <= to <= 1.
    SpanContext(JobContext& whole, double from, double to)
        : m_whole(whole)
        , m_from(from)
        , m_to(to)
    {
    }
    void report(const Progress& progress) override
    {
        m_whole.report({ progress.stage, m_from + (m_to - m_from) * progress.fraction(), 1 });
    }
    void preview(const std::any& value) override { m_whole.preview(value); }
    [[nodiscard]] bool cancelled() const override { return m_whole.cancelled(); }

private:
    JobContext& m_whole;
    double m_from;
    double m_to;
};

} // namespace pieria::app
