#include "core/models/diffusion/guidance.h"

#include "core/models/diffusion/tasks.h"

#include <utility>

namespace pieria::models {

namespace {

class Guided
{
public:
    Guided(Denoiser text, Denoiser null, const Guidance& guidance)
        : m_text(std::move(text))
        , m_null(std::move(null))
        , m_guidance(guidance)
    {
    }

    torch::Tensor operator()(const torch::Tensor& x, const torch::Tensor& level) const
    {
        // Known elements at level 0 do not decide whether a call is guided.
        const torch::Tensor inside
            = (level >= m_guidance.low).logical_and(level <= m_guidance.high);
        if (!inside.logical_and(level > 0).any().item<bool>()) {
            return alone(x, level);
        }
        torch::Tensor text;
        torch::Tensor null;
        runTasks({ [&] { text = m_text(x, level); }, [&] { null = m_null(x, level); } },
            m_guidance.threads);
        const torch::Tensor guidedV = null + (text - null) * m_guidance.scale;
        return inside.all().item<bool>() ? guidedV : torch::where(inside, guidedV, text);
    }

private:
    /// One intra-op thread as in the guided calls, so that a step costs and rounds alike.
    torch::Tensor alone(const torch::Tensor& x, const torch::Tensor& level) const
    {
        torch::Tensor out;
        runTasks({ [&] { out = m_text(x, level); } }, 1);
        return out;
    }

    Denoiser m_text;
    Denoiser m_null;
    Guidance m_guidance;
};

} // namespace

Denoiser guided(Denoiser text, Denoiser null, const Guidance& guidance)
{
    if (guidance.scale == 1) {
        return text;
    }
    return Guided(std::move(text), std::move(null), guidance);
}

} // namespace pieria::models
