// The engines the window works with, as faces; the program builds them, tests build toys.
#pragma once

#include "audio/engine/audio_engine.h"
#include "core/engine/model_registry.h"
#include "core/engine/music_generator.h"
#include "core/engine/score_renderer.h"

namespace pieria::ui {

struct StudioServices
{
    MusicGenerator& generator;
    ScoreRenderer& renderer;
    audio::AudioEngine& engine;
    const ModelRegistry& models;
};

} // namespace pieria::ui
