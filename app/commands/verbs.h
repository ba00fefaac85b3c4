// The verbs of the command line, one file each. Every function adds its verb to `program`; parsing
// it sets `action`.
#pragma once

#include "app/commands/common_options.h"

namespace pieria::app {

void addMusicVerb(CLI::App& program, Action& action);
void addModelsVerb(CLI::App& program, Action& action);
void addCorpusVerb(CLI::App& program, Action& action);
void addTrainVerb(CLI::App& program, Action& action);

} // namespace pieria::app
