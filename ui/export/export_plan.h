// What an export is asked for, and the files it will write.
#pragma once

#include "audio/file/export_audio.h"
#include "core/job/job.h"
#include "core/project/asset_store.h"
#include "core/project/project.h"
#include "ui/player/player.h"
#include "ui/prompt/render_steps.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace pieria::ui {

struct ExportOptions
{
    std::filesystem::path folder;
    std::string name; ///< without extension
    std::vector<audio::AudioFormat> formats;
    bool stems = false; ///< NN-name.wav in folder/name-stems
    bool midi = false;
    bool take = false;
    int sampleRate = 48000;
    double quality = 0.6; ///< of OGG, Opus, MP3
    std::optional<LoopRegion> range; ///< none: all
    std::optional<double> loudness = -14; ///< LUFS; none: leave the level
    bool tagPrompt = true; ///< prompt, seed and model as tags
    QString title;
    QString artist;
};

/// Everything the options would write, in order.
[[nodiscard]] std::vector<std::filesystem::path> plannedFiles(
    const ExportOptions& options, const Take& take);

/// Renders with the stems if needed and writes the files. Runs on the io lane.
[[nodiscard]] Result<Outcome<std::any>> runExport(
    const ExportOptions& options, const Take& take, SharedRenderer& shared, JobContext& context);

} // namespace pieria::ui
