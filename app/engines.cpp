#include "app/engines.h"

#include "audio/synth/score_synth.h"
#include "core/base/paths.h"

namespace pieria::app {

Result<std::unique_ptr<MusicGenerator>> makeGenerator(int threads, const std::string& device)
{
    return makeMusicGenerator({ resourcesFolder() / "models", threads, device });
}

Result<std::unique_ptr<ScoreRenderer>> makeRenderer(int threads)
{
    audio::SynthOptions options;
    options.threads = threads;
    return audio::makeScoreRenderer(std::move(options));
}

} // namespace pieria::app
