// pieria music: composes, goes on from a take, and writes what was made.
#include "app/commands/music_job.h"
#include "app/commands/music_options.h"
#include "app/commands/verbs.h"
#include "app/console/span_context.h"
#include "app/engines.h"
#include "core/project/request_json.h"
#include "core/project/take_file.h"
#include "core/score/gm.h"

#include <cmath>
#include <ctime>
#include <memory>
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

/// The take of one variation: made, or the source as it is.
Result<Outcome<Take>> takeFor(const MusicOptions& options, const Take* source, std::uint64_t seed,
    MusicGenerator* generator, JobContext& context)
{
    if (generator == nullptr) {
        return Outcome<Take>(*source);
    }
    return generator->generate(requestFrom(options, source, seed), source, context);
}

MusicFiles filesOf(const MusicOptions& options)
{
    return { options.output, options.midi, options.stems, options.take,
        formatFor(options.output, options.bits).value_or(audio::AudioFormat::WavFloat) };
}

Result<Outcome<Answer>> makeMusic(const MusicOptions& options, Console& console)
{
    const double cpuBefore = cpuSeconds();
    std::optional<Take> source;
    if (!options.from.empty()) {
        Result<Take> read = readTake(options.from);
        if (!read) {
            return tl::unexpected(read.error());
        }
        source = std::move(*read);
    }
    const Take* const from = source ? &*source : nullptr;
    std::unique_ptr<MusicGenerator> generator;
    if (makesMusic(options)) {
        Result<std::unique_ptr<MusicGenerator>> made
            = makeGenerator(options.common.threads, options.common.device);
        if (!made) {
            return tl::unexpected(made.error());
        }
        generator = std::move(*made);
    }
    const MusicFiles files = filesOf(options);
    std::unique_ptr<ScoreRenderer> renderer;
    if (files.needsSound()) {
        Result<std::unique_ptr<ScoreRenderer>> made = makeRenderer(options.common.threads);
        if (!made) {
            return tl::unexpected(made.error());
        }
        renderer = std::move(*made);
    }

    const std::uint64_t seed = seedOf(options.common);
    Answer answer;
    answer.fields["takes"] = Json::array();
    for (int i = 0; i < options.variations; ++i) {
        const double start = static_cast<double>(i) / options.variations;
        const double width = 1.0 / options.variations;
        const double generated = files.needsSound() ? start + 0.5 * width : start + width;
        SpanContext generating(console, start, generated);
        Result<Outcome<Take>> take = takeFor(
            options, from, seed + static_cast<std::uint64_t>(i), generator.get(), generating);
        if (!take) {
            return tl::unexpected(take.error());
        }
        if (std::holds_alternative<Cancelled>(*take)) {
            return Outcome<Answer>(Cancelled {});
        }
        Take& piece = std::get<Take>(*take);
        const LoopMode loop = options.loop || piece.plan.loop ? LoopMode::On : LoopMode::Off;
        SpanContext writing(console, generated, start + width);
        const Result<Outcome<WrittenMusic>> written = writeMusic(std::move(piece),
            options.variations == 1 ? files : files.numbered(i + 1), loop, renderer.get(), writing);
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
