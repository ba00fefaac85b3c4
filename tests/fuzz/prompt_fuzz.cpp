// Any bytes give a reading, whose chips lie inside the prompt, and a plan or a sentence.
#include "core/prompt/music_planner.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string prompt(data, data + size);
    const pieria::MusicReading reading = pieria::readMusicPrompt(prompt);
    for (const pieria::Chip& chip : reading.chips) {
        require(chip.begin < chip.end && chip.end <= prompt.size());
        static_cast<void>(pieria::promptWithoutChip(prompt, chip));
    }
    require(!reading.controls.bpm || (*reading.controls.bpm >= 30 && *reading.controls.bpm <= 300));
    require(!reading.controls.bars || *reading.controls.bars >= 1);
    static_cast<void>(pieria::residualText(prompt, reading));
    static_cast<void>(pieria::readMusicPrompt(pieria::promptFromControls(reading.controls)));
    static_cast<void>(pieria::instrumentFromName(prompt));
    return 0;
}
