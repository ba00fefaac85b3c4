// What sound costs: CPU-seconds per second of audio for the whole render chain (synthesiser,
// strips, master, files), cold and with one track edited, and peak memory. Usage: audio_bench
// [RUNS] [THREADS]
#include "audio/synth/levels.h"
#include "audio/synth/score_synth.h"
#include "core/base/id.h"
#include "tests/support/audio_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace pieria;
namespace fs = std::filesystem;

double cpuSeconds()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::string fieldOf(const char* file, const std::string& name)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(name)) {
            const auto at = line.find_first_not_of(": \t", name.size());
            return at == std::string::npos ? "" : line.substr(at);
        }
    }
    return "unknown";
}

class ScratchFolder
{
public:
    ScratchFolder()
        : path(fs::temp_directory_path() / ("pieria-bench-" + makeUuid()))
    {
        fs::create_directories(path);
    }
    ~ScratchFolder()
    {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    fs::path path;
};

/// CPU-seconds per second of audio; negative when rendering failed.
double costOf(const Score& score, const audio::SynthOptions& options, const fs::path& folder)
{
    RenderRequest request;
    request.score = score;
    request.mix = audio::defaultMix(score);
    request.folder = folder;
    QuietContext context;
    const double start = cpuSeconds();
    const auto result = audio::makeScoreRenderer(options)->render(request, context);
    const double cost = cpuSeconds() - start;
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().sentence.c_str());
        return -1;
    }
    return cost / (static_cast<double>(std::get<RenderOutcome>(*result).frames) / kSampleRate);
}

void printRow(const char* name, const std::vector<double>& costs)
{
    double mean = 0;
    for (const double cost : costs) {
        mean += cost / static_cast<double>(costs.size());
    }
    double square = 0;
    for (const double cost : costs) {
        square += (cost - mean) * (cost - mean);
    }
    const double n = static_cast<double>(costs.size());
    const double half = n > 1 ? 1.96 * std::sqrt(square / (n - 1) / n) : 0;
    std::printf("%-44s %.4f +- %.4f CPU-s per s  n=%zu\n", name, mean, half, costs.size());
}

} // namespace

int main(int argc, char** argv)
{
    const int runs = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 3;
    const int threads = argc > 2 ? std::max(std::atoi(argv[2]), 1) : 1;
    std::printf("machine: %s, %u threads; render threads: %d; load: %s\n",
        fieldOf("/proc/cpuinfo", "model name").c_str(), std::thread::hardware_concurrency(),
        threads, fieldOf("/proc/loadavg", "").c_str());
    const Score piece = test::bandPiece(64);
    Score edited = piece;
    edited.tracks[4].notes[10].pitch ^= 1;
    std::vector<double> cold;
    std::vector<double> warm;
    for (int run = 0; run < runs; ++run) {
        const ScratchFolder scratch;
        audio::SynthOptions options;
        options.cache = scratch.path / "cache";
        options.threads = threads;
        cold.push_back(costOf(piece, options, scratch.path / "out"));
        warm.push_back(costOf(edited, options, scratch.path / "out"));
    }
    printRow("64 bars, 6 tracks, everything rendered", cold);
    printRow("64 bars, 6 tracks, one track edited", warm);
    std::printf("peak memory after 64 bars: %s\n", fieldOf("/proc/self/status", "VmHWM").c_str());
    const ScratchFolder scratch;
    audio::SynthOptions options;
    options.cache = scratch.path / "cache";
    options.threads = threads;
    printRow("10 minutes, 6 tracks, everything rendered",
        { costOf(test::bandPiece(300), options, scratch.path / "out") });
    std::printf(
        "peak memory after 10 minutes: %s\n", fieldOf("/proc/self/status", "VmHWM").c_str());
    return 0;
}
