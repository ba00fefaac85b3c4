// Optimiser, checkpoints, learning rate and log.
#include "core/base/file.h"
#include "core/base/noise.h"
#include "core/models/diffusion/noise_tensor.h"
#include "core/models/nn/initialise.h"
#include "core/models/training/checkpoint.h"
#include "core/models/training/learning_rate.h"
#include "core/models/training/training_log.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace pieria;
using namespace pieria::models;

namespace {

torch::nn::Sequential smallNet()
{
    torch::nn::Sequential net(torch::nn::Linear(4, 8), torch::nn::Tanh(), torch::nn::Linear(8, 2));
    seedParameters(*net, 3);
    return net;
}

/// The loss of step `step`, on data that belongs to the step.
torch::Tensor lossOf(torch::nn::Sequential& net, std::int64_t step)
{
    const Noise noise(5, "data", static_cast<std::uint64_t>(step));
    const torch::Tensor x = normalTensor(noise, { 16, 4 });
    return (net->forward(x) - x.narrow(1, 0, 2).sin()).pow(2).mean();
}

/// A run with everything a checkpoint holds.
struct Run
{
    torch::nn::Sequential net = smallNet();
    AdamW optimizer { *net, { 0.9, 0.99, 1e-8, 0.05 } };
    Ema average { { 0.9, 0.7 } };

    TrainingParts parts() { return { *net, optimizer, average }; }
    double step(std::int64_t number)
    {
        optimizer.zeroGradients();
        const torch::Tensor loss = lossOf(net, number);
        loss.backward();
        optimizer.step(rateAt({ 1e-2, 5, 40, 0.1 }, number));
        average.update(*net);
        return loss.item<double>();
    }
};

std::filesystem::path in(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

} // namespace

class TrainingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void learningRate()
    {
        const LearningRate schedule { 2, 4, 104, 0.1 };
        QCOMPARE(rateAt(schedule, 0), 0.5);
        QCOMPARE(rateAt(schedule, 3), 2.0);
        QCOMPARE(rateAt(schedule, 4), 2.0);
        QVERIFY(std::abs(rateAt(schedule, 54) - 1.1) < 1e-12);
        QVERIFY(std::abs(rateAt(schedule, 104) - 0.2) < 1e-12);
        QVERIFY(std::abs(rateAt(schedule, 1000) - 0.2) < 1e-12);
        for (int i = 5; i < 104; ++i) {
            QVERIFY(rateAt(schedule, i) < rateAt(schedule, i - 1));
        }
    }

    void equalsTheLibrarysAdamW()
    {
        torch::nn::Sequential ours = smallNet();
        torch::nn::Sequential theirs = smallNet();
        AdamW adam(*ours, { 0.8, 0.95, 1e-6, 0.1 });
        torch::optim::AdamW reference(theirs->parameters(),
            torch::optim::AdamWOptions(0.01).betas({ 0.8, 0.95 }).eps(1e-6).weight_decay(0.1));
        for (int i = 0; i < 20; ++i) {
            adam.zeroGradients();
            lossOf(ours, i).backward();
            adam.step(0.01);
            reference.zero_grad();
            lossOf(theirs, i).backward();
            reference.step();
        }
        for (std::size_t i = 0; i < ours->parameters().size(); ++i) {
            QVERIFY(torch::allclose(ours->parameters()[i], theirs->parameters()[i], 1e-5, 1e-6));
        }
    }

    void resumedRunGivesTheSameCurve()
    {
        at::set_num_threads(1);
        const QTemporaryDir folder;
        const std::filesystem::path path = in(folder, "run.safetensors");
        Run whole;
        std::vector<double> curve;
        for (int i = 0; i < 30; ++i) {
            if (i == 12) {
                const Status saved = saveCheckpoint(path, whole.parts(), i, { { "seed", "7" } });
                QVERIFY(saved.has_value());
            }
            curve.push_back(whole.step(i));
        }
        Run second;
        std::ignore = second.step(99);
        const Result<Resumed> resumed = loadCheckpoint(path, second.parts());
        QVERIFY2(resumed, resumed ? "" : resumed.error().sentence.c_str());
        QCOMPARE(resumed->step, 12);
        QCOMPARE(resumed->notes, (TensorMetadata { { "seed", "7" } }));
        for (std::int64_t i = resumed->step; i < 30; ++i) {
            QCOMPARE(second.step(i), curve[static_cast<std::size_t>(i)]);
        }
        for (const auto& [name, value] : whole.average.average()) {
            QVERIFY(torch::equal(value, second.average.average().at(name)));
        }
        QVERIFY(curve.back() < 0.7 * curve.front());
    }

    void refusesWhatDoesNotFit()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = in(folder, "run.safetensors");
        Run run;
        std::ignore = run.step(0);
        QVERIFY(saveCheckpoint(path, run.parts(), 1).has_value());
        const TensorMap good = readTensors(path).value();
        const TensorMetadata notes { { "step", "1" }, { "average_updates", "1" } };
        const auto refused = [&](const TensorMap& tensors, const TensorMetadata& metadata) {
            QVERIFY(writeTensors(path, tensors, metadata).has_value());
            Run other;
            const double first = other.net->parameters()[0].sum().item<double>();
            QVERIFY(!loadCheckpoint(path, other.parts()).has_value());
            QCOMPARE(other.net->parameters()[0].sum().item<double>(), first);
            QVERIFY(other.optimizer.state().empty());
            QCOMPARE(other.average.updates(), 0);
        };
        refused(good, {});
        refused(good, { { "step", "-4" }, { "average_updates", "1" } });
        for (const char* part : { "model.0.weight", "optimizer.mean.0.weight",
                 "optimizer.steps.2.bias", "average.0.bias" }) {
            TensorMap less = good;
            less.erase(part);
            refused(less, notes);
            TensorMap other = good;
            other[part] = torch::zeros({ 3, 3 });
            refused(other, notes);
        }
        TensorMap more = good;
        more["model.9.weight"] = torch::zeros({ 1 });
        refused(more, notes);
        more = good;
        more["other"] = torch::zeros({ 1 });
        refused(more, notes);
        Run fresh;
        QVERIFY(!loadCheckpoint(in(folder, "none.safetensors"), fresh.parts()).has_value());
    }

    void weightsForShipping()
    {
        const QTemporaryDir folder;
        Run run;
        for (int i = 0; i < 5; ++i) {
            std::ignore = run.step(i);
        }
        const torch::Tensor own = run.net->parameters()[0].clone();
        for (const Width width : { Width::Single, Width::Half }) {
            const std::filesystem::path path = in(folder, "weights.safetensors");
            QVERIFY(saveWeights(path, *run.net, run.average, width).has_value());
            const bool half = width == Width::Half;
            const auto stored = readTensors(path).value();
            QCOMPARE(stored.at("0.weight").scalar_type(), half ? torch::kFloat16 : torch::kFloat32);
            torch::nn::Sequential net = smallNet();
            QVERIFY(assignTensors(*net, stored).has_value());
            const double error = (net->parameters()[0] - run.average.average().at("0.weight"))
                                     .abs()
                                     .max()
                                     .item<double>();
            QVERIFY(half ? error < 1e-3 : error == 0);
        }
        QVERIFY(torch::equal(run.net->parameters()[0], own));
    }

    void log()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = in(folder, "deep/run.jsonl");
        {
            Result<TrainingLog> log = TrainingLog::open(path);
            QVERIFY(log.has_value());
            QVERIFY(log->write({ { "step", 1 }, { "loss", 0.5 } }).has_value());
            QVERIFY(log->write({ { "step", 2 }, { "loss", std::nan("") } }).has_value());
        }
        QCOMPARE(readFile(path).value(),
            std::string("{\"step\":1,\"loss\":0.5}\n{\"step\":2,\"loss\":null}\n"));
        std::filesystem::resize_file(path, 30);
        Result<TrainingLog> log = TrainingLog::open(path);
        QVERIFY(log->write({ { "step", 2 } }).has_value());
        QCOMPARE(readFile(path).value(), std::string("{\"step\":1,\"loss\":0.5}\n{\"step\":2}\n"));
        QVERIFY(!TrainingLog::open("/proc/no/such/log").has_value());
    }
};

QTEST_GUILESS_MAIN(TrainingTest)
#include "training_test.moc"
