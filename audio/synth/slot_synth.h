// One FluidSynth for the tracks of one slot: voices of different slots never meet, so a slot sounds
// the same whatever the others play.
#pragma once

#include "audio/synth/note_events.h"
#include "core/base/result.h"
#include "core/score/score.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace pieria::audio {

class SlotSynth
{
public:
    /// `tracks` as tracksOfSlot gives them, at least one. Loads only the samples they need; samples
    /// are shared between the synthesisers of the process.
    [[nodiscard]] static Result<std::unique_ptr<SlotSynth>> create(
        const std::filesystem::path& soundFont, const std::vector<const Track*>& tracks,
        std::vector<NoteEvent> events);
    virtual ~SlotSynth() = default;
    /// The next frames, interleaved stereo; their number is a multiple of kSynthBlock. Dry: no
    /// reverb, no chorus; levelled by programLevel.
    virtual Status render(std::span<float> interleaved) = 0;
    [[nodiscard]] virtual int stolenVoices() const = 0;
};

} // namespace pieria::audio
