// Given elements, by level and by re-noising; guidance; tasks.
#include "core/models/diffusion/guidance.h"
#include "core/models/diffusion/noise_tensor.h"
#include "core/models/diffusion/sampler.h"
#include "core/models/diffusion/tasks.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <mutex>
#include <set>
#include <thread>

using namespace pieria::models;

namespace {

const auto kDouble = torch::TensorOptions(torch::kFloat64);

/// The exact answer for pairs (a, b) ~ N(0, [[1, r], [r, 1]]), each at a level of its own:
/// E[clean | x] = A C (A C A + B B)^-1 x with A, B the diagonals of alpha and beta.
Denoiser correlatedPairs(double r)
{
    return [r](const torch::Tensor& x, const torch::Tensor& levels) {
        const torch::Tensor level = levels.expand_as(x);
        const MixTensors mix = mixAt(level);
        const torch::Tensor a = mix.alpha.select(1, 0);
        const torch::Tensor b = mix.alpha.select(1, 1);
        // [[1, k], [k, 1]] is A C A + B B, since alpha^2 + beta^2 = 1.
        const torch::Tensor k = r * a * b;
        const torch::Tensor det = 1 - k * k;
        const torch::Tensor x0 = x.select(1, 0);
        const torch::Tensor x1 = x.select(1, 1);
        const torch::Tensor w0 = (x0 - k * x1) / det;
        const torch::Tensor w1 = (x1 - k * x0) / det;
        const torch::Tensor clean = torch::stack({ a * w0 + r * b * w1, r * a * w0 + b * w1 }, 1);
        const torch::Tensor noise
            = torch::stack({ mix.beta.select(1, 0) * w0, mix.beta.select(1, 1) * w1 }, 1);
        return mix.alpha * noise - mix.beta * clean;
    };
}

torch::Tensor tensorOf(const pieria::Outcome<torch::Tensor>& outcome)
{
    return std::get<torch::Tensor>(outcome);
}

FreshNoise freshNoise(std::uint64_t seed, std::vector<std::int64_t> shape)
{
    return [=](std::int64_t draw) {
        const pieria::Noise noise(seed, "fresh", static_cast<std::uint64_t>(draw));
        return normalTensor(noise, shape).to(torch::kFloat64);
    };
}

Known keepFirst(double value, std::int64_t n)
{
    const torch::Tensor keep = torch::zeros({ n, 2 }, torch::kBool);
    keep.select(1, 0).fill_(true);
    return { torch::full({ n, 2 }, value, kDouble), keep };
}

double slopeOf(const torch::Tensor& out, double value)
{
    return out.select(1, 1).mean().item<double>() / value;
}

} // namespace

class KnownTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Held at level 0, the known half conditions exactly: b | a ~ N(r a, 1 - r^2).
    void conditioningByLevels()
    {
        const double r = 0.8;
        const std::int64_t n = 20000;
        const torch::Tensor z = normalTensor(pieria::Noise(5, "z"), { n, 2 }).to(torch::kFloat64);
        for (const Method method : { Method::Ddim, Method::Multistep }) {
            SampleOptions options;
            options.method = method;
            options.steps = 200;
            options.known = keepFirst(1.5, n);
            const torch::Tensor out = tensorOf(sample(correlatedPairs(r), z, options));
            QVERIFY(torch::equal(out.select(1, 0), options.known->values.select(1, 0)));
            QVERIFY(std::abs(slopeOf(out, 1.5) - r) < 0.02);
            QVERIFY(std::abs(out.select(1, 1).std().item<double>() - std::sqrt(1 - r * r)) < 0.02);
        }
    }

    void maskEnds()
    {
        const torch::Tensor z = normalTensor(pieria::Noise(5, "z"), { 6, 2 }).to(torch::kFloat64);
        const torch::Tensor source = torch::arange(12, kDouble).view({ 6, 2 });
        SampleOptions options;
        const torch::Tensor plain = tensorOf(sample(correlatedPairs(0.3), z, options));
        options.known = Known { source, torch::zeros({ 6, 1 }, torch::kBool) };
        QVERIFY(torch::equal(tensorOf(sample(correlatedPairs(0.3), z, options)), plain));
        options.known = Known { source, torch::ones({ 6, 1 }, torch::kBool) };
        QVERIFY(torch::equal(tensorOf(sample(correlatedPairs(0.3), z, options)), source));
    }

    void networkSeesCleanTokensAtLevelZero()
    {
        const torch::Tensor keep = torch::tensor({ 1, 0, 1, 0 }).to(torch::kBool).view({ 1, 4, 1 });
        SampleOptions options;
        options.steps = 5;
        options.known = Known { torch::full({ 2, 4, 3 }, 7, kDouble), keep };
        int calls = 0;
        const Denoiser spy = [&](const torch::Tensor& x, const torch::Tensor& level) {
            const double s = 1 - calls++ / 5.0;
            const torch::Tensor want = torch::tensor({ 0.0, s, 0.0, s }, kDouble).view({ 1, 4, 1 });
            TORCH_CHECK(torch::allclose(level, want), "levels");
            TORCH_CHECK((x.select(1, 0) == 7).all().item<bool>(), "clean");
            return torch::zeros_like(x);
        };
        std::ignore = sample(spy, torch::ones({ 2, 4, 3 }, kDouble), options);
        QCOMPARE(calls, 5);
    }

    void repaintLaws()
    {
        const std::int64_t n = 8;
        const torch::Tensor z = normalTensor(pieria::Noise(6, "z"), { n, 2 }).to(torch::kFloat64);
        const torch::Tensor source = torch::arange(2 * n, kDouble).view({ n, 2 });
        RepaintOptions options;
        options.steps = 12;
        options.resamples = 3;
        const auto repaint = [&](const torch::Tensor& keep) {
            return tensorOf(sampleRepaint(
                correlatedPairs(0.6), z, { source, keep }, freshNoise(1, { n, 2 }), options));
        };
        QVERIFY(torch::equal(repaint(torch::ones({ n, 2 }, torch::kBool)), source));
        SampleOptions plain;
        plain.method = Method::Ddim;
        plain.steps = 12;
        QVERIFY(torch::equal(repaint(torch::zeros({ n, 2 }, torch::kBool)),
            tensorOf(sample(correlatedPairs(0.6), z, plain))));
        const torch::Tensor keep = torch::rand({ n, 2 }) < 0.5;
        const torch::Tensor mixed = repaint(keep);
        QVERIFY(torch::equal(mixed.masked_select(keep), source.masked_select(keep)));
    }

    /// Going back up with fresh noise is what makes the made half agree with the given one: the
    /// regression of b on a approaches r as resamples grow.
    void resamplingHarmonises()
    {
        const double r = 0.9;
        const std::int64_t n = 20000;
        const torch::Tensor z = normalTensor(pieria::Noise(7, "z"), { n, 2 }).to(torch::kFloat64);
        RepaintOptions options;
        options.steps = 20;
        std::vector<double> errors;
        for (const int resamples : { 1, 4, 12 }) {
            options.resamples = resamples;
            const torch::Tensor out = tensorOf(sampleRepaint(
                correlatedPairs(r), z, keepFirst(1.5, n), freshNoise(2, { n, 2 }), options));
            errors.push_back(std::abs(slopeOf(out, 1.5) - r));
        }
        QVERIFY2(errors[1] < 0.5 * errors[0] && errors[2] < errors[1],
            qPrintable(QString("%1 %2 %3").arg(errors[0]).arg(errors[1]).arg(errors[2])));
        QVERIFY(errors[2] < 0.05);
    }

    void repaintCancels()
    {
        RepaintOptions options;
        int asked = 0;
        options.onStep = [&](const StepReport&) { return ++asked == 3 ? Go::Stop : Go::On; };
        const auto out = sampleRepaint(correlatedPairs(0.1), torch::zeros({ 4, 2 }, kDouble),
            keepFirst(0, 4), freshNoise(1, { 4, 2 }), options);
        QVERIFY(std::holds_alternative<pieria::Cancelled>(out));
        QCOMPARE(asked, 3);
    }
};

class GuidanceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formula()
    {
        const torch::Tensor x = torch::randn({ 2, 3 }, kDouble);
        const torch::Tensor level = torch::full({ 2, 1 }, 0.5, kDouble);
        const auto times = [](double factor) {
            return [factor](
                       const torch::Tensor& value, const torch::Tensor&) { return value * factor; };
        };
        Guidance guidance;
        guidance.scale = 3;
        const torch::Tensor got = guided(times(2), times(-1), guidance)(x, level);
        QVERIFY(torch::allclose(got, x * (-1 + 3 * 3.0)));
        guidance.scale = 0;
        QVERIFY(torch::allclose(guided(times(2), times(-1), guidance)(x, level), -x));
    }

    void scaleOneIsThePlainSampler()
    {
        int textCalls = 0;
        int nullCalls = 0;
        const Denoiser text = [&](const torch::Tensor& x, const torch::Tensor& level) {
            ++textCalls;
            return correlatedPairs(0.5)(x, level);
        };
        const Denoiser null = [&](const torch::Tensor& x, const torch::Tensor&) {
            ++nullCalls;
            return x;
        };
        Guidance guidance;
        guidance.scale = 1;
        const torch::Tensor z = normalTensor(pieria::Noise(8, "z"), { 5, 2 }).to(torch::kFloat64);
        SampleOptions options;
        options.steps = 9;
        const torch::Tensor got = tensorOf(sample(guided(text, null, guidance), z, options));
        QCOMPARE(textCalls, 9);
        QCOMPARE(nullCalls, 0);
        QVERIFY(torch::equal(got, tensorOf(sample(correlatedPairs(0.5), z, options))));
    }

    void interval()
    {
        std::vector<double> nullLevels;
        const Denoiser text = [](const torch::Tensor& x, const torch::Tensor&) { return x; };
        const Denoiser null = [&](const torch::Tensor& x, const torch::Tensor& level) {
            nullLevels.push_back(level.max().item<double>());
            return 0.5 * x;
        };
        Guidance guidance;
        guidance.scale = 2;
        guidance.low = 0.25;
        guidance.high = 0.75;
        SampleOptions options;
        options.steps = 8;
        options.known = Known { torch::zeros({ 1, 2 }, kDouble),
            torch::tensor({ 1, 0 }).to(torch::kBool).view({ 1, 2 }) };
        std::ignore = sample(guided(text, null, guidance), torch::ones({ 1, 2 }, kDouble), options);
        QCOMPARE(nullLevels, (std::vector<double> { 0.75, 0.625, 0.5, 0.375, 0.25 }));
    }

    /// With a level per token, only tokens inside the interval are guided.
    void intervalByToken()
    {
        const Denoiser text = [](const torch::Tensor& x, const torch::Tensor&) { return 2 * x; };
        const Denoiser null = [](const torch::Tensor& x, const torch::Tensor&) { return x; };
        Guidance guidance;
        guidance.scale = 3;
        guidance.low = 0.4;
        const torch::Tensor level = torch::tensor({ 0.2, 0.6 }, kDouble).view({ 1, 2, 1 });
        const torch::Tensor got
            = guided(text, null, guidance)(torch::ones({ 1, 2, 1 }, kDouble), level);
        QVERIFY(torch::equal(got, torch::tensor({ 2.0, 4.0 }, kDouble).view({ 1, 2, 1 })));
    }

    void sameBytesForOneAndTwoThreads()
    {
        torch::manual_seed(2);
        torch::nn::Sequential net(torch::nn::Conv1d(torch::nn::Conv1dOptions(8, 64, 3).padding(1)),
            torch::nn::SiLU(), torch::nn::Conv1d(torch::nn::Conv1dOptions(64, 8, 3).padding(1)));
        const auto branch = [&](float bias) {
            return [&net, bias](const torch::Tensor& x, const torch::Tensor& level) mutable {
                return net->forward(x + bias * level);
            };
        };
        const torch::Tensor z = normalTensor(pieria::Noise(4, "z"), { 1, 8, 512 });
        std::vector<torch::Tensor> outs;
        for (const int intraOp : { 1, 2 }) {
            for (const int threads : { 1, 2 }) {
                at::set_num_threads(intraOp);
                Guidance guidance;
                guidance.threads = threads;
                guidance.low = 0.2;
                guidance.high = 0.9;
                SampleOptions options;
                options.steps = 6;
                outs.push_back(
                    tensorOf(sample(guided(branch(0.5F), branch(-1), guidance), z, options)));
            }
        }
        at::set_num_threads(1);
        for (const torch::Tensor& out : outs) {
            QVERIFY(torch::equal(out, outs.front()));
            QVERIFY(out.isfinite().all().item<bool>());
        }
    }
};

class TasksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachTaskOnceWithOneIntraOpThread()
    {
        at::set_num_threads(2);
        const torch::NoGradGuard noGrad;
        for (const int threads : { 1, 2, 5 }) {
            std::vector<int> runs(17, 0);
            std::vector<int> intraOp(17, 0);
            std::vector<char> grad(17, 1);
            std::vector<Task> tasks;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                tasks.push_back([&, i] {
                    ++runs[i];
                    intraOp[i] = at::get_num_threads();
                    grad[i] = torch::GradMode::is_enabled() ? 1 : 0;
                });
            }
            runTasks(tasks, threads);
            QCOMPARE(runs, std::vector<int>(17, 1));
            QCOMPARE(intraOp, std::vector<int>(17, 1));
            QCOMPARE(grad, std::vector<char>(17, 0));
            QCOMPARE(at::get_num_threads(), 2);
        }
        at::set_num_threads(1);
        runTasks({}, 2);
    }

    void bothRunAtOnce()
    {
        std::atomic<int> inside { 0 };
        const Task meet = [&] {
            ++inside;
            while (inside < 2) {
                std::this_thread::yield();
            }
        };
        runTasks({ meet, meet }, 2);
        QCOMPARE(inside.load(), 2);
    }

    void firstFailureInListOrder()
    {
        int ran = 0;
        const std::vector<Task> tasks { [&] { ++ran; }, [] { throw std::runtime_error("one"); },
            [] { throw std::logic_error("two"); } };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, runTasks(tasks, 2));
        QCOMPARE(ran, 1);
    }
};

int main(int argc, char** argv)
{
    KnownTest known;
    GuidanceTest guidance;
    TasksTest tasks;
    return QTest::qExec(&known, argc, argv) + QTest::qExec(&guidance, argc, argv)
        + QTest::qExec(&tasks, argc, argv);
}
#include "known_test.moc"
