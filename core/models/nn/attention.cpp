#include "core/models/nn/attention.h"

#include "core/models/nn/initialise.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace pieria::models {

namespace {

/// Scores held at once: 2^22 floats = 16 MB.
constexpr std::int64_t kScoreLimit = std::int64_t { 1 } << 22;

torch::Tensor splitHeads(const torch::Tensor& x, std::int64_t heads)
{
    return x.view({ x.size(0), x.size(1), heads, -1 }).transpose(1, 2);
}

torch::Tensor attendBlock(const torch::Tensor& q, const torch::Tensor& keysTransposed,
    const torch::Tensor& v, const torch::Tensor& bias)
{
    torch::Tensor scores = torch::matmul(q, keysTransposed);
    if (bias.defined()) {
        scores = scores + bias;
    }
    return torch::matmul(torch::softmax(scores, -1), v);
}

} // namespace

torch::Tensor plainLayerNorm(const torch::Tensor& x, double eps)
{
    return torch::layer_norm(x, { x.size(-1) }, {}, {}, eps);
}

torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
    const torch::Tensor& bias)
{
    const torch::Tensor scaled = q * (1.0 / std::sqrt(static_cast<double>(q.size(-1))));
    const torch::Tensor keysTransposed = k.transpose(-2, -1);
    const std::int64_t queries = q.size(2);
    const std::int64_t perQuery = q.size(0) * q.size(1) * k.size(2);
    const std::int64_t block
        = std::max<std::int64_t>(1, kScoreLimit / std::max<std::int64_t>(perQuery, 1));
    if (queries <= block) {
        return attendBlock(scaled, keysTransposed, v, bias);
    }
    std::vector<torch::Tensor> blocks;
    for (std::int64_t first = 0; first < queries; first += block) {
        const std::int64_t count = std::min(block, queries - first);
        const bool perRow = bias.defined() && bias.size(-2) != 1;
        blocks.push_back(attendBlock(scaled.narrow(2, first, count), keysTransposed, v,
            perRow ? bias.narrow(-2, first, count) : bias));
    }
    return torch::cat(blocks, 2);
}

torch::Tensor paddingBias(const torch::Tensor& valid, torch::Dtype dtype)
{
    // Finite, so that a row with no valid key gives an average, not NaN.
    return torch::zeros(valid.sizes(), valid.options().dtype(dtype))
        .masked_fill(valid.logical_not(), -1e9)
        .unsqueeze(1)
        .unsqueeze(1);
}

AttentionImpl::AttentionImpl(const AttentionOptions& options)
    : m_options(options)
{
    TORCH_CHECK(options.dim > 0 && options.heads > 0 && options.headDim > 0, "attention sizes");
    const std::int64_t inner = options.heads * options.headDim;
    const std::int64_t contextDim = options.contextDim > 0 ? options.contextDim : options.dim;
    const auto linear = [](std::int64_t in, std::int64_t out, bool bias) {
        return torch::nn::Linear(torch::nn::LinearOptions(in, out).bias(bias));
    };
    m_query = register_module("query", linear(options.dim, inner, options.projectionBias));
    m_keyValue = register_module("keyValue", linear(contextDim, 2 * inner, options.projectionBias));
    m_output = register_module("output", linear(inner, options.dim, options.outputBias));
}

torch::Tensor AttentionImpl::forward(
    const torch::Tensor& x, const torch::Tensor& context, const torch::Tensor& bias)
{
    const std::vector<torch::Tensor> keyValue = m_keyValue(context).chunk(2, -1);
    const torch::Tensor out = attend(splitHeads(m_query(x), m_options.heads),
        splitHeads(keyValue[0], m_options.heads), splitHeads(keyValue[1], m_options.heads), bias);
    return m_output(out.transpose(1, 2).reshape({ x.size(0), x.size(1), -1 }));
}

torch::Tensor Modulation::apply(const torch::Tensor& x) const
{
    return plainLayerNorm(x) * (1 + scale) + shift;
}

AdaLayerNormImpl::AdaLayerNormImpl(std::int64_t dim, std::int64_t conditionDim)
{
    m_project = register_module("project", torch::nn::Linear(conditionDim, 3 * dim));
    zeroInitialise(*m_project);
}

Modulation AdaLayerNormImpl::forward(const torch::Tensor& condition)
{
    const torch::Tensor tokens = condition.dim() == 2 ? condition.unsqueeze(1) : condition;
    const std::vector<torch::Tensor> parts = m_project(torch::silu(tokens)).chunk(3, -1);
    return { parts[0], parts[1], parts[2] };
}

RelativeBiasImpl::RelativeBiasImpl(std::int64_t heads, std::int64_t maxDistance)
    : m_maxDistance(maxDistance)
{
    m_table = register_parameter("table", torch::zeros({ 2 * maxDistance + 1, heads }));
}

torch::Tensor RelativeBiasImpl::forward(std::int64_t length, Topology topology)
{
    const torch::Tensor position
        = torch::arange(length, torch::TensorOptions(torch::kInt64).device(m_table.device()));
    torch::Tensor distance = position.unsqueeze(0) - position.unsqueeze(1);
    if (topology == Topology::Circle) {
        // To (-length / 2, length / 2].
        const std::int64_t half = (length - 1) / 2;
        distance = torch::remainder(distance + half, length) - half;
    }
    const torch::Tensor row = distance.clamp(-m_maxDistance, m_maxDistance) + m_maxDistance;
    return torch::embedding(m_table, row).permute({ 2, 0, 1 }).unsqueeze(0);
}

} // namespace pieria::models
