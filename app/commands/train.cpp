// pieria train music: trains the models on a corpus.
#include "app/commands/verbs.h"
#include "core/base/paths.h"
#include "core/engine/train_runner.h"

#include <cstdio>
#include <memory>
#include <utility>

namespace pieria::app {

namespace {

struct TrainOptions
{
    CommonOptions common;
    std::string stage;
    MusicTrainRequest request;
};

Result<Outcome<Answer>> trainMusic(TrainOptions options, Console& console)
{
    MusicTrainRequest& request = options.request;
    request.stage = options.stage == "codec" ? MusicStage::Codec : MusicStage::Generator;
    request.models = resourcesFolder() / "models";
    request.seed = options.common.seed.value_or(request.seed);
    request.steps = options.common.steps.value_or(0);
    request.threads = options.common.threads;
    const Result<std::unique_ptr<TrainRunner>> runner = makeMusicTrainer(request);
    if (!runner) {
        return tl::unexpected(runner.error());
    }
    console.onPreview([&console](const std::any& value) {
        if (const auto* const point = std::any_cast<LossPoint>(&value)) {
            char text[80] = {};
            std::snprintf(text, sizeof text, "step %lld  loss %.5f",
                static_cast<long long>(point->step), point->loss);
            console.note(text);
        }
    });
    const Result<Outcome<TrainOutcome>> trained = (*runner)->run(console);
    if (!trained) {
        return tl::unexpected(trained.error());
    }
    if (std::holds_alternative<Cancelled>(*trained)) {
        return Outcome<Answer>(Cancelled {});
    }
    const TrainOutcome& outcome = std::get<TrainOutcome>(*trained);
    Answer answer;
    answer.fields = { { "step", outcome.step }, { "weights", outcome.weights.string() },
        { "metrics", Json::object() } };
    answer.text = "Step " + std::to_string(outcome.step) + ", weights in "
        + outcome.weights.string() + "\n";
    for (const Metric& metric : outcome.metrics) {
        answer.fields["metrics"][metric.name] = metric.value;
        char value[40] = {};
        std::snprintf(value, sizeof value, "%.4f", metric.value);
        answer.text += "  " + metric.name + ": " + value + "\n";
    }
    return Outcome<Answer>(std::move(answer));
}

} // namespace

void addTrainVerb(CLI::App& program, Action& action)
{
    CLI::App* const train = program.add_subcommand("train", "Train the models");
    train->require_subcommand(1);
    CLI::App* const music = train->add_subcommand("music",
        "Train a stage of the music model on the CPU. Resumes from the last\n"
        "checkpoint in the output folder; Ctrl+C keeps one.");
    const auto options = std::make_shared<TrainOptions>();
    MusicTrainRequest& request = options->request;
    request.corpus = "training/corpus/music";
    request.out = "training/music";
    music->add_option("STAGE", options->stage, "codec (first) or generator")
        ->required()
        ->check(CLI::IsMember({ "codec", "generator" }).description(""));
    music->add_option("--corpus", request.corpus, "Folder made by \"pieria corpus music\"")
        ->type_name("FOLDER")
        ->capture_default_str();
    music->add_option("-o,--output", request.out, "Checkpoints, weights and log")
        ->type_name("FOLDER")
        ->capture_default_str();
    music->add_option("--hours", request.hours, "Stop after this long")
        ->check(CLI::PositiveNumber)
        ->type_name("H")
        ->capture_default_str();
    music->add_option("--batch", request.batch, "Examples a step")
        ->check(CLI::Range(1, 65536))
        ->type_name("N")
        ->capture_default_str();
    music->add_option("--learning-rate", request.learningRate, "0: the default of the stage")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("R");
    addCommonOptions(*music, options->common);
    music->callback([options, &action] {
        action = [options] {
            return runVerb(
                options->common, [&](Console& console) { return trainMusic(*options, console); });
        };
    });
}

} // namespace pieria::app
