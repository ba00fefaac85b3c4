// Endless generation: a window of chunks whose noise rises like a ladder. Each shift lowers every
// rung by one, so the oldest chunk of the ladder arrives at level 0 and leaves, and a chunk of
// fresh noise enters at level 1 (rolling diffusion; Ruhe et al., 2024; the autoregressive sampler
// of Mousai's library). The network must have been trained with one level per chunk.
#pragma once

#include "core/base/result.h"
#include "core/models/diffusion/sampler.h"
#include "core/models/diffusion/solver.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace pieria::models {

/// v_hat of a window. `firstChunk` is the number of the window's first chunk, counted from the
/// first chunk ever made (given context has negative numbers), for positions and per-chunk
/// conditions.
using WindowDenoiser = std::function<torch::Tensor(
    const torch::Tensor& x, const torch::Tensor& level, std::int64_t firstChunk)>;

/// The noise that chunk number `chunk` (>= 0) starts from: [batch, ...] with `chunkLength` entries
/// along the token axis.
using ChunkNoise = std::function<torch::Tensor(std::int64_t chunk)>;

struct LadderOptions
{
    std::int64_t axis = 1; ///< token axis of the data: 1 for [batch, tokens, channels]
    int rungs = 8; ///< chunks being made at once; >= 1
    int context = 8; ///< finished chunks the network still sees; >= 0
    int stepsPerShift = 4; ///< network calls per chunk; a chunk takes rungs * stepsPerShift steps
    Method method = Method::Multistep;
};

/// Chunk j starts to lose noise stepsPerShift calls after chunk j - 1, so every chunk, the first
/// ones too, takes the same steps with the same neighbours' levels above it. Memory does not grow:
/// the state is one window of at most rungs + context chunks. What was returned never changes when
/// more is made.
class Ladder
{
public:
    /// `given` (may be undefined): finished data before the first chunk, a whole number of chunks
    /// long; only the last `context` chunks of it are used.
    Ladder(WindowDenoiser denoiser, ChunkNoise noise, LadderOptions options,
        const torch::Tensor& given = {});

    /// The next finished chunk. The first call also climbs the ladder ((rungs - 1) more shifts).
    /// After Cancelled the next call goes on where this one stopped.
    [[nodiscard]] Outcome<torch::Tensor> next(const OnStep& onStep = {});

    [[nodiscard]] std::int64_t finished() const { return m_finished; }
    /// Chunks the window holds now: context and rungs.
    [[nodiscard]] std::int64_t windowChunks() const;

private:
    void fill();
    void step();
    [[nodiscard]] torch::Tensor window() const;
    [[nodiscard]] torch::Tensor levels() const;
    [[nodiscard]] int stepsOfChunk() const { return m_options.rungs * m_options.stepsPerShift; }
    /// Solver steps that rung number `rung` has taken by now.
    [[nodiscard]] int stepsTaken(std::size_t rung) const;
    [[nodiscard]] double levelAfter(int steps) const;

    WindowDenoiser m_denoiser;
    ChunkNoise m_noise;
    LadderOptions m_options;
    std::vector<torch::Tensor> m_context; ///< finished chunks, oldest first
    std::vector<SolverState> m_rungs; ///< least noise first; the first is chunk m_finished
    std::int64_t m_finished = 0;
    std::int64_t m_tick = 0; ///< network calls so far
};

} // namespace pieria::models
