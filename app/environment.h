// The environment the libraries read before main starts.
#pragma once

namespace pieria::app {

/// OpenMP threads that wait must sleep, not spin: beside any other load spinning makes the models
/// more than ten times slower. The OpenMP library reads its variables while it is loaded, so where
/// they are not set this starts the program once more with them. Returns where nothing had to be
/// done (or could be).
void prepareEnvironment(char** arguments);

} // namespace pieria::app
