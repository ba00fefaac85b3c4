#include "core/models/music/latent_generator.h"
#include "core/models/music/score_codec.h"

#include <QTest>

using namespace pieria;
using namespace pieria::models;

namespace {

LatentRequest request(int bars)
{
    LatentRequest made;
    made.plan.bars = bars;
    made.plan.slots[slotIndex(Slot::Drums)] = { true, 0 };
    made.plan.slots[slotIndex(Slot::Chords)] = { true, 0 };
    made.plan.energy.assign(static_cast<std::size_t>(bars), 0.5F);
    made.text.tokens = torch::zeros({ 0, kTextTokenWidth });
    made.seed = 11;
    made.steps = 3;
    made.guidance = 2;
    return made;
}

TextEncoding someText()
{
    torch::manual_seed(8);
    TextEncoding text;
    text.tokens = torch::randn({ 3, kTextTokenWidth });
    text.pooled = torch::randn({ 512 });
    text.gloveMean = torch::randn({ 100 });
    return text;
}

ScoreDenoiser denoiser()
{
    torch::manual_seed(3);
    DenoiserConfig config;
    config.width = 32;
    config.blocks = 1;
    config.heads = 4;
    ScoreDenoiser made(config);
    const torch::NoGradGuard guard;
    for (torch::Tensor& parameter : made->parameters()) {
        parameter.add_(0.05 * torch::randn_like(parameter));
    }
    return made;
}

torch::Tensor run(ScoreDenoiser& model, const LatentRequest& wanted)
{
    return std::get<torch::Tensor>(generateLatents(model, wanted, {}, {}));
}

} // namespace

class LatentGeneratorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void windowsCoverEveryBarOnce()
    {
        for (int bars = 1; bars < 400; ++bars) {
            int next = 0;
            for (const Window& window : windowsOf(bars, false)) {
                QCOMPARE(window.make, next);
                QVERIFY(window.first <= window.make && window.make < window.end);
                QVERIFY(window.end - window.first <= 64);
                next = window.end;
            }
            QCOMPARE(next, bars);
            QCOMPARE(windowsOf(bars, true), (std::vector<Window> { { 0, 0, bars } }));
        }
    }

    void threadsChangeNothing()
    {
        ScoreDenoiser model = denoiser();
        LatentRequest wanted = request(30);
        wanted.text = someText();
        const torch::Tensor one = run(model, wanted);
        wanted.threads = 2;
        QVERIFY(torch::equal(one, run(model, wanted)));
        wanted.seed = 12;
        QVERIFY(!torch::equal(one, run(model, wanted)));
    }

    void whatIsKeptStaysToTheBit()
    {
        ScoreDenoiser model = denoiser();
        LatentRequest wanted = request(20);
        wanted.known = torch::randn({ 20, kSlotCount, kBarChannels });
        wanted.keep = torch::ones({ 20, kSlotCount }, torch::kBool);
        wanted.keep.slice(0, 8, 12).fill_(false);
        const torch::Tensor made = run(model, wanted);
        QVERIFY(torch::equal(made.slice(0, 0, 8), wanted.known.slice(0, 0, 8)));
        QVERIFY(torch::equal(made.slice(0, 12), wanted.known.slice(0, 12)));
        QVERIFY(!torch::equal(made.slice(0, 8, 12), wanted.known.slice(0, 8, 12)));
    }

    void silentSlotsAreZeroAndBeatsBeyondTheBarToo()
    {
        ScoreDenoiser model = denoiser();
        LatentRequest wanted = request(4);
        wanted.plan.metre = { 3, 4 };
        const torch::Tensor made = run(model, wanted);
        QCOMPARE(made.select(1, static_cast<std::int64_t>(slotIndex(Slot::Lead)))
                     .abs()
                     .max()
                     .item<float>(),
            0.0F);
        QCOMPARE(made.slice(2, 3 * kBeatChannels).abs().max().item<float>(), 0.0F);
        QVERIFY(made.select(1, 0).slice(1, 0, 3 * kBeatChannels).abs().min().item<float>() > 0.0F);
    }

    void cancelStopsWithinACall()
    {
        ScoreDenoiser model = denoiser();
        int calls = 0;
        const auto stopAtSecond
            = [&](const StepReport&) { return ++calls < 2 ? Go::On : Go::Stop; };
        const Outcome<torch::Tensor> made = generateLatents(model, request(16), stopAtSecond, {});
        QVERIFY(std::holds_alternative<Cancelled>(made));
        QCOMPARE(calls, 2);
    }

    void negativePromptMatters()
    {
        ScoreDenoiser model = denoiser();
        LatentRequest wanted = request(8);
        wanted.text = someText();
        const torch::Tensor plain = run(model, wanted);
        wanted.negative = someText();
        wanted.negative->tokens = -wanted.negative->tokens;
        QVERIFY(!torch::equal(plain, run(model, wanted)));
    }
};

QTEST_GUILESS_MAIN(LatentGeneratorTest)
#include "latent_generator_test.moc"
