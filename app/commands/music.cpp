// pieria music: composes, goes on from a take, and writes what was made.
#include "app/commands/music_job.h"
#include "app/commands/music_options.h"
#include "app/commands/verbs.h"
#include "app/console/span_context.h"
#include "app/engines.h"
#include "audio/synth/levels.h"
#include "core/project/request_json.h"
#include "core/project/take_file.h"
#include "core/score/gm.h"

#include <cmath>
#include <ctime>
#include <memory>
#include <optional>
#include <utility>

namespace pieria::app {

namespace {

double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::string instrumentName(const Track& track)
{
    return track.slot == Slot::Drums ? "Drums" : std::string(programName(track.program));
}

double rounded(double value, double unit)
{
    return std::round(value / unit) * unit;
}

Json musicJson(const WrittenMusic& music)
{
    const Score& score = music.take.score;
    Json json = { { "seed", music.take.request.seed }, { "title", music.take.title },
        { "bars", barLines(score).size() - 1 }, { "bpm", music.take.plan.bpm },
        { "metre", metreName(score.metre()) }, { "key", keyName(score.key()) },
        { "style", music.take.plan.style }, { "instruments", Json::array() } };
    for (const Track& track : score.tracks) {
        json["instruments"].push_back(
            { { "slot", slotName(track.slot) }, { "program", track.program },
                { "name", instrumentName(track) }, { "notes", track.notes.size() } });
    }
    const auto addFile = [&](const char* key, const std::filesystem::path& path) {
        if (!path.empty()) {
            json[key] = path.string();
        }
    };
    addFile("output", music.files.audio);
    addFile("midi", music.files.midi);
    addFile("take", music.files.take);
    if (!music.stems.empty()) {
        json["stems"] = Json::array();
        for (const std::filesystem::path& stem : music.stems) {
            json["stems"].push_back(stem.string());
        }
    }
    json["notes"] = music.take.notes;
    if (music.sound) {
        const RenderOutcome& sound = *music.sound;
        json["frames"] = sound.frames;
        json["seconds"] = static_cast<double>(sound.frames) / kSampleRate;
        json["loudness"] = rounded(sound.loudness, 0.01);
        json["truePeak"] = rounded(sound.truePeak, 0.01);
        json["limiting"] = rounded(sound.limiting, 0.01);
        json["stolenVoices"] = sound.stolenVoices;
        for (const std::string& note : sound.notes) {
            json["notes"].push_back(note);
        }
    }
    json["request"] = Json::parse(requestToJson(music.take.request), nullptr, false);
    return json;
}

std::string musicText(const WrittenMusic& music)
{
    const Score& score = music.take.score;
    std::string text;
    const auto addFile = [&](const std::filesystem::path& path) {
        text += path.empty() ? "" : (text.empty() ? "" : ", ") + path.string();
    };
    addFile(music.files.audio);
    addFile(music.files.midi);
    addFile(music.stems.empty() ? std::filesystem::path() : music.files.stems);
    addFile(music.files.take);
    char tempo[32] = {};
    std::snprintf(tempo, sizeof tempo, "%g", music.take.plan.bpm);
    text += "\n  " + std::to_string(barLines(score).size() - 1) + " bars of "
        + metreName(score.metre()) + " at " + tempo + " bpm in " + keyName(score.key()) + ", seed "
        + std::to_string(music.take.request.seed);
    if (music.sound) {
        const long seconds = std::lround(static_cast<double>(music.sound->frames) / kSampleRate);
        char sound[64] = {};
        std::snprintf(sound, sizeof sound, ", %ld:%02ld, %.1f LUFS", seconds / 60, seconds % 60,
            music.sound->loudness);
        text += sound;
    }
    text += "\n  ";
    for (std::size_t i = 0; i < score.tracks.size(); ++i) {
        text += (i == 0 ? "" : ", ") + instrumentName(score.tracks[i]);
    }
    text += "\n";
    for (const std::string& note : music.take.notes) {
        text += "  " + note + "\n";
    }
    if (music.sound) {
        for (const std::string& note : music.sound->notes) {
            text += "  " + note + "\n";
        }
    }
    return text;
}

MusicFiles filesOf(const MusicOptions& options)
{
    return { options.output, options.midi, options.stems, options.take,
        formatFor(options.output, options.bits).value_or(audio::AudioFormat::WavFloat) };
}

/// What one call works with; `source` and the engines only where they are needed.
struct Workshop
{
    std::optional<Take> source;
    std::unique_ptr<MusicGenerator> generator;
    std::unique_ptr<ScoreRenderer> renderer;
    std::optional<double> gain; ///< of the source's sound, kept by what goes on from it

    [[nodiscard]] const Take* from() const { return source ? &*source : nullptr; }
};

Result<Workshop> openWorkshop(const MusicOptions& options, const MusicFiles& files)
{
    Workshop workshop;
    if (!options.from.empty()) {
        Result<Take> read = readTake(options.from);
        if (!read) {
            return tl::unexpected(read.error());
        }
        workshop.source = std::move(*read);
    }
    if (makesMusic(options)) {
        Result<std::unique_ptr<MusicGenerator>> made
            = makeGenerator(options.common.threads, options.common.device);
        if (!made) {
            return tl::unexpected(made.error());
        }
        workshop.generator = std::move(*made);
    }
    if (files.needsSound()) {
        Result<std::unique_ptr<ScoreRenderer>> made = makeRenderer(options.common.threads);
        if (!made) {
            return tl::unexpected(made.error());
        }
        workshop.renderer = std::move(*made);
    }
    return workshop;
}

/// The take of one variation: made, or the source as it is.
Result<Outcome<Take>> takeFor(
    const MusicOptions& options, Workshop& workshop, std::uint64_t seed, JobContext& context)
{
    if (!workshop.generator) {
        return Outcome<Take>(*workshop.source);
    }
    const Take* const source = workshop.from();
    Result<Outcome<Take>> made
        = workshop.generator->generate(requestFrom(options, source, seed), source, context);
    if (made && source == nullptr && std::holds_alternative<Take>(*made)) {
        Take& take = std::get<Take>(*made);
        take.mix = audio::defaultMix(take.score);
    }
    return made;
}

Result<Outcome<WrittenMusic>> makeVariation(const MusicOptions& options, Workshop& workshop,
    const MusicFiles& files, std::uint64_t seed, JobContext& context)
{
    const double generated = !workshop.generator ? 0 : !workshop.renderer ? 1 : 0.5;
    SpanContext generating(context, 0, generated);
    Result<Outcome<Take>> take = takeFor(options, workshop, seed, generating);
    if (!take) {
        return tl::unexpected(take.error());
    }
    if (std::holds_alternative<Cancelled>(*take)) {
        return Outcome<WrittenMusic>(Cancelled {});
    }
    Take& piece = std::get<Take>(*take);
    const LoopMode loop = options.loop || piece.plan.loop ? LoopMode::On : LoopMode::Off;
    SpanContext writing(context, generated, 1);
    return writeMusic(
        std::move(piece), files, { loop, workshop.gain }, workshop.renderer.get(), writing);
}

Result<Outcome<Answer>> makeMusic(const MusicOptions& options, Console& console)
{
    const double cpuBefore = cpuSeconds();
    const MusicFiles files = filesOf(options);
    Result<Workshop> workshop = openWorkshop(options, files);
    if (!workshop) {
        return tl::unexpected(workshop.error());
    }
    double begun = 0;
    if (workshop->source && workshop->generator && workshop->renderer) {
        begun = 0.2;
        SpanContext listening(console, 0, begun);
        const Result<Outcome<double>> gain
            = renderingGain(*workshop->source, *workshop->renderer, listening);
        if (!gain) {
            return tl::unexpected(gain.error());
        }
        if (std::holds_alternative<Cancelled>(*gain)) {
            return Outcome<Answer>(Cancelled {});
        }
        workshop->gain = std::get<double>(*gain);
    }
    const std::uint64_t seed = seedOf(options.common);
    const double width = (1 - begun) / options.variations;
    Answer answer;
    answer.fields["takes"] = Json::array();
    for (int i = 0; i < options.variations; ++i) {
        SpanContext step(console, begun + width * i, begun + width * (i + 1));
        const Result<Outcome<WrittenMusic>> written = makeVariation(options, *workshop,
            options.variations == 1 ? files : files.numbered(i + 1),
            seed + static_cast<std::uint64_t>(i), step);
        if (!written) {
            return tl::unexpected(written.error());
        }
        if (std::holds_alternative<Cancelled>(*written)) {
            return Outcome<Answer>(Cancelled {});
        }
        answer.fields["takes"].push_back(musicJson(std::get<WrittenMusic>(*written)));
        answer.text += musicText(std::get<WrittenMusic>(*written));
    }
    answer.fields["cpuSeconds"] = rounded(cpuSeconds() - cpuBefore, 0.001);
    return Outcome<Answer>(std::move(answer));
}

} // namespace

void addMusicVerb(CLI::App& program, Action& action)
{
    CLI::App* const music = program.add_subcommand("music", "Compose a piece of music");
    const auto options = std::make_shared<MusicOptions>();
    addMusicOptions(*music, *options);
    music->callback([options, &action] {
        checkMusicOptions(*options);
        action = [options] {
            return runVerb(
                options->common, [&](Console& console) { return makeMusic(*options, console); });
        };
    });
}

} // namespace pieria::app
