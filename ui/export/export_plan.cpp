#include "ui/export/export_plan.h"

#include "core/base/file.h"
#include "core/base/paths.h"
#include "core/project/take_file.h"
#include "core/score/midi.h"
#include "ui/common/widgets.h"
#include "ui/prompt/sub_context.h"

#include <cmath>
#include <system_error>

namespace pieria::ui {

namespace fs = std::filesystem;

namespace {

using Answer = Result<Outcome<std::any>>;

/// WAV and FLAC in two depths would have the same name: the depth is said then.
fs::path audioFile(const ExportOptions& options, audio::AudioFormat format)
{
    std::string name = options.name;
    int same = 0;
    for (const audio::AudioFormat other : options.formats) {
        same += audio::formatExtension(other) == audio::formatExtension(format) ? 1 : 0;
    }
    if (same > 1) {
        name += "-" + std::string(audio::formatName(format));
    }
    return options.folder / (name + std::string(audio::formatExtension(format)));
}

fs::path stemFolder(const ExportOptions& options)
{
    return options.folder / (options.name + "-stems");
}

std::optional<std::pair<Frames, Frames>> frameRange(
    const ExportOptions& options, const Score& score)
{
    if (!options.range) {
        return std::nullopt;
    }
    const auto frames = [&](Tick tick) {
        return Frames(std::llround(score.tempo.secondsAt(tick).value() * kSampleRate));
    };
    return std::pair(frames(options.range->begin), frames(options.range->end));
}

audio::ExportSettings settingsOf(const ExportOptions& options, const Take& take)
{
    audio::ExportSettings settings;
    settings.sampleRate = options.sampleRate;
    settings.quality = options.quality;
    settings.range = frameRange(options, take.score);
    settings.tags.title = fromQt(options.title);
    settings.tags.artist = fromQt(options.artist);
    if (options.tagPrompt) {
        settings.tags.comment
            = audio::provenance(take.request.prompt, take.request.seed, take.request.model);
    }
    return settings;
}

Answer writeAudio(const ExportOptions& options, const Take& take, const RenderOutcome& rendered,
    JobContext& context)
{
    const audio::ExportSettings common = settingsOf(options, take);
    double step = 0;
    const double steps
        = static_cast<double>(options.formats.size() + (options.stems ? rendered.stems.size() : 0));
    const auto write
        = [&](const fs::path& from, const fs::path& to, audio::AudioFormat format) -> Answer {
        audio::ExportSettings settings = common;
        settings.format = format;
        if (!audio::canHoldSampleRate(format, settings.sampleRate)) {
            settings.sampleRate = kSampleRate;
        }
        SubContext part(context, step / steps, (step + 1) / steps);
        step += 1;
        auto written = audio::exportAudio(from, to, settings, part);
        if (!written) {
            return tl::make_unexpected(written.error());
        }
        return std::holds_alternative<Cancelled>(*written) ? Outcome<std::any>(Cancelled {})
                                                           : Outcome<std::any>(std::any(true));
    };
    const auto stopped = [](const Answer& answer) {
        return !answer || std::holds_alternative<Cancelled>(*answer);
    };
    for (const audio::AudioFormat format : options.formats) {
        if (Answer answer = write(rendered.mix.path, audioFile(options, format), format);
            stopped(answer)) {
            return answer;
        }
    }
    for (const RenderedFile& stem : rendered.stems) {
        if (!options.stems) {
            break;
        }
        const fs::path to = stemFolder(options) / (stem.name + ".wav");
        if (Answer answer = write(stem.path, to, audio::AudioFormat::WavFloat); stopped(answer)) {
            return answer;
        }
    }
    return Outcome<std::any>(std::any(true));
}

Answer renderAndWrite(const ExportOptions& options, const Take& take, SharedRenderer& shared,
    const fs::path& scratch, JobContext& context)
{
    std::unique_lock lock(shared.mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(50))) {
        if (context.cancelled()) {
            return Outcome<std::any>(Cancelled {});
        }
    }
    RenderRequest request;
    request.score = take.score;
    request.mix = take.mix;
    request.mix.loudness = options.loudness;
    request.loop = take.plan.loop ? LoopMode::On : LoopMode::Off;
    request.folder = scratch;
    request.stems = options.stems;
    SubContext rendering(context, 0, 0.6, [](const std::any&) { });
    auto rendered = shared.renderer.render(request, rendering);
    lock.unlock();
    if (!rendered) {
        return tl::make_unexpected(rendered.error());
    }
    if (std::holds_alternative<Cancelled>(*rendered)) {
        return Outcome<std::any>(Cancelled {});
    }
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (options.stems) {
        fs::create_directories(stemFolder(options), error);
    }
    SubContext writing(context, 0.6, 1);
    return writeAudio(options, take, std::get<RenderOutcome>(*rendered), writing);
}

} // namespace

std::vector<fs::path> plannedFiles(const ExportOptions& options, const Take& take)
{
    std::vector<fs::path> files;
    for (const audio::AudioFormat format : options.formats) {
        files.push_back(audioFile(options, format));
    }
    if (options.stems && !take.score.tracks.empty()) {
        files.push_back(stemFolder(options));
    }
    if (options.midi) {
        files.push_back(options.folder / (options.name + ".mid"));
    }
    if (options.take) {
        files.push_back(options.folder / (options.name + ".take"));
    }
    return files;
}

Answer runExport(
    const ExportOptions& options, const Take& take, SharedRenderer& shared, JobContext& context)
{
    if (options.midi) {
        if (const Status done = writeMidiFile(take.score, options.folder / (options.name + ".mid"));
            !done) {
            return tl::make_unexpected(done.error());
        }
    }
    if (options.take) {
        if (const Status done = writeTake(take, options.folder / (options.name + ".take")); !done) {
            return tl::make_unexpected(done.error());
        }
    }
    if (options.formats.empty() && !options.stems) {
        return Outcome<std::any>(std::any(true));
    }
    const fs::path scratch = cacheFolder() / "exports" / makeUuid();
    Answer answer = renderAndWrite(options, take, shared, scratch, context);
    std::error_code error;
    fs::remove_all(scratch, error);
    return answer;
}

} // namespace pieria::ui
