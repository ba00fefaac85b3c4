#include "core/models/nn/unet_config.h"

#include <utility>

namespace pieria::models {

namespace {

using Shape = std::vector<std::int64_t>;

/// Collects parameters while walking both name trees.
class Describer
{
public:
    explicit Describer(const UNetConfig& config)
        : m_config(config)
    {
    }

    void add(const std::string& name, const std::string& published, Shape shape)
    {
        m_out.push_back({ name, published, std::move(shape) });
    }

    void pair(const std::string& name, const std::string& published, Shape weight)
    {
        const std::int64_t out = weight.front();
        add(name + ".weight", published + ".weight", std::move(weight));
        add(name + ".bias", published + ".bias", { out });
    }

    void level(const std::string& name, const std::string& time)
    {
        const std::int64_t width = m_config.features;
        add(name + ".frequencies", time + ".blocks.0.weights", { m_config.frequencies });
        pair(name + ".project", time + ".blocks.0.to_out", { width, 2 * m_config.frequencies + 1 });
        pair(name + ".shared", time + ".blocks.1.blocks.0.0", { width, width });
    }

    void block(std::size_t depth, std::int64_t outer, const std::string& name, const std::string& p)
    {
        const UNetDepth& d = m_config.depths[depth];
        const bool modulated = m_config.level == LevelInput::Modulation;
        const bool first = depth == 0 && !modulated;
        std::int64_t index = 0;
        const auto next = [&] { return p + ".block.blocks." + std::to_string(index++); };
        pair(name + ".down", next() + ".block", { d.channels, outer + (first ? 1 : 0), d.factor });
        for (std::int64_t i = 0; i < d.items; ++i) {
            items(d, name + ".before" + std::to_string(i), next);
        }
        if (depth + 1 < m_config.depths.size()) {
            block(depth + 1, d.channels, name + ".inner", next());
        }
        for (std::int64_t i = 0; i < d.items; ++i) {
            items(d, name + ".after" + std::to_string(i), next);
        }
        pair(name + ".up", next() + ".block.1", { outer, d.channels, 3 });
        if (modulated) {
            pair(name + ".skip", p + ".skip.blocks.0.1", { outer, m_config.features });
        } else {
            pair(name + ".skip", p + ".skip.to_out", { outer, 2 * outer, 1 });
        }
    }

    std::vector<ParameterSpec> take() { return std::move(m_out); }

private:
    template <class Next> void items(const UNetDepth& d, const std::string& name, Next& next)
    {
        const std::int64_t c = d.channels;
        const std::string resnet = next() + ".block.blocks.0.blocks.";
        for (const char* half : { "0", "1" }) {
            pair(name + ".resnet.norm" + half, resnet + half + ".0", { c });
            pair(name + ".resnet.conv" + half, resnet + half + ".2", { c, c, 3 });
        }
        if (m_config.level == LevelInput::Modulation) {
            pair(name + ".modulation", next() + ".blocks.0.block.blocks.0.1",
                { 2 * c, m_config.features });
        }
        if (d.injected > 0) {
            pair(name + ".inject", next() + ".block.blocks.0", { c, c + d.injected, 1 });
        }
        if (d.selfAttention) {
            attention(name + ".self", next() + ".blocks.0.block", c, c);
        }
        if (d.crossAttention) {
            attention(name + ".cross", next() + ".blocks.0.block", c, m_config.textDim);
        }
    }

    void attention(
        const std::string& name, const std::string& p, std::int64_t c, std::int64_t context)
    {
        const std::int64_t inner = m_config.heads * m_config.headDim;
        pair(name + ".norm", p + ".norm", { c });
        pair(name + ".contextNorm", p + ".norm_context", { context });
        add(name + ".attention.query.weight", p + ".to_q.weight", { inner, c });
        add(name + ".attention.keyValue.weight", p + ".to_kv.weight", { 2 * inner, context });
        add(name + ".attention.output.weight", p + ".attention.blocks.0.weight", { c, inner });
    }

    const UNetConfig& m_config;
    std::vector<ParameterSpec> m_out;
};

UNetConfig fromLists(const Shape& channels, const Shape& factors, const Shape& items)
{
    UNetConfig config;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        UNetDepth depth;
        depth.channels = channels[i];
        depth.factor = factors[i];
        depth.items = items[i];
        config.depths.push_back(depth);
    }
    return config;
}

} // namespace

UNetConfig tcldUNet()
{
    UNetConfig config
        = fromLists({ 128, 256, 512, 512, 1024, 1024 }, { 1, 2, 2, 2, 2, 2 }, { 2, 2, 2, 4, 8, 8 });
    config.inChannels = 32;
    for (std::size_t i = 0; i < config.depths.size(); ++i) {
        config.depths[i].selfAttention = i >= 2;
        config.depths[i].crossAttention = true;
    }
    return config;
}

UNetConfig dmaeUNet()
{
    UNetConfig config = fromLists(
        { 256, 512, 512, 512, 1024, 1024, 1024 }, { 1, 2, 2, 2, 2, 2, 2 }, { 1, 2, 2, 2, 2, 2, 2 });
    config.inChannels = 256;
    config.depths[4].injected = 32;
    return config;
}

std::int64_t lengthUnit(const UNetConfig& config)
{
    std::int64_t unit = 1;
    for (const UNetDepth& depth : config.depths) {
        unit *= depth.factor;
    }
    return unit;
}

std::vector<ParameterSpec> describeUNet(
    const UNetConfig& config, const UNetKeys& keys, const std::string& prefix)
{
    Describer describer(config);
    if (config.level == LevelInput::Modulation) {
        describer.level(prefix + "features", keys.time);
    }
    describer.block(0, config.inChannels, prefix + "net", keys.net);
    return describer.take();
}

std::int64_t parameterCount(const std::vector<ParameterSpec>& parameters)
{
    std::int64_t count = 0;
    for (const ParameterSpec& parameter : parameters) {
        std::int64_t elements = 1;
        for (const std::int64_t size : parameter.shape) {
            elements *= size;
        }
        count += elements;
    }
    return count;
}

} // namespace pieria::models
