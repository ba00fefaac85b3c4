// A stretch of a job's progress, so that steps can report as if they were alone.
#pragma once

#include "core/job/job.h"

#include <functional>

namespace pieria::ui {

class SubContext final : public JobContext
{
public:
    /// Maps the step's progress to [from, to] of `parent`; `preview` (when set) gets the previews
    /// instead of the parent. The step sees a cancel of the parent.
    SubContext(JobContext& parent, double from, double to,
        std::function<void(const std::any&)> preview = {})
        : m_parent(parent)
        , m_from(from)
        , m_to(to)
        , m_preview(std::move(preview))
    {
    }
    void report(const Progress& progress) override
    {
        m_parent.report({ progress.stage, m_from + (m_to - m_from) * progress.fraction(), 1.0 });
    }
    void preview(const std::any& value) override
    {
        if (m_preview) {
            m_preview(value);
        } else {
            m_parent.preview(value);
        }
    }
    [[nodiscard]] bool cancelled() const override { return m_parent.cancelled(); }

private:
    JobContext& m_parent;
    double m_from;
    double m_to;
    std::function<void(const std::any&)> m_preview;
};

} // namespace pieria::ui
