// What a piece costs, notes and sound, after the models are loaded: CPU-seconds per second of
// audio, time to the first audible block, peak memory. Usage: music_bench [RUNS] [THREADS]
#include "audio/synth/levels.h"
#include "audio/synth/score_synth.h"
#include "core/base/id.h"
#include "core/base/paths.h"
#include "core/engine/music_generator.h"
#include "tests/eval/statistics.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>

namespace {

using namespace pieria;
namespace fs = std::filesystem;

double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) {
            return std::atof(line.c_str() + 6) / 1024;
        }
    }
    return 0;
}

struct Cost
{
    double notes = 0; ///< CPU-seconds
    double sound = 0; ///< CPU-seconds
    double audio = 0; ///< seconds of audio
};

Cost make(MusicGenerator& generator, int bars, std::uint64_t seed, int threads)
{
    const fs::path folder = fs::temp_directory_path() / ("pieria-bench-" + makeUuid());
    QuietContext quiet;
    MusicRequest request;
    request.prompt = "slow bossa nova in D minor at 92 bpm with nylon guitar and flute";
    request.bars = bars;
    request.seed = seed;
    Cost cost;
    double start = cpuSeconds();
    const Result<Outcome<Take>> take = generator.generate(request, nullptr, quiet);
    cost.notes = cpuSeconds() - start;
    if (!take) {
        std::fprintf(stderr, "%s\n", take.error().sentence.c_str());
        std::exit(1);
    }
    start = cpuSeconds();
    audio::SynthOptions options;
    options.cache = folder / "cache";
    options.threads = threads;
    RenderRequest render;
    render.score = std::get<Take>(*take).score;
    render.mix = audio::defaultMix(render.score);
    render.folder = folder / "out";
    const Result<Outcome<RenderOutcome>> sound
        = audio::makeScoreRenderer(options)->render(render, quiet);
    cost.sound = cpuSeconds() - start;
    if (!sound) {
        std::fprintf(stderr, "%s\n", sound.error().sentence.c_str());
        std::exit(1);
    }
    cost.audio = static_cast<double>(std::get<RenderOutcome>(*sound).frames) / kSampleRate;
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return cost;
}

} // namespace

int main(int argc, char** argv)
{
    if (std::getenv("OMP_WAIT_POLICY") == nullptr) {
        setenv("OMP_WAIT_POLICY", "passive", 1);
        setenv("GOMP_SPINCOUNT", "0", 1);
        execv("/proc/self/exe", argv);
    }
    const int runs = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 5;
    const int threads = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 1;
    std::printf("%s\n", eval::machineLine(threads).c_str());
    EngineSettings settings;
    settings.models = resourcesFolder() / "models";
    settings.threads = threads;
    Result<std::unique_ptr<MusicGenerator>> generator = makeMusicGenerator(settings);
    if (!generator) {
        std::fprintf(stderr, "%s\n", generator.error().sentence.c_str());
        return 1;
    }
    make(**generator, 4, 1, threads); // loads the models and the instruments
    std::vector<double> notes;
    std::vector<double> sound;
    std::vector<double> all;
    for (int run = 0; run < runs; ++run) {
        const Cost cost = make(**generator, 64, static_cast<std::uint64_t>(run) + 1, threads);
        notes.push_back(cost.notes / cost.audio);
        sound.push_back(cost.sound / cost.audio);
        all.push_back((cost.notes + cost.sound) / cost.audio);
    }
    std::printf("64 bars, CPU-s per s of audio, notes: %s\n",
        eval::asNumber(eval::bootstrapMean(notes)).c_str());
    std::printf("64 bars, CPU-s per s of audio, sound: %s\n",
        eval::asNumber(eval::bootstrapMean(sound)).c_str());
    std::printf("64 bars, CPU-s per s of audio, all:   %s\n",
        eval::asNumber(eval::bootstrapMean(all)).c_str());
    std::printf("peak memory at 64 bars: %.0f MB\n", peakMegabytes());
    const Cost longer = make(**generator, 230, 9, threads);
    std::printf("%.0f s of audio: %.4f CPU-s per s, peak memory %.0f MB\n", longer.audio,
        (longer.notes + longer.sound) / longer.audio, peakMegabytes());
    return 0;
}
