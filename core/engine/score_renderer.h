// The face of the synthesiser: score in, stereo 48 kHz audio and stems out. Implemented in
// audio/synth.
#pragma once

#include "core/base/result.h"
#include "core/engine/mix.h"
#include "core/job/job.h"
#include "core/score/score.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pieria {

inline constexpr int kSampleRate = 48000;

enum class LoopMode { Off, On };

struct RenderRequest
{
    Score score;
    Mix mix;
    LoopMode loop
        = LoopMode::Off; ///< On: exactly the loop's length, tails folded back to the start
    /// Where the float WAV of the mix goes (mix.wav) and the stems (NN-name.wav). Made if missing.
    std::filesystem::path folder;
    bool stems = true; ///< keep the stem files
    double tail
        = 3.0; ///< longest tail after the last note, seconds; cut earlier where it is silent
    /// The gain of an earlier rendering in dB, in place of one measured for the loudness: then what
    /// sounds before the first changed bar line keeps its bytes.
    std::optional<double> gain;
};

/// Audio of one stem or of the mix, on disk as 32-bit float WAV, 48 kHz stereo.
struct RenderedFile
{
    std::filesystem::path path;
    std::string name; ///< "01-drums"
    std::optional<Slot> slot; ///< none: the mix
};

struct RenderOutcome
{
    RenderedFile mix;
    std::vector<RenderedFile> stems; ///< same length; they sum to the mix
    std::int64_t frames = 0;
    double loudness = 0; ///< integrated LUFS of the mix
    double truePeak = 0; ///< dBTP
    double limiting = 0; ///< largest gain reduction of the limiter, dB
    double gain = 0; ///< make-up gain before compressor and limiter, dB: see RenderRequest::gain
    int stolenVoices = 0;
    std::vector<std::string> notes; ///< sentences: "Left at -17 LUFS: ..."
};

/// Sent through JobContext::preview as blocks of the mix become final (before loudness gain).
struct AudioBlock
{
    std::int64_t firstFrame = 0;
    std::vector<float> interleaved; ///< stereo
};

class ScoreRenderer
{
public:
    virtual ~ScoreRenderer() = default;
    /// Same request, same bytes, whatever the number of threads.
    [[nodiscard]] virtual Result<Outcome<RenderOutcome>> render(
        const RenderRequest& request, JobContext& context)
        = 0;
};

} // namespace pieria
