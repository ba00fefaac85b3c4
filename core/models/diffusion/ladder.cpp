#include "core/models/diffusion/ladder.h"

#include <algorithm>
#include <utility>

namespace pieria::models {

namespace {

torch::Tensor filled(const torch::Tensor& like, std::int64_t axis, double level)
{
    std::vector<std::int64_t> shape(static_cast<std::size_t>(like.dim()), 1);
    shape.front() = like.size(0);
    shape[static_cast<std::size_t>(axis)] = like.size(axis);
    return torch::full(shape, level, like.options());
}

} // namespace

Ladder::Ladder(
    WindowDenoiser denoiser, ChunkNoise noise, LadderOptions options, const torch::Tensor& given)
    : m_denoiser(std::move(denoiser))
    , m_noise(std::move(noise))
    , m_options(options)
{
    TORCH_CHECK(options.rungs >= 1 && options.context >= 0 && options.stepsPerShift >= 1
            && options.axis >= 1,
        "a ladder needs rungs, steps and a token axis");
    fill();
    if (!given.defined()) {
        return;
    }
    const std::int64_t length = m_rungs.front().x.size(options.axis);
    TORCH_CHECK(given.size(options.axis) % length == 0, "the context must be whole chunks");
    const std::int64_t chunks = given.size(options.axis) / length;
    for (std::int64_t i = std::max<std::int64_t>(0, chunks - options.context); i < chunks; ++i) {
        m_context.push_back(given.narrow(options.axis, i * length, length).clone());
    }
}

Outcome<torch::Tensor> Ladder::next(const OnStep& onStep)
{
    const torch::NoGradGuard noGrad;
    const int total = stepsOfChunk();
    const int start = stepsTaken(0);
    while (stepsTaken(0) < total) {
        const int taken = stepsTaken(0);
        const StepReport report { taken - start, total - start, levelAfter(taken),
            m_rungs.front().estimate };
        if (onStep && onStep(report) == Go::Stop) {
            return Cancelled {};
        }
        step();
    }
    const torch::Tensor done = m_rungs.front().x;
    m_rungs.erase(m_rungs.begin());
    ++m_finished;
    m_context.push_back(done);
    if (m_context.size() > static_cast<std::size_t>(m_options.context)) {
        m_context.erase(m_context.begin());
    }
    fill();
    return done.clone();
}

std::int64_t Ladder::windowChunks() const
{
    return static_cast<std::int64_t>(m_context.size() + m_rungs.size());
}

void Ladder::fill()
{
    while (m_rungs.size() < static_cast<std::size_t>(m_options.rungs)) {
        const std::int64_t chunk = m_finished + static_cast<std::int64_t>(m_rungs.size());
        m_rungs.push_back({ m_noise(chunk), {}, {} });
    }
}

void Ladder::step()
{
    const std::int64_t first = m_finished - static_cast<std::int64_t>(m_context.size());
    const torch::Tensor v = m_denoiser(window(), levels(), first);
    const std::int64_t length = m_rungs.front().x.size(m_options.axis);
    for (std::size_t i = 0; i < m_rungs.size(); ++i) {
        if (m_tick < (m_finished + static_cast<std::int64_t>(i)) * m_options.stepsPerShift) {
            break;
        }
        const int taken = stepsTaken(i);
        const auto chunk = static_cast<std::int64_t>(m_context.size() + i);
        advance(m_rungs[i], v.narrow(m_options.axis, chunk * length, length), m_options.method,
            levelAfter(taken), levelAfter(taken + 1));
    }
    ++m_tick;
}

torch::Tensor Ladder::window() const
{
    std::vector<torch::Tensor> parts = m_context;
    for (const SolverState& rung : m_rungs) {
        parts.push_back(rung.x);
    }
    return torch::cat(parts, m_options.axis);
}

torch::Tensor Ladder::levels() const
{
    std::vector<torch::Tensor> parts;
    for (const torch::Tensor& chunk : m_context) {
        parts.push_back(filled(chunk, m_options.axis, 0));
    }
    for (std::size_t i = 0; i < m_rungs.size(); ++i) {
        parts.push_back(filled(m_rungs[i].x, m_options.axis, levelAfter(stepsTaken(i))));
    }
    return torch::cat(parts, m_options.axis);
}

int Ladder::stepsTaken(std::size_t rung) const
{
    const std::int64_t chunk = m_finished + static_cast<std::int64_t>(rung);
    const std::int64_t since = m_tick - chunk * m_options.stepsPerShift;
    return static_cast<int>(std::clamp<std::int64_t>(since, 0, stepsOfChunk()));
}

double Ladder::levelAfter(int steps) const
{
    const int total = stepsOfChunk();
    return static_cast<double>(total - steps) / static_cast<double>(total);
}

} // namespace pieria::models
