#include "app/example.h"

#include "app/commands/common_options.h"
#include "app/commands/music_job.h"
#include "app/console/span_context.h"
#include "app/engines.h"
#include "audio/synth/levels.h"

#include <utility>

namespace pieria::app {

namespace {

Result<Outcome<Answer>> makeExample(const CommonOptions& options, Console& console)
{
    MusicRequest request;
    request.prompt = "warm bossa nova in D minor at 92 bpm with nylon guitar and flute";
    request.bars = 16;
    request.seed = 7;
    Result<std::unique_ptr<MusicGenerator>> generator
        = makeGenerator(options.threads, options.device);
    if (!generator) {
        return tl::unexpected(generator.error());
    }
    Result<std::unique_ptr<ScoreRenderer>> renderer = makeRenderer(options.threads);
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    SpanContext generating(console, 0, 0.5);
    Result<Outcome<Take>> take = (*generator)->generate(request, nullptr, generating);
    if (!take) {
        return tl::unexpected(take.error());
    }
    if (std::holds_alternative<Cancelled>(*take)) {
        return Outcome<Answer>(Cancelled {});
    }
    Take& piece = std::get<Take>(*take);
    piece.mix = audio::defaultMix(piece.score);
    MusicFiles files;
    files.audio = std::filesystem::absolute("pieria-example.wav");
    SpanContext writing(console, 0.5, 1);
    const Result<Outcome<WrittenMusic>> written
        = writeMusic(std::move(piece), files, {}, renderer->get(), writing);
    if (!written) {
        return tl::unexpected(written.error());
    }
    if (std::holds_alternative<Cancelled>(*written)) {
        return Outcome<Answer>(Cancelled {});
    }
    return Outcome<Answer>(Answer { { { "output", files.audio.string() } },
        "There is no display for the window, so an example was composed:\n  " + files.audio.string()
            + "\n  (" + request.prompt
            + ")\nSee \"pieria --help\" for what else can be done here.\n" });
}

} // namespace

int composeExample()
{
    const CommonOptions options;
    return runVerb(options, [&](Console& console) { return makeExample(options, console); });
}

} // namespace pieria::app
