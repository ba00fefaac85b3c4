// pieria-eval: prints the quality figures of the studio's models as tables.
#include "tests/eval/music_eval.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace {

int finish(const pieria::Status& status)
{
    if (!status) {
        std::fprintf(stderr, "%s\n", status.error().sentence.c_str());
        return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    // libgomp reads these when it is loaded, so they must stand before the program starts.
    if (std::getenv("OMP_WAIT_POLICY") == nullptr) {
        setenv("OMP_WAIT_POLICY", "passive", 1);
        setenv("GOMP_SPINCOUNT", "0", 1);
        execv("/proc/self/exe", argv);
    }
    CLI::App app { "Quality figures of Pieria's models, as tables with intervals." };
    app.require_subcommand(1);
    pieria::eval::MusicEvalOptions music;
    CLI::App* musicVerb = app.add_subcommand(
        "music", "Prompts nobody trained on: adherence, style, distance, newness");
    musicVerb->add_option("--corpus", music.corpus, "Folder made by \"pieria corpus music\"")
        ->required();
    musicVerb->add_option("--prompts", music.prompts, "How many prompts")->capture_default_str();
    musicVerb->add_option("--bars", music.bars, "Bars of each piece")->capture_default_str();
    musicVerb->add_option("--audio", music.audio, "How many are rendered and listened to")
        ->capture_default_str();
    musicVerb->add_option("--threads", music.threads)->capture_default_str();
    musicVerb->add_option("--keep", music.keep, "Write the MIDI files to this folder");
    std::filesystem::path corpus;
    int most = 300;
    int threads = 2;
    CLI::App* codecVerb
        = app.add_subcommand("codec", "Onset F1 of the score codec on held-out pieces");
    codecVerb->add_option("--corpus", corpus, "Folder made by \"pieria corpus music\"")->required();
    codecVerb->add_option("--most", most, "Pieces per source")->capture_default_str();
    codecVerb->add_option("--threads", threads)->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    return musicVerb->parsed() ? finish(pieria::eval::evaluateMusic(music))
                               : finish(pieria::eval::evaluateCodec(corpus, most, threads));
}
