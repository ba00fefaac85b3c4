#include "tests/eval/listening.h"

#include "audio/analysis/tempo.h"
#include "audio/file/audio_reader.h"
#include "audio/synth/levels.h"
#include "audio/synth/score_synth.h"
#include "core/base/id.h"

#include <cmath>
#include <filesystem>

namespace pieria::eval {

namespace {

constexpr double kNoBeat = 0.1;

class ScratchFolder
{
public:
    ScratchFolder()
        : m_path(std::filesystem::temp_directory_path() / ("pieria-eval-" + makeUuid()))
    {
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

Result<std::optional<double>> heardTempo(const Score& score, double asked)
{
    const ScratchFolder scratch;
    audio::SynthOptions options;
    options.cache = scratch.path() / "cache";
    RenderRequest request;
    request.score = score;
    request.mix = audio::defaultMix(score);
    request.folder = scratch.path() / "out";
    request.stems = false;
    QuietContext quiet;
    const Result<Outcome<RenderOutcome>> rendered
        = audio::makeScoreRenderer(options)->render(request, quiet);
    if (!rendered) {
        return tl::unexpected(rendered.error());
    }
    const Result<audio::AudioBuffer> sound
        = audio::readAudioFile(std::get<RenderOutcome>(*rendered).mix.path);
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    std::vector<float> mono;
    for (std::size_t i = 0; i + 1 < sound->samples.size(); i += 2) {
        mono.push_back((sound->samples[i] + sound->samples[i + 1]) / 2);
    }
    const std::optional<audio::TempoEstimate> estimate
        = audio::estimateTempo(audio::onsetStrength(mono), { asked, 0.9 });
    if (!estimate || estimate->clarity < kNoBeat) {
        return std::optional<double> {};
    }
    return std::optional<double> { estimate->bpm };
}

bool sameTempo(double found, double asked)
{
    return std::abs(found / asked - 1) <= 0.04;
}

bool sameTempoOrMultiple(double found, double asked)
{
    for (const double ratio : { 1.0 / 3, 0.5, 1.0, 2.0, 3.0 }) {
        if (sameTempo(found, asked * ratio)) {
            return true;
        }
    }
    return false;
}

} // namespace pieria::eval
