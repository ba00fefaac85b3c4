// Figures of the music side: does a piece do what its prompt asked, does it sound like its style,
// is it new?
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace pieria::eval {

struct MusicEvalOptions
{
    std::filesystem::path
        corpus; ///< made by `pieria corpus music`; its test split is the reference
    int prompts = 120;
    int bars = 16;
    int audio = 40; ///< how many of them are rendered and listened to
    int threads = 2;
    std::filesystem::path keep; ///< MIDI files go here when not empty
};

[[nodiscard]] Status evaluateMusic(const MusicEvalOptions& options);

/// Onset F1 of the codec per source of the corpus' test split, with coverage of the grid.
[[nodiscard]] Status evaluateCodec(const std::filesystem::path& corpus, int most, int threads);

} // namespace pieria::eval
