// The dry audio of one slot, from the cache or from a synthesiser that fills the cache.
#pragma once

#include "audio/synth/slot_synth.h"
#include "audio/synth/stem_cache.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace pieria::audio {

struct DryRequest
{
    const Score& score;
    Slot slot;
    LoopMode loop;
    Humanise humanise;
    std::int64_t frames; ///< of the rendering, or of the loop
    const std::filesystem::path& soundFont;
};

class DryStem
{
public:
    /// A stem that was rendered before is read; else the synthesiser is made ready. A loop is
    /// rendered here and now, with its tail folded back onto its start; `cancelled` is asked every
    /// 100 ms of audio and ends it early, after which the stem must not be used.
    [[nodiscard]] static Result<DryStem> open(
        const DryRequest& request, const StemCache& cache, const std::function<bool()>& cancelled);

    /// The next frames; past the end of a loop comes its start again.
    Status next(std::span<float> interleaved);
    /// Moves to `frame` (cached stems and loops only).
    void seek(std::int64_t frame) { m_position = frame; }
    /// Hands a stem that was rendered to its end to the cache.
    Status close(const StemCache& cache);
    [[nodiscard]] int stolenVoices() const;

private:
    Status nextLive(std::span<float> interleaved);
    Status nextStored(std::span<float> interleaved);

    std::string m_key;
    std::int64_t m_frames = 0;
    std::int64_t m_position = 0;
    bool m_loops = false;
    FrameFile m_file;
    std::unique_ptr<SlotSynth> m_synth; ///< none: everything is in the file
    std::vector<float> m_padded;
    int m_stolen = 0;
};

} // namespace pieria::audio
