// The 1-D U-Net and the DMAE: sizes and key grammar from the configuration alone, a step-by-step
// reference, gradients against finite differences, lengths, loops, the loader.
#include "core/models/diffusion/ladder.h"
#include "core/models/diffusion/noise_tensor.h"
#include "core/models/nn/dmae.h"
#include "core/models/nn/initialise.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>
#include <numbers>

using namespace pieria::models;

namespace {

const auto kDouble = torch::TensorOptions(torch::kFloat64);

/// Every kind of item at small width.
UNetConfig smallUNet()
{
    UNetConfig config;
    config.inChannels = 4;
    config.features = 16;
    config.frequencies = 5;
    config.heads = 2;
    config.headDim = 4;
    config.textDim = 6;
    config.groups = 2;
    config.depths.resize(3);
    config.depths[0].channels = 8;
    config.depths[1] = { 12, 2, 2, 3, false, true };
    config.depths[2] = { 16, 2, 1, 0, true, true };
    return config;
}

DmaeConfig smallDmae()
{
    DmaeConfig config;
    config.fft = 31;
    config.hop = 8;
    config.width = 16;
    config.groups = 2;
    config.stages = { { 2, 1 }, { 2, 2 } };
    config.latentChannels = 4;
    config.patch = 8;
    config.unet.inChannels = 8;
    config.unet.features = 16;
    config.unet.frequencies = 5;
    config.unet.groups = 2;
    config.unet.depths.resize(3);
    config.unet.depths[0] = { 8, 1, 1, 0, false, false };
    config.unet.depths[1] = { 12, 2, 2, 0, false, false };
    config.unet.depths[2] = { 12, 2, 2, 4, false, false };
    return config;
}

UNetContext smallContext(std::int64_t time, torch::Dtype dtype)
{
    torch::manual_seed(5);
    UNetContext context;
    context.text = torch::randn({ 2, 7, 6 }, dtype);
    context.injected = { {}, torch::randn({ 2, 3, time / 2 }, dtype) };
    return context;
}

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

Shapes shapesOf(const std::vector<ParameterSpec>& specs)
{
    Shapes shapes;
    for (const ParameterSpec& spec : specs) {
        shapes.emplace(spec.name, spec.shape);
    }
    return shapes;
}

Shapes shapesOf(const torch::nn::Module& module)
{
    Shapes shapes;
    for (const auto& [name, tensor] : tensorsOf(module)) {
        shapes.emplace(name, tensor.sizes().vec());
    }
    return shapes;
}

/// The published state dict of a DMAE, with its aliases and an outer prefix.
TensorMap publishedState(const DmaeConfig& config, const std::string& prefix)
{
    TensorMap state;
    std::uint64_t seed = 0;
    for (const ParameterSpec& spec : describeDmae(config)) {
        const torch::Tensor value = normalTensor(pieria::Noise(++seed, "state"), spec.shape) * 0.1;
        state.emplace(prefix + spec.published, value);
        std::string second = spec.published;
        const auto at = second.find("blocks.1.blocks.0.0.");
        if (at != std::string::npos) {
            second.replace(at, 20, "blocks.1.blocks.1.0.");
            state.emplace(prefix + second, value);
        }
        if (spec.published.rfind("net.", 0) == 0) {
            for (const std::string alias : { "diffusion.", "sampler." }) {
                state.emplace(prefix + alias + spec.published, value);
                if (second != spec.published) {
                    state.emplace(prefix + alias + second, value);
                }
            }
        }
    }
    return state;
}

/// A reference written with one operator a line on a published state dict: key by key as A.2, A.3
/// and A.7 of the specification say, sharing nothing with the modules.
class Reference
{
public:
    Reference(const DmaeConfig& config, const TensorMap& state)
        : m_config(config)
        , m_state(state)
    {
    }

    torch::Tensor encode(const torch::Tensor& audio) const
    {
        torch::Tensor x = resnet("encoder.to_in.block", spectrum(audio), 1);
        for (std::size_t i = 0; i < m_config.stages.size(); ++i) {
            const std::string p = "encoder.downsamples." + std::to_string(i);
            const std::int64_t factor = m_config.stages[i].factor;
            x = torch::conv1d(
                x, at(p + ".downsample.weight"), at(p + ".downsample.bias"), factor, factor);
            for (std::int64_t r = 0; r < m_config.stages[i].resnets; ++r) {
                x = resnet(p + ".blocks." + std::to_string(r), x, m_config.groups);
            }
        }
        return torch::tanh(conv("encoder.to_out", x, 0));
    }

    torch::Tensor decode(const torch::Tensor& x, double level, const torch::Tensor& latents) const
    {
        const std::int64_t patch = m_config.patch;
        torch::Tensor h = torch::conv1d(x, at("net.blocks.0.weight"), {}, patch);
        h = block(0, "net.blocks.2.blocks.2.net", h, features(level), latents);
        return torch::conv_transpose1d(h, at("net.blocks.1.weight"), {}, patch);
    }

private:
    torch::Tensor at(const std::string& key) const { return m_state.at(key); }

    /// A plain discrete Fourier transform of reflected, windowed frames.
    torch::Tensor spectrum(const torch::Tensor& audio) const
    {
        const std::int64_t n = m_config.fft;
        const torch::Tensor padded = torch::reflection_pad1d(audio, { n / 2, n / 2 });
        const torch::Tensor frames = padded.unfold(2, n, m_config.hop) * at("encoder.stft.window");
        const torch::Tensor time = torch::arange(n, torch::kFloat32);
        std::vector<torch::Tensor> bins;
        for (std::int64_t k = 0; k <= n / 2; ++k) {
            const torch::Tensor angle
                = time * (2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n));
            const torch::Tensor re = (frames * torch::cos(angle)).sum(-1);
            const torch::Tensor im = (frames * torch::sin(angle)).sum(-1);
            bins.push_back((torch::sqrt(re * re + im * im)) / std::sqrt(static_cast<double>(n)));
        }
        return torch::stack(bins, 2).flatten(1, 2);
    }

    torch::Tensor conv(const std::string& p, const torch::Tensor& x, std::int64_t pad) const
    {
        return torch::conv1d(x, at(p + ".weight"), at(p + ".bias"), 1, pad);
    }

    torch::Tensor norm(const std::string& p, const torch::Tensor& x, std::int64_t groups) const
    {
        return torch::group_norm(x, groups, at(p + ".weight"), at(p + ".bias"));
    }

    torch::Tensor resnet(const std::string& p, const torch::Tensor& x, std::int64_t groups) const
    {
        torch::Tensor h = torch::silu(norm(p + ".block1.groupnorm", x, groups));
        h = conv(p + ".block1.project", h, 1);
        h = torch::silu(norm(p + ".block2.groupnorm", h, groups));
        h = conv(p + ".block2.project", h, 1);
        return h + (m_state.count(p + ".to_out.weight") > 0 ? conv(p + ".to_out", x, 0) : x);
    }

    torch::Tensor linear(const std::string& p, const torch::Tensor& x) const
    {
        return torch::matmul(x, at(p + ".weight").t()) + at(p + ".bias");
    }

    torch::Tensor features(double level) const
    {
        const std::string p = "net.blocks.2.";
        const torch::Tensor angle = 2 * std::numbers::pi * level * at(p + "blocks.0.weights");
        torch::Tensor f
            = torch::cat({ torch::full({ 1 }, level), torch::sin(angle), torch::cos(angle) });
        f = torch::gelu(linear(p + "blocks.0.to_out", f));
        f = torch::gelu(linear(p + "blocks.1.blocks.0.0", f));
        return torch::gelu(linear(p + "blocks.1.blocks.1.0", f));
    }

    torch::Tensor items(const std::string& p, std::int64_t& index, bool inject, torch::Tensor x,
        const torch::Tensor& f, const torch::Tensor& latents) const
    {
        const auto next = [&] { return p + ".block.blocks." + std::to_string(index++); };
        const std::string r = next() + ".block.blocks.0.blocks.";
        torch::Tensor h = conv(r + "0.2", torch::silu(norm(r + "0.0", x, 2)), 1);
        h = conv(r + "1.2", torch::silu(norm(r + "1.0", h, 2)), 1);
        x = x + h;
        const auto parts = linear(next() + ".blocks.0.block.blocks.0.1", torch::silu(f)).chunk(2);
        const torch::Tensor mean = x.mean(1, true);
        const torch::Tensor variance = (x - mean).pow(2).mean(1, true);
        x = (x - mean) / torch::sqrt(variance + 1e-6);
        x = x * (1 + parts[0].view({ 1, -1, 1 })) + parts[1].view({ 1, -1, 1 });
        return inject ? x + conv(next() + ".block.blocks.0", torch::cat({ x, latents }, 1), 0) : x;
    }

    torch::Tensor block(std::size_t depth, const std::string& p, const torch::Tensor& x,
        const torch::Tensor& f, const torch::Tensor& latents) const
    {
        const UNetDepth& d = m_config.unet.depths[depth];
        const std::string down = p + ".block.blocks.0.block";
        torch::Tensor h = torch::conv1d(x, at(down + ".weight"), at(down + ".bias"), d.factor);
        std::int64_t index = 1;
        for (std::int64_t i = 0; i < d.items; ++i) {
            h = items(p, index, d.injected > 0, h, f, latents);
        }
        if (depth + 1 < m_config.unet.depths.size()) {
            h = block(depth + 1, p + ".block.blocks." + std::to_string(index++), h, f, latents);
        }
        for (std::int64_t i = 0; i < d.items; ++i) {
            h = items(p, index, d.injected > 0, h, f, latents);
        }
        h = torch::upsample_nearest1d(h, { h.size(2) * d.factor });
        h = conv(p + ".block.blocks." + std::to_string(index) + ".block.1", h, 1);
        return x + linear(p + ".skip.blocks.0.1", torch::silu(f)).view({ 1, -1, 1 }) * h;
    }

    const DmaeConfig& m_config;
    const TensorMap& m_state;
};

} // namespace

class UNetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void publishedSizes()
    {
        std::int64_t encoder = 0;
        std::int64_t decoder = 0;
        for (const ParameterSpec& spec : describeDmae({})) {
            const bool window = spec.published == "encoder.stft.window";
            const bool inEncoder = spec.published.rfind("encoder.", 0) == 0;
            (inEncoder ? encoder : decoder) += window ? 0 : parameterCount({ spec });
        }
        QCOMPARE(decoder, 160669568);
        QCOMPARE(encoder, 24438304);
        QCOMPARE(std::llround(static_cast<double>(encoder + decoder) / 1e3), 185108);
        const std::int64_t tcld
            = parameterCount(describeUNet(tcldUNet(), { "net", "net.blocks.2.blocks.1.net" }));
        QCOMPARE(std::llround(static_cast<double>(tcld + 64 * 768) / 1e5), 5626);
        QCOMPARE(samplesPerLatent({}), 1024);
        QCOMPARE(lengthUnit(DmaeConfig {}), 4096);
        QCOMPARE(lengthUnit(tcldUNet()), 32);
    }

    void publishedKeys()
    {
        std::map<std::string, std::vector<std::int64_t>> keys;
        for (const ParameterSpec& spec : describeDmae({})) {
            QVERIFY2(keys.emplace(spec.published, spec.shape).second, spec.published.c_str());
        }
        // 319 keys of the net and 112 weights of the encoder, less the second copy of the shared
        // time layer, plus the window.
        QCOMPARE(keys.size(), std::size_t { 319 - 2 + 112 + 1 });
        const std::string p1 = "net.blocks.2.blocks.2.net.block.blocks.3";
        const std::string p4 = p1 + ".block.blocks.5.block.blocks.5.block.blocks.5";
        const std::string p6 = p4 + ".block.blocks.7.block.blocks.5";
        using Shape = std::vector<std::int64_t>;
        QCOMPARE(keys.at("net.blocks.0.weight"), (Shape { 256, 2, 64 }));
        QCOMPARE(keys.at("net.blocks.2.blocks.0.weights"), (Shape { 128 }));
        QCOMPARE(keys.at("net.blocks.2.blocks.0.to_out.weight"), (Shape { 1024, 257 }));
        QCOMPARE(keys.at(p4 + ".block.blocks.3.block.blocks.0.weight"), (Shape { 1024, 1056, 1 }));
        QCOMPARE(keys.at(p4 + ".block.blocks.14.block.1.weight"), (Shape { 512, 1024, 3 }));
        QCOMPARE(keys.at(p6 + ".block.blocks.9.block.1.bias"), (Shape { 1024 }));
        QCOMPARE(keys.at(p6 + ".skip.blocks.0.1.weight"), (Shape { 1024, 1024 }));
        QCOMPARE(keys.at("encoder.to_in.block.to_out.weight"), (Shape { 512, 1024, 1 }));
        QCOMPARE(keys.at("encoder.downsamples.1.blocks.7.block2.project.bias"), (Shape { 512 }));
    }

    void descriptionsMatchModules()
    {
        QCOMPARE(shapesOf(*UNet1d(smallUNet())), shapesOf(describeUNet(smallUNet(), {})));
        UNetConfig channel = smallUNet();
        channel.level = LevelInput::Channel;
        QCOMPARE(shapesOf(*UNet1d(channel)), shapesOf(describeUNet(channel, {})));
        QCOMPARE(shapesOf(*Dmae(smallDmae())), shapesOf(describeDmae(smallDmae())));
    }

    void lengths()
    {
        UNet1d net(smallUNet());
        for (const std::int64_t time : { 4, 16, 20 }) {
            const torch::Tensor x = torch::randn({ 2, 4, time });
            const torch::Tensor out
                = net(x, torch::rand({ 2, 1, 1 }), smallContext(time, torch::kFloat32));
            QCOMPARE(out.sizes().vec(), x.sizes().vec());
        }
        const auto wrong = [&](std::int64_t channels, std::int64_t time) {
            return net(torch::zeros({ 2, channels, time }), torch::zeros({ 2 }),
                smallContext(16, torch::kFloat32));
        };
        QVERIFY_THROWS_EXCEPTION(c10::Error, wrong(4, 18));
        QVERIFY_THROWS_EXCEPTION(c10::Error, wrong(5, 16));
        QVERIFY_THROWS_EXCEPTION(c10::Error, wrong(4, 20)); // the latent has another length
    }

    /// d loss / d parameter along a random direction, against a central difference.
    void gradients()
    {
        torch::manual_seed(3);
        UNet1d net(smallUNet());
        net->to(torch::kFloat64);
        const torch::Tensor x = torch::randn({ 2, 4, 8 }, kDouble);
        const torch::Tensor weight = torch::randn({ 2, 4, 8 }, kDouble);
        const torch::Tensor level = torch::rand({ 2 }, kDouble);
        const auto loss
            = [&] { return (net(x, level, smallContext(8, torch::kFloat64)) * weight).sum(); };
        loss().backward();
        for (auto& item : net->named_parameters()) {
            torch::Tensor value = item.value();
            QVERIFY2(value.grad().defined(), item.key().c_str());
            const torch::Tensor direction = torch::randn_like(value);
            const double slope = (value.grad() * direction).sum().item<double>();
            const torch::NoGradGuard noGrad;
            const double h = 1e-5;
            value.add_(direction, h);
            const double above = loss().item<double>();
            value.add_(direction, -2 * h);
            const double below = loss().item<double>();
            value.add_(direction, h);
            const double difference = (above - below) / (2 * h);
            QVERIFY2(std::abs(difference - slope) < 1e-6 * (1 + std::abs(slope)),
                qPrintable(
                    QString("%1: %2 %3").arg(item.key().c_str()).arg(slope).arg(difference)));
        }
    }

    /// A loop may be cut anywhere: a shift by the length unit comes out shifted, not with zero
    /// edges.
    void circularEdges()
    {
        torch::manual_seed(4);
        UNetConfig config = smallUNet();
        config.depths[1].injected = 0;
        UNet1d net(config);
        net->to(torch::kFloat64);
        const torch::Tensor x = torch::randn({ 2, 4, 24 }, kDouble);
        UNetContext context = smallContext(24, torch::kFloat64);
        context.edges = Edges::Circular;
        const torch::Tensor level = torch::full({ 1 }, 0.4, kDouble);
        const auto shiftError = [&] {
            const torch::Tensor moved = net(torch::roll(x, 8, 2), level, context);
            return (moved - torch::roll(net(x, level, context), 8, 2)).abs().max().item<double>();
        };
        QVERIFY(shiftError() < 1e-12);
        context.edges = Edges::Zero;
        QVERIFY(shiftError() > 1e-4);
        context.edges = Edges::Circular;
        QCOMPARE(net(torch::randn({ 2, 4, 4 }, kDouble), level, context).size(2), 4);
    }

    /// A fresh block of skip scale 0 leaves the signal alone; level and text reach the output.
    void conditioning()
    {
        torch::manual_seed(6);
        UNet1d net(smallUNet());
        const torch::Tensor x = torch::randn({ 2, 4, 8 });
        UNetContext context = smallContext(8, torch::kFloat32);
        const torch::Tensor base = net(x, torch::full({ 2 }, 0.3), context);
        QVERIFY(!torch::allclose(net(x, torch::full({ 2 }, 0.6), context), base));
        context.text = torch::randn_like(context.text);
        QVERIFY(!torch::allclose(net(x, torch::full({ 2 }, 0.3), context), base));
        const torch::NoGradGuard noGrad;
        for (auto& item : net->named_parameters()) {
            if (item.key() == "net.skip.weight" || item.key() == "net.skip.bias") {
                item.value().zero_();
            }
        }
        QVERIFY(torch::equal(net(x, torch::full({ 2 }, 0.3), context), x));
    }

    /// x + out(softmax(q k^T / sqrt(d)) v), with a normalisation each for queries and for context.
    void attentionItem()
    {
        torch::manual_seed(9);
        NormedAttention item(smallUNet(), 8, 6);
        item->to(torch::kFloat64);
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& p : item->parameters()) {
            p.normal_();
        }
        const auto p = item->named_parameters();
        const auto norm = [&](const std::string& name, const torch::Tensor& x) {
            const torch::Tensor centred = x - x.mean(-1, true);
            return centred / torch::sqrt(centred.pow(2).mean(-1, true) + 1e-5) * p[name + ".weight"]
                + p[name + ".bias"];
        };
        const torch::Tensor x = torch::randn({ 2, 8, 5 }, kDouble);
        const torch::Tensor text = torch::randn({ 2, 7, 6 }, kDouble);
        const torch::Tensor q
            = torch::matmul(norm("norm", x.transpose(1, 2)), p["attention.query.weight"].t());
        const torch::Tensor kv
            = torch::matmul(norm("contextNorm", text), p["attention.keyValue.weight"].t());
        std::vector<torch::Tensor> heads;
        for (std::int64_t h = 0; h < 2; ++h) {
            const torch::Tensor k = kv.narrow(2, 4 * h, 4);
            const torch::Tensor v = kv.narrow(2, 8 + 4 * h, 4);
            const torch::Tensor scores
                = torch::matmul(q.narrow(2, 4 * h, 4), k.transpose(1, 2)) / 2.0;
            heads.push_back(torch::matmul(torch::softmax(scores, -1), v));
        }
        const torch::Tensor out
            = torch::matmul(torch::cat(heads, 2), p["attention.output.weight"].t());
        const torch::Tensor want = x + out.transpose(1, 2);
        QVERIFY((item(x, text) - want).abs().max().item<double>() < 1e-12);
    }

    /// Without modulation the merge is a 1x1 convolution over [skip / sqrt 2, y].
    void skipWithoutModulation()
    {
        UNetConfig config = smallUNet();
        config.level = LevelInput::Channel;
        config.depths.resize(1);
        UNet1d net(config);
        const torch::NoGradGuard noGrad;
        for (auto& entry : net->named_parameters()) {
            if (entry.key() == "net.skip.weight") {
                entry.value().copy_(torch::eye(4, 8).unsqueeze(-1));
            } else if (entry.key() == "net.skip.bias") {
                entry.value().zero_();
            }
        }
        const torch::Tensor x = torch::randn({ 1, 4, 6 });
        const torch::Tensor out = net(x, torch::rand({ 1, 1, 6 }));
        QVERIFY(torch::allclose(out, x * std::sqrt(0.5)));
    }

    /// The variant for ladders reads a level per time step.
    void levelChannelOnALadder()
    {
        UNetConfig config = smallUNet();
        config.level = LevelInput::Channel;
        config.depths[1].injected = 0;
        config.depths[1].crossAttention = false;
        config.depths[2].crossAttention = false;
        UNet1d net(config);
        const WindowDenoiser denoiser = [&](const torch::Tensor& x, const torch::Tensor& level,
                                            std::int64_t) { return net(x, level); };
        LadderOptions options;
        options.axis = 2;
        options.rungs = 3;
        options.context = 1;
        options.stepsPerShift = 1;
        const ChunkNoise noise = [](std::int64_t chunk) {
            const pieria::Noise stream(1, "chunk", static_cast<std::uint64_t>(chunk));
            return normalTensor(stream, { 1, 4, 8 });
        };
        Ladder ladder(denoiser, noise, options);
        for (int i = 0; i < 3; ++i) {
            const auto chunk = std::get<torch::Tensor>(ladder.next());
            QVERIFY(chunk.size(2) == 8 && chunk.isfinite().all().item<bool>());
        }
    }

    void nullText()
    {
        NullText null(5, 3);
        const torch::Tensor text = torch::randn({ 2, 4, 3 });
        const torch::Tensor drop = torch::tensor({ 1, 0 }).to(torch::kBool);
        const torch::Tensor got = null->replace(text, drop);
        QVERIFY(torch::equal(got[1], text[1]));
        QVERIFY(torch::equal(got[0], null(1, 4)[0]));
        QVERIFY(!torch::equal(got[0][0], got[0][1]));
        QVERIFY_THROWS_EXCEPTION(c10::Error, null(1, 6));
    }
};

class DmaeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void frontFrames()
    {
        DmaeConfig config = smallDmae();
        config.fft = 1023;
        config.hop = 256;
        config.audioChannels = 1;
        DmaeEncoder encoder(config);
        QCOMPARE(encoder->magnitudes(torch::zeros({ 1, 1, 1 << 18 })).sizes().vec(),
            (std::vector<std::int64_t> { 1, 512, 1024 }));
        // Parseval: over all bins, sum |X|^2 = sum (w x)^2 with the 1 / sqrt(n) of the front; with
        // the upper half folded, twice the inner bins.
        const torch::Tensor time = torch::arange(8192, torch::kFloat32);
        const torch::Tensor sine = torch::sin(time * (2 * std::numbers::pi * 0.1));
        const torch::Tensor energy
            = encoder->magnitudes(sine.view({ 1, 1, -1 })).pow(2).select(2, 16).squeeze(0);
        const double got = (2 * energy.sum() - energy[0]).item<double>();
        const torch::Tensor frame = sine.narrow(0, 16 * 256 - 511, 1023) * torch::hann_window(1023);
        const double want = frame.pow(2).sum().item<double>();
        QVERIFY(std::abs(got / want - 1) < 1e-4);
    }

    void loadsAndEqualsTheReference()
    {
        const DmaeConfig config = smallDmae();
        for (const std::string prefix : { "", "model.", "a.b." }) {
            Dmae dmae(config);
            const TensorMap state = publishedState(config, prefix);
            const pieria::Status loaded = loadPublishedDmae(*dmae, state);
            QVERIFY2(loaded, loaded ? "" : loaded.error().sentence.c_str());
            const TensorMap plain = publishedState(config, "");
            const Reference reference(config, plain);
            torch::manual_seed(8);
            const torch::Tensor audio = torch::randn({ 1, 2, 320 });
            const torch::Tensor latents = dmae->encode(audio);
            QCOMPARE(latents.sizes().vec(), (std::vector<std::int64_t> { 1, 4, 10 }));
            QVERIFY((latents - reference.encode(audio)).abs().max().item<double>() < 1e-4);
            const torch::Tensor v = dmae(audio, torch::full({ 1 }, 0.37), latents);
            const torch::Tensor want = reference.decode(audio, 0.37, latents);
            QVERIFY((v - want).abs().max().item<double>() < 1e-4);
            QVERIFY(v.abs().max().item<double>() > 1e-2);
        }
    }

    void refusesOtherKeys()
    {
        const DmaeConfig config = smallDmae();
        Dmae dmae(config);
        const auto sentence = [&](const std::function<void(TensorMap&)>& change) {
            TensorMap state = publishedState(config, "m.");
            change(state);
            const pieria::Status status = loadPublishedDmae(*dmae, state);
            return status ? std::string() : status.error().sentence;
        };
        const auto names = [](const std::string& text, const char* key) {
            return text.find(key) != std::string::npos;
        };
        const char* missing = "m.encoder.downsamples.1.blocks.1.block2.project.bias";
        QVERIFY(names(sentence([&](TensorMap& s) { s.erase(missing); }), missing));
        const char* unknown = "m.net.blocks.2.blocks.3.weight";
        QVERIFY(names(sentence([&](TensorMap& s) { s[unknown] = torch::zeros({ 1 }); }), unknown));
        const char* alias = "m.sampler.net.blocks.9.weight";
        QVERIFY(names(sentence([&](TensorMap& s) { s[alias] = torch::zeros({ 1 }); }), alias));
        const char* shape = "m.encoder.to_out.weight";
        QVERIFY(names(sentence([&](TensorMap& s) { s[shape] = torch::zeros({ 2, 2 }); }), shape));
        const char* copy = "m.net.blocks.2.blocks.1.blocks.1.0.bias";
        QVERIFY(names(sentence([&](TensorMap& s) { s[copy] = torch::zeros({ 16 }); }), copy));
        const char* anchor = "net.blocks.0.weight";
        QVERIFY(names(sentence([&](TensorMap& s) { s.clear(); }), anchor));
        QVERIFY(sentence([&](TensorMap& s) { s.erase("m.encoder.stft.window"); }).empty());
        Dmae fresh(config);
        TensorMap broken = publishedState(config, "");
        broken.erase("encoder.to_out.bias");
        const torch::Tensor untouched = tensorsOf(*fresh).at("encoder.out.weight").clone();
        QVERIFY(!loadPublishedDmae(*fresh, broken));
        QVERIFY(torch::equal(tensorsOf(*fresh).at("encoder.out.weight"), untouched));
    }

    void decodes()
    {
        Dmae dmae(smallDmae());
        SampleOptions options;
        options.steps = 3;
        const torch::Tensor latents = torch::tanh(torch::randn({ 1, 4, 10 }));
        const torch::Tensor noise = normalTensor(pieria::Noise(2, "wave"), { 1, 2, 320 });
        const auto out = std::get<torch::Tensor>(dmae->decode(latents, noise, options));
        QCOMPARE(out.sizes().vec(), noise.sizes().vec());
        QVERIFY(out.isfinite().all().item<bool>());
        QVERIFY_THROWS_EXCEPTION(
            c10::Error, std::ignore = dmae->decode(latents, torch::zeros({ 1, 2, 312 }), options));
    }
};

int main(int argc, char** argv)
{
    at::set_num_threads(1);
    UNetTest unet;
    DmaeTest dmae;
    return QTest::qExec(&unet, argc, argv) + QTest::qExec(&dmae, argc, argv);
}
#include "unet_test.moc"
