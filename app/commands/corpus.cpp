// pieria corpus music: makes the training music.
#include "app/commands/verbs.h"
#include "core/base/paths.h"
#include "core/corpus/music_corpus.h"

#include <memory>
#include <utility>

namespace pieria::app {

namespace {

struct CorpusOptions
{
    CommonOptions common;
    MusicCorpusRequest request;
};

Json countsJson(const std::map<std::string, int>& counts)
{
    Json json = Json::object();
    for (const auto& [name, count] : counts) {
        json[name] = count;
    }
    return json;
}

Json summaryJson(const CorpusSummary& summary, const MusicCorpusRequest& request)
{
    return { { "folder", request.folder.string() }, { "seed", request.seed },
        { "pieces", summary.pieces }, { "bySource", countsJson(summary.bySource) },
        { "bySplit", countsJson(summary.bySplit) }, { "byStyle", countsJson(summary.byStyle) },
        { "bars", summary.bars }, { "notes", summary.notes }, { "hours", summary.hours },
        { "captions", summary.captions }, { "lostTracks", summary.lostTracks },
        { "lostNotes", summary.lostNotes }, { "rejected", summary.rejected } };
}

std::string summaryText(const CorpusSummary& summary, const MusicCorpusRequest& request)
{
    std::string text = std::to_string(summary.pieces) + " pieces (" + std::to_string(summary.bars)
        + " bars, " + std::to_string(summary.notes) + " notes, " + std::to_string(summary.captions)
        + " captions) in " + request.folder.string() + ", seed " + std::to_string(request.seed)
        + "\n";
    for (const auto& [source, count] : summary.bySource) {
        text += "  " + source + ": " + std::to_string(count) + "\n";
    }
    return text;
}

Result<Outcome<Answer>> makeCorpus(CorpusOptions options, Console& console)
{
    MusicCorpusRequest& request = options.request;
    request.resources = resourcesFolder() / "corpus";
    request.seed = options.common.seed.value_or(request.seed);
    const Result<Outcome<CorpusSummary>> made = makeMusicCorpus(request, console);
    if (!made) {
        return tl::unexpected(made.error());
    }
    if (std::holds_alternative<Cancelled>(*made)) {
        return Outcome<Answer>(Cancelled {});
    }
    const CorpusSummary& summary = std::get<CorpusSummary>(*made);
    return Outcome<Answer>(Answer { summaryJson(summary, request), summaryText(summary, request) });
}

} // namespace

void addCorpusVerb(CLI::App& program, Action& action)
{
    CLI::App* const corpus = program.add_subcommand("corpus", "Make training data");
    corpus->require_subcommand(1);
    CLI::App* const music = corpus->add_subcommand("music",
        "Make pieces of music with captions: grooves, tunes, classical and\n"
        "procedural pieces. The same seed makes the same bytes.");
    const auto options = std::make_shared<CorpusOptions>();
    MusicCorpusRequest& request = options->request;
    music->add_option("-o,--output", request.folder, "Folder to fill")
        ->type_name("FOLDER")
        ->capture_default_str();
    music->add_option("--pieces", request.pieces, "How many")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N")
        ->capture_default_str();
    music->add_option("--data", request.data, "Folder with mutopia, nottingham, openewld")
        ->type_name("FOLDER");
    music->add_option("--mma", request.mma, "The program that plays grooves")
        ->type_name("PROGRAM")
        ->capture_default_str();
    music->add_option("--groove-files", request.grooveFiles, "Only grooves of these files")
        ->delimiter(',')
        ->type_name("A,B");
    const auto share = [&](const char* name, double& value, const char* description) {
        music->add_option(name, value, description)
            ->check(CLI::Range(0.0, 1.0))
            ->type_name("SHARE")
            ->capture_default_str();
    };
    share("--grooves", request.mix.grooves, "Share of pieces over grooves");
    share("--tunes", request.mix.tunes, "Share of folk tunes with accompaniment");
    share("--mutopia", request.mix.mutopia, "Share of classical pieces");
    share("--procedural", request.mix.procedural, "Share of electronic pieces");
    addCommonOptions(*music, options->common);
    music->callback([options, &action] {
        action = [options] {
            return runVerb(
                options->common, [&](Console& console) { return makeCorpus(*options, console); });
        };
    });
}

} // namespace pieria::app
