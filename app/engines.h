// The composition root: the only place that names concrete engines.
#pragma once

#include "core/base/result.h"
#include "core/engine/music_generator.h"
#include "core/engine/score_renderer.h"

#include <memory>
#include <string>

namespace pieria::app {

[[nodiscard]] Result<std::unique_ptr<MusicGenerator>> makeGenerator(
    int threads, const std::string& device);
[[nodiscard]] Result<std::unique_ptr<ScoreRenderer>> makeRenderer(int threads);

} // namespace pieria::app
