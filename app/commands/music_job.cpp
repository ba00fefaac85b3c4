#include "app/commands/music_job.h"

#include "app/console/span_context.h"
#include "audio/file/export_audio.h"
#include "core/base/file.h"
#include "core/base/id.h"
#include "core/base/paths.h"
#include "core/engine/model_registry.h"
#include "core/project/take_file.h"
#include "core/score/midi.h"

#include <system_error>
#include <utility>

namespace pieria::app {

namespace {

namespace fs = std::filesystem;

/// A folder of its own that goes away with everything in it.
class ScratchFolder
{
public:
    ScratchFolder()
        : m_path(cacheFolder() / ("render-" + makeUuid()))
    {
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

fs::path withNumber(const fs::path& path, int number)
{
    if (path.empty()) {
        return path;
    }
    const std::string name
        = path.stem().string() + "-" + std::to_string(number) + path.extension().string();
    return path.parent_path() / name;
}

Status copyInto(const fs::path& source, const fs::path& target)
{
    const fs::path temporary = target.parent_path() / ("." + makeUuid() + ".tmp");
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    fs::copy_file(source, temporary, error);
    if (error) {
        const std::string reason = error.message();
        fs::remove(temporary, error);
        return fail(ErrorCode::Io, "Could not write " + target.string() + ": " + reason + ".");
    }
    return publishFile(temporary, target);
}

Status writeStems(
    const std::vector<RenderedFile>& stems, const fs::path& folder, std::vector<fs::path>& written)
{
    for (const RenderedFile& stem : stems) {
        written.push_back(folder / (stem.name + ".wav"));
        if (Status status = copyInto(stem.path, written.back()); !status) {
            return status;
        }
    }
    return {};
}

audio::AudioTags tagsOf(const Take& take)
{
    const std::string model = take.request.model.empty() ? "music" : take.request.model;
    const Result<InstalledModel> installed = ModelRegistry::standard().find(model);
    audio::AudioTags tags;
    tags.title = take.title;
    tags.artist = "Pieria";
    tags.comment = audio::provenance(take.request.prompt, take.request.seed, model);
    if (installed) {
        tags.licence = "Made with the model " + model + " (" + installed->card.licence + ")";
    }
    return tags;
}

Status writeNotes(const Take& take, const MusicFiles& files)
{
    if (!files.midi.empty()) {
        if (Status status = writeMidiFile(take.score, files.midi); !status) {
            return status;
        }
    }
    return files.take.empty() ? Status() : writeTake(take, files.take);
}

} // namespace

MusicFiles MusicFiles::numbered(int number) const
{
    MusicFiles result = *this;
    for (fs::path* const path : { &result.audio, &result.midi, &result.stems, &result.take }) {
        *path = withNumber(*path, number);
    }
    return result;
}

Result<Outcome<double>> renderingGain(
    const Take& take, ScoreRenderer& renderer, JobContext& context)
{
    const ScratchFolder scratch;
    RenderRequest request;
    request.score = take.score;
    request.mix = take.mix;
    request.loop = take.plan.loop ? LoopMode::On : LoopMode::Off;
    request.folder = scratch.path();
    request.stems = false;
    const Result<Outcome<RenderOutcome>> sound = renderer.render(request, context);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    if (std::holds_alternative<Cancelled>(*sound)) {
        return Outcome<double>(Cancelled {});
    }
    return Outcome<double>(std::get<RenderOutcome>(*sound).gain);
}

Result<Outcome<WrittenMusic>> writeMusic(Take take, const MusicFiles& files,
    const Sounding& sounding, ScoreRenderer* renderer, JobContext& context)
{
    WrittenMusic written { std::move(take), files, {}, std::nullopt };
    if (files.needsSound()) {
        const ScratchFolder scratch;
        SpanContext rendering(context, 0, 0.9);
        RenderRequest request;
        request.score = written.take.score;
        request.mix = written.take.mix;
        request.loop = sounding.loop;
        request.gain = sounding.gain;
        request.folder = scratch.path();
        request.stems = !files.stems.empty();
        Result<Outcome<RenderOutcome>> sound = renderer->render(request, rendering);
        if (!sound) {
            return tl::unexpected(sound.error());
        }
        if (std::holds_alternative<Cancelled>(*sound)) {
            return Outcome<WrittenMusic>(Cancelled {});
        }
        written.sound = std::move(std::get<RenderOutcome>(*sound));
        if (!files.audio.empty()) {
            SpanContext encoding(context, 0.9, 1);
            audio::ExportSettings settings;
            settings.format = files.format;
            settings.tags = tagsOf(written.take);
            const Result<Outcome<std::int64_t>> encoded
                = audio::exportAudio(written.sound->mix.path, files.audio, settings, encoding);
            if (!encoded) {
                return tl::unexpected(encoded.error());
            }
            if (std::holds_alternative<Cancelled>(*encoded)) {
                return Outcome<WrittenMusic>(Cancelled {});
            }
        }
        if (!files.stems.empty()) {
            if (const Status status = writeStems(written.sound->stems, files.stems, written.stems);
                !status) {
                return tl::unexpected(status.error());
            }
        }
    }
    if (const Status status = writeNotes(written.take, files); !status) {
        return tl::unexpected(status.error());
    }
    return Outcome<WrittenMusic>(std::move(written));
}

} // namespace pieria::app
