// pieria: the studio, and its command line.
#include "app/commands/verbs.h"
#include "app/console/exit_code.h"
#include "app/environment.h"
#include "app/studio.h"
#include "app/versions.h"

#include <iostream>
#include <string_view>

namespace {

using namespace pieria::app;

const char* const kFooter
    = R"(Without a verb the studio's window opens, with the projects, takes or MIDI files
given; with no display an example is composed into a file.

EXAMPLES
  pieria music "slow bossa nova in D minor at 92 bpm with nylon guitar and flute"
      --bars 32 --seed 7 -o bossa.flac --midi bossa.mid
  pieria music "calm piano, 3/4" --seconds 60 --save-take calm.take -o calm.wav
  pieria music --from calm.take --extend 8 -o longer.wav
  pieria models list

EXIT STATUS
  0 done, 1 failed, 2 wrong usage, 130 cancelled with Ctrl+C

ENVIRONMENT
  PIERIA_RESOURCES  where the shipped models and data are
  XDG_DATA_HOME     the user's models and styles are in pieria/ below it
  OMP_WAIT_POLICY, GOMP_SPINCOUNT  set to passive and 0 unless both are given)";

bool wantsJson(int count, char** arguments)
{
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]) == "--json") {
            return true;
        }
    }
    return false;
}

int usageError(CLI::App& program, const CLI::ParseError& error, bool json)
{
    if (error.get_exit_code() == 0) { // --help, --version
        return program.exit(error);
    }
    if (json) {
        std::cout << Json({ { "type", "error" }, { "code", "Usage" }, { "message", error.what() } })
                         .dump(-1, ' ', false, Json::error_handler_t::replace)
                  << "\n";
    } else {
        program.exit(error, std::cerr, std::cerr);
    }
    return kUsage;
}

} // namespace

int main(int count, char** arguments)
{
    prepareEnvironment(arguments);
    const std::vector<std::string> files = filesToOpen(count, arguments);
    if (count == 1 || !files.empty()) {
        return runStudio(count, arguments, files);
    }
    CLI::App program("Compose music from words, on your own machine.", "pieria");
    program.require_subcommand(1);
    program.set_version_flag(
        "--version", versionText, "Show versions of the program and its libraries");
    program.set_help_all_flag("--help-all", "Show the help of every verb");
    program.get_formatter()->column_width(32);
    program.footer(kFooter);

    Action action;
    addMusicVerb(program, action);
    addModelsVerb(program, action);
    addCorpusVerb(program, action);
    addTrainVerb(program, action);
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return usageError(program, error, wantsJson(count, arguments));
    }
    return action ? action() : kUsage;
}
