// Schedule, v-objective and solvers against closed forms: for data N(mu, sigma^2) the exact
// denoiser is known, and a sampler driven by it is the affine map z -> mu + g z.
#include "core/models/diffusion/noise_tensor.h"
#include "core/models/diffusion/sampler.h"

#include <QtTest>

#include <cmath>

using namespace pieria::models;

namespace {

const auto kDouble = torch::TensorOptions(torch::kFloat64);

Denoiser gaussian(double mu, double sigma)
{
    return [=](const torch::Tensor& x, const torch::Tensor& level) {
        const MixTensors mix = mixAt(level);
        const double variance = sigma * sigma;
        const torch::Tensor total = mix.alpha * mix.alpha * variance + mix.beta * mix.beta;
        const torch::Tensor centred = x - mix.alpha * mu;
        const torch::Tensor clean = mu + mix.alpha * variance * centred / total;
        const torch::Tensor noise = mix.beta * centred / total;
        return mix.alpha * noise - mix.beta * clean;
    };
}

torch::Tensor run(const Denoiser& denoiser, const torch::Tensor& z, Method method, int steps)
{
    SampleOptions options;
    options.method = method;
    options.steps = steps;
    return std::get<torch::Tensor>(sample(denoiser, z, options));
}

double largest(const torch::Tensor& x)
{
    return x.abs().max().item<double>();
}

} // namespace

class ScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void circle()
    {
        for (int i = 0; i <= 1000; ++i) {
            const Mix mix = mixAt(i / 1000.0);
            QVERIFY(std::abs(mix.alpha * mix.alpha + mix.beta * mix.beta - 1) < 1e-15);
        }
        QCOMPARE(mixAt(0.0).alpha, 1.0);
        QCOMPARE(mixAt(0.0).beta, 0.0);
        QCOMPARE(mixAt(1.0).beta, 1.0);
        QCOMPARE(mixAt(1.0).alpha, 0.0);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, std::ignore = mixAt(1.01));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, std::ignore = mixAt(std::nan("")));
    }

    void tensorCircleAgrees()
    {
        const torch::Tensor level = torch::linspace(0, 1, 33, kDouble);
        const MixTensors mix = mixAt(level);
        for (int i = 0; i < 33; ++i) {
            const Mix one = mixAt(level[i].item<double>());
            QVERIFY(std::abs(mix.alpha[i].item<double>() - one.alpha) < 1e-15);
            QVERIFY(std::abs(mix.beta[i].item<double>() - one.beta) < 1e-15);
        }
    }

    void levels()
    {
        const std::vector<double> all = levelsFrom(1, 7);
        QCOMPARE(all.size(), std::size_t { 8 });
        QCOMPARE(all.front(), 1.0);
        QCOMPARE(all.back(), 0.0);
        for (std::size_t i = 0; i < 7; ++i) {
            QVERIFY(std::abs(all[i] - all[i + 1] - 1.0 / 7) < 1e-15);
        }
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, std::ignore = levelsFrom(1, 0));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, std::ignore = levelsFrom(0, 3));
    }

    void recoverUndoesCorrupt()
    {
        torch::manual_seed(1);
        const torch::Tensor clean = torch::randn({ 64, 5, 3 }, kDouble);
        const torch::Tensor noise = torch::randn({ 64, 5, 3 }, kDouble);
        const torch::Tensor level = torch::rand({ 64, 5, 1 }, kDouble);
        const Recovered got
            = recover(corrupt(clean, noise, level), velocity(clean, noise, level), level);
        QVERIFY(largest(got.clean - clean) < 1e-12);
        QVERIFY(largest(got.noise - noise) < 1e-12);
    }

    void gains_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("sigma");
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("gain");
        const std::array<int, 5> steps { 10, 20, 50, 100, 200 };
        const auto rows = [&](Method method, const char* name, double sigma,
                              const std::array<double, 5>& gains) {
            for (std::size_t i = 0; i < steps.size(); ++i) {
                QTest::addRow("%s, sigma %g, %d steps", name, sigma, steps[i])
                    << static_cast<int>(method) << sigma << steps[i] << gains[i];
            }
        };
        rows(Method::Ddim, "ddim", 0.5, { 0.428037, 0.462828, 0.484810, 0.492348, 0.496159 });
        rows(Method::Ddim, "ddim", 2, { 1.712147, 1.851311, 1.939238, 1.969392, 1.984638 });
        rows(Method::Multistep, "multistep", 0.5,
            { 0.479658, 0.501633, 0.502030, 0.500806, 0.500270 });
        rows(Method::Multistep, "multistep", 2,
            { 1.855533, 1.951417, 1.989341, 1.996758, 1.999040 });
    }

    void gains()
    {
        QFETCH(int, method);
        QFETCH(double, sigma);
        QFETCH(int, steps);
        QFETCH(double, gain);
        const double mu = 1.5;
        const torch::Tensor z = torch::tensor({ 0.0, 1.0, -2.0 }, kDouble);
        const torch::Tensor out
            = run(gaussian(mu, sigma), z.unsqueeze(1), static_cast<Method>(method), steps)
                  .squeeze(1);
        QVERIFY2(std::abs(out[0].item<double>() - mu) < 1e-12, "the mean is exact");
        const double got = out[1].item<double>() - mu;
        QVERIFY2(std::abs(got - gain) < 1e-6, qPrintable(QString::number(got, 'g', 12)));
        QVERIFY(std::abs(out[2].item<double>() - mu + 2 * got) < 1e-12);
    }

    void singlePrecisionAgrees()
    {
        const torch::Tensor z = normalTensor(pieria::Noise(3, "z"), { 8, 16 });
        for (const Method method : { Method::Ddim, Method::Multistep }) {
            const torch::Tensor exact = run(gaussian(0.3, 0.5), z.to(torch::kFloat64), method, 25);
            const torch::Tensor got = run(gaussian(0.3, 0.5), z, method, 25);
            QVERIFY(got.dtype() == torch::kFloat32);
            QVERIFY(largest(got.to(torch::kFloat64) - exact) < 1e-5);
        }
    }

    /// Data N(m, C) with a correlated C: the sampled covariance is that of the map, within the
    /// sampling error of n points (relative standard error of a covariance: sqrt(2 / n)).
    void sampledCovariance()
    {
        const torch::Tensor mean = torch::tensor({ 1.0, -2.0 }, kDouble);
        const torch::Tensor rotation = torch::tensor(
            { std::cos(0.5), -std::sin(0.5), std::sin(0.5), std::cos(0.5) }, kDouble)
                                           .view({ 2, 2 });
        // Along its own axes the data is N(., 0.5^2) and N(., 2^2).
        const Denoiser along0 = gaussian(0, 0.5);
        const Denoiser along1 = gaussian(0, 2);
        const Denoiser denoiser = [&](const torch::Tensor& x, const torch::Tensor& level) {
            const MixTensors mix = mixAt(level);
            const torch::Tensor local = torch::matmul(x - mix.alpha * mean, rotation);
            const torch::Tensor v = torch::cat(
                { along0(local.narrow(1, 0, 1), level), along1(local.narrow(1, 1, 1), level) }, 1);
            return torch::matmul(v, rotation.t()) - mix.beta * mean;
        };
        const std::int64_t n = 40000;
        const torch::Tensor z
            = normalTensor(pieria::Noise(11, "cov"), { n, 2 }).to(torch::kFloat64);
        const torch::Tensor out = run(denoiser, z, Method::Multistep, 50);
        const torch::Tensor centred = out - out.mean(0);
        const torch::Tensor got = torch::matmul(centred.t(), centred) / static_cast<double>(n - 1);
        const torch::Tensor want = torch::matmul(rotation,
            torch::matmul(torch::diag(torch::tensor({ 0.25, 4.0 }, kDouble)), rotation.t()));
        // Five standard errors, plus what 50 steps leave: gains 0.502030 and 1.989341.
        const double error = 5 * 4 * std::sqrt(2.0 / static_cast<double>(n)) + 4 * 0.011;
        QVERIFY(largest(got - want) < error);
        QVERIFY(largest(out.mean(0) - mean) < 5 * 2 / std::sqrt(static_cast<double>(n)));
    }

    void ordersOfConvergence()
    {
        const torch::Tensor one = torch::ones({ 1, 1 }, kDouble);
        const auto error = [&](Method method, int steps) {
            return std::abs(run(gaussian(0, 2), one, method, steps).item<double>() - 2);
        };
        // Halving the step halves DDIM's error and quarters, nearly, that of the second order.
        QVERIFY(std::abs(error(Method::Ddim, 400) / error(Method::Ddim, 800) - 2) < 0.1);
        QVERIFY(error(Method::Multistep, 400) / error(Method::Multistep, 800) > 3);
    }

    /// Starting below level 1 from corrupted data: with `from` small, the data barely moves.
    void variations()
    {
        const torch::Tensor data = torch::linspace(-1, 2, 7, kDouble).view({ 7, 1 });
        SampleOptions options;
        options.from = 1e-4;
        options.steps = 3;
        const torch::Tensor start = corrupt(
            data, torch::randn({ 7, 1 }, kDouble), torch::full({ 7, 1 }, options.from, kDouble));
        const auto out = std::get<torch::Tensor>(sample(gaussian(0.5, 1), start, options));
        QVERIFY(largest(out - data) < 1e-3);
    }

    void cancelsWithinOneCall()
    {
        int calls = 0;
        const Denoiser counting = [&](const torch::Tensor& x, const torch::Tensor& level) {
            ++calls;
            return gaussian(0, 1)(x, level);
        };
        SampleOptions options;
        options.steps = 10;
        std::vector<int> seen;
        options.onStep = [&](const StepReport& report) {
            seen.push_back(report.done);
            return report.done == 4 ? Go::Stop : Go::On;
        };
        const auto out = sample(counting, torch::zeros({ 1, 2 }, kDouble), options);
        QVERIFY(std::holds_alternative<pieria::Cancelled>(out));
        QCOMPARE(calls, 4);
        QCOMPARE(seen, (std::vector<int> { 0, 1, 2, 3, 4 }));
    }
};

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
