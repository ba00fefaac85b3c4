// The studio's ScoreRenderer: FluidSynth per slot, strips, master.
#pragma once

#include "audio/synth/note_events.h"
#include "core/engine/score_renderer.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace pieria::audio {

struct SynthOptions
{
    std::filesystem::path soundFont; ///< empty: findSoundFont()
    std::filesystem::path cache; ///< of dry stems; empty: cacheFolder()/stems
    std::uintmax_t cacheBytes = std::uintmax_t { 2 } << 30;
    int threads = 1; ///< how many slots are rendered at once; never changes a byte
    Humanise humanise = Humanise::Velocity;
};

/// Missing instruments are a failure of the first rendering, not of this.
[[nodiscard]] std::unique_ptr<ScoreRenderer> makeScoreRenderer(SynthOptions options = {});

} // namespace pieria::audio
