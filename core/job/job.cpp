#include "core/job/job.h"

#include <utility>

namespace pieria {

namespace {

class FunctionJob final : public Job
{
public:
    FunctionJob(
        std::string title, Lane lane, std::function<Result<Outcome<std::any>>(JobContext&)> run)
        : m_title(std::move(title))
        , m_lane(lane)
        , m_run(std::move(run))
    {
    }
    [[nodiscard]] std::string title() const override { return m_title; }
    [[nodiscard]] Lane lane() const override { return m_lane; }
    [[nodiscard]] Result<Outcome<std::any>> run(JobContext& context) override
    {
        return m_run(context);
    }

private:
    std::string m_title;
    Lane m_lane;
    std::function<Result<Outcome<std::any>>(JobContext&)> m_run;
};

} // namespace

std::shared_ptr<Job> makeJob(
    std::string title, Lane lane, std::function<Result<Outcome<std::any>>(JobContext&)> run)
{
    return std::make_shared<FunctionJob>(std::move(title), lane, std::move(run));
}

} // namespace pieria
