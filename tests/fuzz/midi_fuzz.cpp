// Any bytes: the MIDI reader refuses them or gives a score in normal form that comes back the same
// from a file of our own.
#include "core/score/edit.h"
#include "core/score/limits.h"
#include "core/score/midi.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace pieria;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto score = readMidi(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!score) {
        return score.error().sentence.empty() ? std::abort(), 0 : 0;
    }
    Score normal = *score;
    normalise(normal);
    const auto again = readMidi(writeMidi(*score));
    if (normal != *score || !again || *again != *score || !checkSize(*score)) {
        std::abort();
    }
    const TickRange half { score->length / 4, score->length / 2 };
    if (!sameNotesOutside(*score, merged(*score, inKey(*score, { 2, Mode::Minor }), half), half)) {
        std::abort();
    }
    return 0;
}
