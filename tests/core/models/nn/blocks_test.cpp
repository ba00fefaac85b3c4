// Attention, features, normalisation, initialisation and EMA against closed forms.
#include "core/models/nn/attention.h"
#include "core/models/nn/ema.h"
#include "core/models/nn/features.h"
#include "core/models/nn/initialise.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace pieria::models;

namespace {

const auto kDouble = torch::TensorOptions(torch::kFloat64);

double largest(const torch::Tensor& x)
{
    return x.abs().max().item<double>();
}

/// softmax(q k^T / sqrt(c) + bias) v with loops.
torch::Tensor slowAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
    const torch::Tensor& bias)
{
    torch::Tensor out = torch::zeros_like(q);
    for (std::int64_t i = 0; i < q.size(2); ++i) {
        const torch::Tensor row = q.narrow(2, i, 1);
        torch::Tensor score = (row * k).sum(-1) / std::sqrt(static_cast<double>(q.size(3)));
        if (bias.defined()) {
            score = score + bias.select(2, i);
        }
        const torch::Tensor weight = torch::exp(score) / torch::exp(score).sum(-1, true);
        out.select(2, i).copy_((weight.unsqueeze(-1) * v).sum(2));
    }
    return out;
}

} // namespace

class AttentionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void equalsItsDefinition()
    {
        torch::manual_seed(1);
        const torch::Tensor q = torch::randn({ 2, 3, 5, 4 }, kDouble);
        const torch::Tensor k = torch::randn({ 2, 3, 7, 4 }, kDouble);
        const torch::Tensor v = torch::randn({ 2, 3, 7, 4 }, kDouble);
        const torch::Tensor bias = torch::randn({ 1, 3, 5, 7 }, kDouble);
        QVERIFY(largest(attend(q, k, v, bias) - slowAttention(q, k, v, bias)) < 1e-12);
        QVERIFY(largest(attend(q, k, v) - slowAttention(q, k, v, {})) < 1e-12);
    }

    /// Long queries are worked through in blocks: 3 x 1100 x 2000 scores are more than one.
    void blocksOfQueries()
    {
        torch::manual_seed(2);
        const torch::Tensor q = torch::randn({ 1, 3, 1100, 2 }, kDouble);
        const torch::Tensor k = torch::randn({ 1, 3, 2000, 2 }, kDouble);
        const torch::Tensor v = torch::randn({ 1, 3, 2000, 2 }, kDouble);
        const torch::Tensor bias = torch::randn({ 1, 1, 1100, 2000 }, kDouble);
        const torch::Tensor scores = torch::matmul(q, k.transpose(-2, -1)) / std::sqrt(2.0) + bias;
        QVERIFY(
            largest(attend(q, k, v, bias) - torch::matmul(torch::softmax(scores, -1), v)) < 1e-12);
    }

    void paddingIsNotSeen()
    {
        torch::manual_seed(3);
        const torch::Tensor q = torch::randn({ 2, 1, 3, 4 });
        torch::Tensor k = torch::randn({ 2, 1, 6, 4 });
        torch::Tensor v = torch::randn({ 2, 1, 6, 4 });
        torch::Tensor valid = torch::ones({ 2, 6 }, torch::kBool);
        valid[0].slice(0, 4).fill_(false);
        const torch::Tensor bias = paddingBias(valid, torch::kFloat32);
        QCOMPARE(bias.sizes().vec(), (std::vector<std::int64_t> { 2, 1, 1, 6 }));
        const torch::Tensor before = attend(q, k, v, bias);
        k[0].slice(1, 4).fill_(100);
        v[0].slice(1, 4).fill_(-100);
        QVERIFY(torch::equal(attend(q, k, v, bias), before));
        const torch::Tensor nothing
            = attend(q, k, v, paddingBias(torch::zeros({ 2, 6 }, torch::kBool), torch::kFloat32));
        QVERIFY(nothing.isfinite().all().item<bool>());
    }

    void moduleShapesAndContext()
    {
        AttentionOptions options;
        options.dim = 10;
        options.contextDim = 6;
        options.heads = 3;
        options.headDim = 4;
        Attention attention(options);
        QCOMPARE(parameterCount(*attention), 10 * 12 + 6 * 24 + 12 * 10);
        const torch::Tensor x = torch::randn({ 2, 5, 10 });
        const torch::Tensor context = torch::randn({ 2, 8, 6 });
        QCOMPARE(attention(x, context).sizes().vec(), x.sizes().vec());
        // Without positions, the order of the context does not matter; that of x is kept.
        const torch::Tensor mixed = context.flip(1);
        QVERIFY(torch::allclose(attention(x, mixed), attention(x, context), 1e-4, 1e-5));
        QVERIFY(torch::allclose(
            attention(x.flip(1), context), attention(x, context).flip(1), 1e-4, 1e-5));
    }

    void relativeBias()
    {
        RelativeBias bias(2, 3);
        const torch::NoGradGuard noGrad;
        torch::Tensor table = bias->parameters().front();
        QVERIFY(torch::equal(table, torch::zeros({ 7, 2 })));
        table.copy_(torch::arange(14).view({ 7, 2 }));
        const torch::Tensor line = bias(6, Topology::Line);
        QCOMPARE(line.sizes().vec(), (std::vector<std::int64_t> { 1, 2, 6, 6 }));
        for (int i = 0; i < 6; ++i) {
            for (int j = 0; j < 6; ++j) {
                const int row = std::clamp(j - i, -3, 3) + 3;
                QCOMPARE(line[0][1][i][j].item<float>(), static_cast<float>(2 * row + 1));
            }
        }
        const torch::Tensor circle = bias(6, Topology::Circle);
        for (int i = 0; i < 6; ++i) {
            for (int j = 0; j < 6; ++j) {
                const int forward = (j - i + 6) % 6;
                const int row = (forward > 3 ? forward - 6 : forward) + 3;
                QCOMPARE(circle[0][0][i][j].item<float>(), static_cast<float>(2 * row));
            }
        }
    }

    /// On a circle, attention with the relative bias commutes with every rotation; on a line it
    /// does not.
    void rotations()
    {
        torch::manual_seed(4);
        AttentionOptions options;
        options.dim = 8;
        options.heads = 2;
        options.headDim = 4;
        Attention attention(options);
        RelativeBias bias(2, 4);
        attention->to(torch::kFloat64);
        bias->to(torch::kFloat64);
        const torch::NoGradGuard noGrad;
        bias->parameters().front().normal_();
        for (const std::int64_t length : { 1, 2, 7, 12 }) {
            const torch::Tensor x = torch::randn({ 1, length, 8 }, kDouble);
            for (std::int64_t shift = 0; shift < length; ++shift) {
                const auto error = [&](Topology topology) {
                    const torch::Tensor b = bias(length, topology);
                    const torch::Tensor moved = torch::roll(x, shift, 1);
                    return largest(
                        attention(moved, moved, b) - torch::roll(attention(x, x, b), shift, 1));
                };
                QVERIFY(error(Topology::Circle) < 1e-12);
                QVERIFY(shift == 0 || length < 7 || error(Topology::Line) > 1e-3);
            }
        }
    }

    void normalisation()
    {
        torch::manual_seed(5);
        const torch::Tensor x = torch::randn({ 3, 4, 16 }, kDouble) * 3 + 2;
        const torch::Tensor out = plainLayerNorm(x);
        QVERIFY(largest(out.mean(-1)) < 1e-12);
        QVERIFY(largest(out.pow(2).mean(-1) - 1) < 1e-5);
    }

    void adaptiveNormStartsAsNothing()
    {
        AdaLayerNorm ada(6, 4);
        const torch::Tensor x = torch::randn({ 2, 5, 6 });
        const Modulation fresh = ada(torch::randn({ 2, 4 }));
        QVERIFY(torch::equal(fresh.gate, torch::zeros({ 2, 1, 6 })));
        QVERIFY(torch::equal(fresh.apply(x), plainLayerNorm(x)));
        const torch::NoGradGuard noGrad;
        for (torch::Tensor& p : ada->parameters()) {
            p.normal_();
        }
        const Modulation perToken = ada(torch::randn({ 2, 5, 4 }));
        QCOMPARE(perToken.apply(x).sizes().vec(), x.sizes().vec());
        QVERIFY(torch::equal(
            perToken.apply(x), plainLayerNorm(x) * (1 + perToken.scale) + perToken.shift));
    }
};

class FeaturesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sinusoidsHitTheirFrequencies()
    {
        const torch::Tensor x = torch::tensor({ 0.0, 0.3, 1.0 }, kDouble);
        const torch::Tensor out = sinusoids(x, 3, 1, 100);
        QCOMPARE(out.sizes().vec(), (std::vector<std::int64_t> { 3, 6 }));
        for (int i = 0; i < 3; ++i) {
            const double value = x[i].item<double>();
            for (int f = 0; f < 3; ++f) {
                const double frequency = std::pow(10, f);
                QVERIFY(std::abs(out[i][f].item<double>() - std::sin(frequency * value)) < 1e-12);
                QVERIFY(
                    std::abs(out[i][3 + f].item<double>() - std::cos(frequency * value)) < 1e-12);
            }
        }
    }

    void levelFeaturesShareTheirBlock()
    {
        FourierFeatures features(128, 1024);
        QCOMPARE(parameterCount(*features), 128 + 257 * 1024 + 1024 + 1024 * 1024 + 1024);
        FourierFeatures small(3, 4);
        small->to(torch::kFloat64);
        const auto p = small->named_parameters();
        const double s = 0.37;
        const torch::Tensor angle = 2 * std::numbers::pi * s * p["frequencies"];
        torch::Tensor want
            = torch::cat({ torch::full({ 1 }, s, kDouble), torch::sin(angle), torch::cos(angle) });
        const auto layer = [&](const char* name, const torch::Tensor& in) {
            return torch::gelu(torch::matmul(p[std::string(name) + ".weight"], in)
                + p[std::string(name) + ".bias"]);
        };
        want = layer("shared", layer("shared", layer("project", want)));
        const torch::Tensor got = small(torch::full({ 2, 1 }, s, kDouble));
        QCOMPARE(got.sizes().vec(), (std::vector<std::int64_t> { 2, 1, 4 }));
        QVERIFY(largest(got[1][0] - want) < 1e-12);
    }
};

class EmaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// With decay limit 1 and power 1 the average is the arithmetic mean of all values.
    void powerOneIsTheMean()
    {
        torch::nn::Linear layer(3, 2);
        Ema ema({ 1, 1 });
        torch::Tensor sum = torch::zeros({ 2, 3 });
        for (int i = 0; i < 20; ++i) {
            const torch::NoGradGuard noGrad;
            layer->weight.normal_();
            sum += layer->weight;
            ema.update(*layer);
        }
        QVERIFY(torch::allclose(ema.average().at("weight"), sum / 20, 1e-4, 1e-6));
        QCOMPARE(ema.updates(), 20);
    }

    /// After the warm-up, a constant input is approached as decay^n.
    void geometricApproach()
    {
        torch::nn::Linear layer(1, 1);
        layer->to(torch::kFloat64);
        Ema ema({ 0.9, 0.7 });
        const torch::NoGradGuard noGrad;
        layer->weight.fill_(1);
        ema.update(*layer);
        QCOMPARE(ema.decayAt(0), 0.0);
        layer->weight.fill_(0);
        double want = 1;
        for (int t = 1; t < 60; ++t) {
            ema.update(*layer);
            want *= std::min(0.9, 1 - std::pow(1.0 + t, -0.7));
            QVERIFY(std::abs(ema.average().at("weight").item<double>() - want) < 1e-12);
        }
        QCOMPARE(ema.decayAt(1000), 0.9);
    }

    void scopeSwapsAndRestores()
    {
        torch::nn::BatchNorm1d layer(2);
        Ema ema;
        ema.update(*layer);
        const torch::NoGradGuard noGrad;
        layer->weight.fill_(5);
        layer->running_mean.fill_(3);
        {
            const EmaScope scope(*layer, ema);
            QVERIFY((layer->weight == 1).all().item<bool>());
            QVERIFY((layer->running_mean == 0).all().item<bool>());
        }
        QVERIFY((layer->weight == 5).all().item<bool>());
        QVERIFY((layer->running_mean == 3).all().item<bool>());
    }

    void goesOnFromSavedValues()
    {
        torch::manual_seed(7);
        torch::nn::Linear layer(2, 2);
        Ema whole({ 0.95, 0.7 });
        Ema first({ 0.95, 0.7 });
        Ema second({ 0.95, 0.7 });
        for (int i = 0; i < 10; ++i) {
            const torch::NoGradGuard noGrad;
            layer->weight.normal_();
            whole.update(*layer);
            if (i < 5) {
                first.update(*layer);
                Ema::Tensors copy;
                for (const auto& [name, value] : first.average()) {
                    copy.emplace(name, value.clone());
                }
                second.restore(copy, first.updates());
            } else {
                second.update(*layer);
            }
        }
        QVERIFY(torch::equal(whole.average().at("weight"), second.average().at("weight")));
    }
};

class InitialiseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seededStart()
    {
        const auto start = [](std::uint64_t seed) {
            torch::nn::Sequential net(torch::nn::Linear(64, 32), torch::nn::Conv1d(8, 4, 3));
            seedParameters(*net, seed, 2);
            return net;
        };
        const auto a = start(1)->parameters();
        const auto b = start(1)->parameters();
        const auto c = start(2)->parameters();
        QVERIFY(torch::equal(a[0], b[0]) && torch::equal(a[2], b[2]));
        QVERIFY(!torch::equal(a[0], c[0]));
        QVERIFY(std::abs(a[0].std().item<double>() - 2 / 8.0) < 0.02);
        QCOMPARE(largest(a[1]), 0.0);
        FourierFeatures features(64, 8);
        seedParameters(*features, 1);
        const torch::Tensor first = features->named_parameters()["frequencies"].clone();
        seedParameters(*features, 1);
        QVERIFY(torch::equal(features->named_parameters()["frequencies"], first));
        QVERIFY(std::abs(first.std().item<double>() - 1) < 0.4);
        torch::nn::GroupNorm norm(2, 4);
        seedParameters(*norm, 1);
        QCOMPARE(norm->weight.min().item<float>(), 1.0F);
        torch::nn::Conv1d conv(2, 2, 3);
        zeroInitialise(*conv);
        QVERIFY(torch::equal(conv(torch::randn({ 1, 2, 5 })), torch::zeros({ 1, 2, 3 })));
        torch::nn::Sequential net(torch::nn::Linear(10, 20));
        xavierInitialise(*net);
        QVERIFY(largest(net->parameters()[0]) <= std::sqrt(6.0 / 30));
        QCOMPARE(largest(net->parameters()[1]), 0.0);
    }
};

int main(int argc, char** argv)
{
    at::set_num_threads(1);
    AttentionTest attention;
    FeaturesTest features;
    EmaTest ema;
    InitialiseTest initialise;
    return QTest::qExec(&attention, argc, argv) + QTest::qExec(&features, argc, argv)
        + QTest::qExec(&ema, argc, argv) + QTest::qExec(&initialise, argc, argv);
}
#include "blocks_test.moc"
