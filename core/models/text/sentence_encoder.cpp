#include "core/models/text/sentence_encoder.h"

#include "core/models/tensor_io.h"

#include <cmath>

namespace pieria::models {

namespace {

constexpr std::int64_t kWidth = 256; ///< of the embeddings and of the first layer's heads
constexpr std::int64_t kHeads = 4;
constexpr std::int64_t kInner = 1536;

/// Reads tensors one after another and keeps the first failure.
class Loader
{
public:
    explicit Loader(const SafeTensors& file)
        : m_file(file)
    {
    }
    torch::Tensor operator()(const std::string& name, at::IntArrayRef shape)
    {
        Result<torch::Tensor> tensor = floatTensor(m_file, "use." + name, shape);
        if (!tensor && m_status) {
            m_status = tl::unexpected(tensor.error());
        }
        return tensor ? *tensor : torch::Tensor();
    }
    [[nodiscard]] const Status& status() const { return m_status; }

private:
    const SafeTensors& m_file;
    Status m_status;
};

} // namespace

Result<SentenceEncoder> SentenceEncoder::load(const SafeTensors& file)
{
    Loader read(file);
    const auto affine = [&](const std::string& name, std::int64_t in, std::int64_t out) {
        return Affine { read(name + ".weight", { in, out }), read(name + ".bias", { out }) };
    };
    const auto norm = [&](const std::string& name, std::int64_t width) {
        return Affine { read(name + ".weight", { width }), read(name + ".bias", { width }) };
    };
    const TensorView* const embeddings = file.find("use.embeddings");
    if (embeddings == nullptr || embeddings->shape.size() != 2) {
        return fail(ErrorCode::Corrupt, "The tensor use.embeddings is missing.");
    }
    SentenceEncoder encoder;
    encoder.m_embeddings = read("embeddings", { embeddings->shape[0], kWidth });
    encoder.m_frequencies = read("timing", { kWidth / 2 });
    for (std::size_t i = 0; i < encoder.m_layers.size(); ++i) {
        const std::string prefix = "layers." + std::to_string(i) + ".";
        const std::int64_t width = i == 0 ? kWidth : kSentenceDimensions;
        Layer& layer = encoder.m_layers[i];
        layer.headSize = width / kHeads;
        layer.attentionNorm = norm(prefix + "attention.norm", width);
        layer.queryKeyValue = affine(prefix + "attention.qkv", width, 3 * width);
        layer.output = affine(prefix + "attention.output", width, kSentenceDimensions);
        if (width != kSentenceDimensions) {
            layer.shortcut = affine(prefix + "shortcut", width, kSentenceDimensions);
        }
        layer.feedForwardNorm = norm(prefix + "feedforward.norm", kSentenceDimensions);
        layer.up = affine(prefix + "feedforward.up", kSentenceDimensions, kInner);
        layer.down = affine(prefix + "feedforward.down", kInner, kSentenceDimensions);
    }
    encoder.m_sentence = affine("sentence", kSentenceDimensions, kSentenceDimensions);
    if (!read.status()) {
        return tl::unexpected(read.status().error());
    }
    return encoder;
}

torch::Tensor SentenceEncoder::apply(const Affine& map, const torch::Tensor& x)
{
    return torch::addmm(map.bias, x, map.weight);
}

torch::Tensor SentenceEncoder::normalised(const Affine& norm, const torch::Tensor& x)
{
    return torch::layer_norm(x, { x.size(-1) }, norm.weight, norm.bias, 1e-6);
}

torch::Tensor SentenceEncoder::attention(const Layer& layer, const torch::Tensor& x)
{
    const torch::Tensor qkv = apply(layer.queryKeyValue, normalised(layer.attentionNorm, x));
    const auto heads = [&](std::int64_t part) { // [heads, n, headSize]
        const std::int64_t width = kHeads * layer.headSize;
        return qkv.narrow(1, part * width, width)
            .reshape({ x.size(0), kHeads, layer.headSize })
            .transpose(0, 1);
    };
    const double scale = 1.0 / std::sqrt(static_cast<double>(layer.headSize));
    const torch::Tensor weights
        = torch::softmax(torch::matmul(heads(0) * scale, heads(1).transpose(1, 2)), -1);
    const torch::Tensor mixed = torch::matmul(weights, heads(2)).transpose(0, 1);
    return apply(layer.output, mixed.reshape({ x.size(0), kHeads * layer.headSize }));
}

torch::Tensor SentenceEncoder::states(const std::vector<std::int64_t>& ids) const
{
    const auto count = static_cast<std::int64_t>(ids.size());
    const torch::Tensor positions = torch::arange(count, at::kFloat).unsqueeze(1);
    const torch::Tensor angles = positions * m_frequencies.unsqueeze(0);
    const torch::Tensor timing = torch::cat({ angles.sin(), angles.cos() }, 1);
    // The published graph adds the embedding to itself before the position signal.
    torch::Tensor x = 2 * m_embeddings.index_select(0, torch::tensor(ids, at::kLong)) + timing;
    for (const Layer& layer : m_layers) {
        const torch::Tensor around = layer.shortcut.weight.defined() ? apply(layer.shortcut, x) : x;
        x = around + attention(layer, x);
        const torch::Tensor inner
            = torch::relu(apply(layer.up, normalised(layer.feedForwardNorm, x)));
        x = x + apply(layer.down, inner);
    }
    return x;
}

torch::Tensor SentenceEncoder::pooled(const torch::Tensor& states) const
{
    const torch::Tensor mean = states.mean(0, true);
    const torch::Tensor sentence = torch::tanh(apply(m_sentence, mean)).squeeze(0);
    return sentence / sentence.norm().clamp_min(1e-12);
}

} // namespace pieria::models
