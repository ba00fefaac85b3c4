#include "core/models/diffusion/ladder.h"
#include "core/models/diffusion/noise_tensor.h"

#include <QtTest>

#include <cmath>

using namespace pieria::models;

namespace {

const auto kDouble = torch::TensorOptions(torch::kFloat64);

/// Exact denoiser of N(mu, sigma^2), every element alone.
torch::Tensor gaussian(const torch::Tensor& x, const torch::Tensor& level, double mu, double sigma)
{
    const MixTensors mix = mixAt(level);
    const double variance = sigma * sigma;
    const torch::Tensor total = mix.alpha * mix.alpha * variance + mix.beta * mix.beta;
    const torch::Tensor centred = x - mix.alpha * mu;
    const torch::Tensor clean = mu + mix.alpha * variance * centred / total;
    return mix.alpha * mix.beta * centred / total - mix.beta * clean;
}

torch::Tensor chunkNoise(std::int64_t chunk)
{
    const pieria::Noise noise(9, "chunk", static_cast<std::uint64_t>(chunk));
    return normalTensor(noise, { 1, 4, 3 }).to(torch::kFloat64);
}

/// Mixes neighbours, so that a chunk depends on its context and on the rungs above.
torch::Tensor mixing(const torch::Tensor& x, const torch::Tensor& level, std::int64_t)
{
    const torch::Tensor near = 0.4 * torch::roll(x, 1, 1) + 0.2 * x.mean(1, true);
    return gaussian(x, level, 0, 1) + 0.1 * torch::tanh(near) * level;
}

torch::Tensor take(Ladder& ladder, int chunks)
{
    std::vector<torch::Tensor> parts;
    for (int i = 0; i < chunks; ++i) {
        parts.push_back(std::get<torch::Tensor>(ladder.next()));
    }
    return torch::cat(parts, 1);
}

} // namespace

class LadderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every chunk, the first ones too, takes rungs * stepsPerShift equal steps from 1 to 0.
    void equalsThePlainSamplerOnIndependentData()
    {
        for (const Method method : { Method::Ddim, Method::Multistep }) {
            LadderOptions options;
            options.rungs = 5;
            options.stepsPerShift = 4;
            options.context = 2;
            options.method = method;
            const WindowDenoiser net = [](const torch::Tensor& x, const torch::Tensor& level,
                                           std::int64_t) { return gaussian(x, level, 0.7, 2); };
            Ladder ladder(net, chunkNoise, options);
            SampleOptions plain;
            plain.method = method;
            plain.steps = 20;
            const Denoiser alone = [](const torch::Tensor& x, const torch::Tensor& level) {
                return gaussian(x, level, 0.7, 2);
            };
            for (int i = 0; i < 12; ++i) {
                const torch::Tensor want
                    = std::get<torch::Tensor>(sample(alone, chunkNoise(i), plain));
                const torch::Tensor got = std::get<torch::Tensor>(ladder.next());
                QVERIFY((got - want).abs().max().item<double>() < 1e-12);
            }
        }
    }

    void levelsRiseAndContextIsClean()
    {
        LadderOptions options;
        options.rungs = 3;
        options.context = 2;
        options.stepsPerShift = 2;
        std::vector<std::vector<double>> seen;
        std::vector<std::int64_t> firsts;
        std::vector<torch::Tensor> finished;
        const WindowDenoiser net = [&](const torch::Tensor& x, const torch::Tensor& level,
                                       std::int64_t first) {
            TORCH_CHECK(level.dim() == 3 && level.size(2) == 1 && level.size(1) == x.size(1));
            std::vector<double> perChunk;
            for (std::int64_t i = 0; i < x.size(1); i += 4) {
                perChunk.push_back(level[0][i][0].item<double>());
                if (perChunk.back() == 0) {
                    const auto chunk = static_cast<std::size_t>(first + i / 4);
                    TORCH_CHECK(torch::equal(x.narrow(1, i, 4), finished.at(chunk)), "context");
                }
            }
            seen.push_back(perChunk);
            firsts.push_back(first);
            return gaussian(x, level, 0, 1);
        };
        Ladder ladder(net, chunkNoise, options);
        for (int i = 0; i < 5; ++i) {
            finished.push_back(std::get<torch::Tensor>(ladder.next()).clone());
            QVERIFY(ladder.windowChunks() <= 5);
        }
        // 6 calls for the first chunk, 2 for each further one.
        QCOMPARE(seen.size(), std::size_t { 14 });
        const auto near = [](const std::vector<double>& a, const std::vector<double>& b) {
            return a.size() == b.size()
                && std::equal(a.begin(), a.end(), b.begin(),
                    [](double p, double q) { return std::abs(p - q) < 1e-12; });
        };
        const double sixth = 1.0 / 6;
        QVERIFY(near(seen[0], { 1, 1, 1 }));
        QVERIFY(near(seen[1], { 5 * sixth, 1, 1 }));
        QVERIFY(near(seen[4], { 2 * sixth, 4 * sixth, 1 }));
        QVERIFY(near(seen[6], { 0, 2 * sixth, 4 * sixth, 1 }));
        QVERIFY(near(seen[13], { 0, 0, sixth, 3 * sixth, 5 * sixth }));
        QCOMPARE(firsts.front(), 0);
        QCOMPARE(firsts.back(), 2);
    }

    void whatWasReturnedNeverChanges()
    {
        LadderOptions options;
        options.rungs = 4;
        options.context = 3;
        Ladder shorter(mixing, chunkNoise, options);
        Ladder longer(mixing, chunkNoise, options);
        const torch::Tensor few = take(shorter, 3);
        const torch::Tensor kept = few.clone();
        const torch::Tensor many = take(longer, 12);
        QVERIFY(torch::equal(few, many.narrow(1, 0, few.size(1))));
        std::ignore = take(shorter, 9);
        QVERIFY(torch::equal(few, kept));
        QCOMPARE(shorter.finished(), 12);
    }

    void memoryIsConstant()
    {
        LadderOptions options;
        options.rungs = 4;
        options.context = 3;
        std::int64_t longest = 0;
        const WindowDenoiser net
            = [&](const torch::Tensor& x, const torch::Tensor& level, std::int64_t first) {
                  longest = std::max(longest, x.size(1));
                  return mixing(x, level, first);
              };
        Ladder ladder(net, chunkNoise, options);
        for (int i = 0; i < 60; ++i) {
            std::ignore = ladder.next();
        }
        QCOMPARE(longest, 7 * 4);
        QCOMPARE(ladder.windowChunks(), 7);
    }

    void continuesWhatWasGiven()
    {
        LadderOptions options;
        options.rungs = 2;
        options.context = 2;
        options.axis = 1;
        const torch::Tensor given = torch::arange(36, kDouble).view({ 1, 12, 3 });
        std::int64_t first = 0;
        torch::Tensor context;
        const WindowDenoiser net
            = [&](const torch::Tensor& x, const torch::Tensor& level, std::int64_t at) {
                  if (!context.defined()) {
                      context = x.narrow(1, 0, 8).clone();
                      first = at;
                  }
                  return mixing(x, level, at);
              };
        Ladder ladder(net, chunkNoise, options, given);
        std::ignore = ladder.next();
        QCOMPARE(first, -2);
        QVERIFY(torch::equal(context, given.narrow(1, 4, 8)));
        QVERIFY_THROWS_EXCEPTION(
            c10::Error, Ladder(net, chunkNoise, options, given.narrow(1, 0, 10)));
    }

    void goesOnAfterACancel()
    {
        LadderOptions options;
        options.rungs = 3;
        Ladder broken(mixing, chunkNoise, options);
        int asked = 0;
        int cancels = 0;
        const OnStep everyThird
            = [&](const StepReport&) { return ++asked % 3 == 0 ? Go::Stop : Go::On; };
        std::vector<torch::Tensor> parts;
        while (parts.size() < 4) {
            const auto outcome = broken.next(everyThird);
            if (const auto* chunk = std::get_if<torch::Tensor>(&outcome)) {
                parts.push_back(*chunk);
            } else {
                ++cancels;
            }
        }
        Ladder whole(mixing, chunkNoise, options);
        QVERIFY(cancels > 2);
        QVERIFY(torch::equal(torch::cat(parts, 1), take(whole, 4)));
    }

    void otherAxis()
    {
        LadderOptions options;
        options.axis = 2;
        options.rungs = 2;
        const ChunkNoise noise
            = [](std::int64_t chunk) { return chunkNoise(chunk).transpose(1, 2).contiguous(); };
        const WindowDenoiser net
            = [](const torch::Tensor& x, const torch::Tensor& level, std::int64_t) {
                  TORCH_CHECK(level.size(1) == 1 && level.size(2) == x.size(2));
                  return gaussian(x, level, 0, 1);
              };
        Ladder ladder(net, noise, options);
        QCOMPARE(std::get<torch::Tensor>(ladder.next()).sizes().vec(),
            (std::vector<std::int64_t> { 1, 3, 4 }));
    }
};

QTEST_GUILESS_MAIN(LadderTest)
#include "ladder_test.moc"
