#include "core/models/music/conditions.h"
#include "core/models/music/plan_features.h"
#include "core/models/music/score_codec.h"
#include "core/models/music/score_denoiser.h"
#include "core/models/nn/initialise.h"

#include <QTest>

using namespace pieria;
using namespace pieria::models;

namespace {

MusicPlan smallPlan(int bars)
{
    MusicPlan plan;
    plan.bars = bars;
    plan.slots[slotIndex(Slot::Drums)] = { true, 0 };
    plan.slots[slotIndex(Slot::Bass)] = { true, 33 };
    plan.slots[slotIndex(Slot::Lead)] = { true, 73 };
    for (int bar = 0; bar < bars; ++bar) {
        plan.chords.push_back({ bar * plan.metre.ticksPerBar(), (bar * 5) % 12,
            bar % 2 == 0 ? ChordQuality::Minor : ChordQuality::Dominant7, (bar * 5) % 12 });
    }
    plan.sections = { { 0, "A" } };
    plan.energy.assign(static_cast<std::size_t>(bars), 0.5F);
    return plan;
}

ScoreDenoiser smallDenoiser()
{
    torch::manual_seed(3);
    DenoiserConfig config;
    config.width = 32;
    config.blocks = 2;
    config.heads = 4;
    ScoreDenoiser denoiser(config);
    // Zero-initialised outputs would make every property below trivially true.
    const torch::NoGradGuard guard;
    for (torch::Tensor& parameter : denoiser->parameters()) {
        parameter.add_(0.1 * torch::randn_like(parameter));
    }
    return denoiser;
}

double distance(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).abs().max().item<double>();
}

} // namespace

class ScoreDenoiserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizeIsWhatTheCardSays()
    {
        const std::int64_t count = parameterCount(*ScoreDenoiser(DenoiserConfig {}));
        QVERIFY2(count > 5'000'000 && count < 15'000'000, qPrintable(QString::number(count)));
    }

    void paddedSlotsAndBarsChangeNothing()
    {
        const torch::NoGradGuard guard;
        ScoreDenoiser denoiser = smallDenoiser();
        const ConditionItem small = conditionItem(smallPlan(4), 0, 4);
        MusicPlan wide = smallPlan(6);
        wide.slots[slotIndex(Slot::Pad)] = { true, 89 };
        const MusicConditions alone = stackConditions({ small });
        const MusicConditions padded = stackConditions({ small, conditionItem(wide, 0, 6) });
        const torch::Tensor x = torch::randn({ 1, 4, 3, kBarChannels });
        const torch::Tensor level = torch::rand({ 1, 4, 3 });
        torch::Tensor bigX = torch::randn({ 2, 6, 4, kBarChannels });
        torch::Tensor bigLevel = torch::rand({ 2, 6, 4 });
        bigX[0].slice(0, 0, 4).slice(1, 0, 3).copy_(x[0]);
        bigLevel[0].slice(0, 0, 4).slice(1, 0, 3).copy_(level[0]);
        const torch::Tensor small1 = denoiser->forward(x, level, alone)[0];
        const torch::Tensor small2
            = denoiser->forward(bigX, bigLevel, padded)[0].slice(0, 0, 4).slice(1, 0, 3);
        QVERIFY(distance(small1, small2) < 1e-4);
    }

    void loopsHaveNoBeginning()
    {
        const torch::NoGradGuard guard;
        ScoreDenoiser denoiser = smallDenoiser();
        MusicPlan plan = smallPlan(8);
        plan.loop = true;
        MusicConditions conditions = stackConditions({ conditionItem(plan, 0, 8) });
        const torch::Tensor x = torch::randn({ 1, 8, 3, kBarChannels });
        const torch::Tensor level = torch::rand({ 1, 8, 3 });
        const torch::Tensor straight = denoiser->forward(x, level, conditions);
        conditions.bar = conditions.bar.roll(3, 1);
        const torch::Tensor turned = denoiser->forward(x.roll(3, 1), level.roll(3, 1), conditions);
        QVERIFY(distance(straight.roll(3, 1), turned) < 1e-4);
        conditions.loop = { false };
        QVERIFY(distance(straight.roll(3, 1),
                    denoiser->forward(x.roll(3, 1), level.roll(3, 1), conditions))
            > 1e-3);
    }

    void everyConditionIsHeard()
    {
        const torch::NoGradGuard guard;
        ScoreDenoiser denoiser = smallDenoiser();
        const MusicPlan plan = smallPlan(4);
        const torch::Tensor x = torch::randn({ 1, 4, 3, kBarChannels });
        const torch::Tensor level = torch::full({ 1, 4, 3 }, 0.7);
        const auto answer = [&](const MusicPlan& changed) {
            return denoiser->forward(x, level, stackConditions({ conditionItem(changed, 0, 4) }));
        };
        const torch::Tensor base = answer(plan);
        MusicPlan chords = plan;
        chords.chords[2].root = 1;
        MusicPlan program = plan;
        program.slots[slotIndex(Slot::Lead)].program = 40;
        MusicPlan energy = plan;
        energy.energy[1] = 1.0F;
        MusicPlan tempo = plan;
        tempo.bpm = 180;
        for (const MusicPlan& changed : { chords, program, energy, tempo }) {
            QVERIFY(distance(base, answer(changed)) > 1e-4);
        }
        ConditionItem spoken = conditionItem(plan, 0, 4);
        spoken.text = torch::randn({ 5, kTextTokenWidth });
        spoken.pooled = torch::randn({ kTextTokenWidth });
        QVERIFY(distance(base, denoiser->forward(x, level, stackConditions({ spoken }))) > 1e-4);
    }
};

QTEST_GUILESS_MAIN(ScoreDenoiserTest)
#include "score_denoiser_test.moc"
