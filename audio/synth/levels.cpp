#include "audio/synth/levels.h"

#include "audio/synth/note_events.h"

#include <algorithm>
#include <array>

namespace pieria::audio {

namespace {

/// Measured by tests/bench/program_levels.cpp, kept to -6 to 9 dB: what dies away at once (a
/// woodblock, a pizzicato) is not to be as loud over a phrase as what is held.
// clang-format off
constexpr std::array<float, 128> kProgramLevel {
    6.6f, 7.1f, 2.7f, 7.6f, 0.9f, 5.6f, 3.9f, 4.2f,
    4.6f, 3.6f, 5.1f, 7.8f, 5.0f, 9.0f, 2.2f, 9.0f,
    4.4f, -0.4f, 1.0f, 0.8f, 2.0f, 4.9f, 4.0f, 4.4f,
    5.3f, 4.8f, 1.6f, 4.6f, 9.0f, -1.4f, -3.9f, -3.5f,
    4.8f, 3.6f, 4.4f, 1.4f, 8.1f, 6.3f, 6.1f, -1.1f,
    0.9f, 2.2f, 2.9f, 9.0f, 2.0f, 4.1f, 3.7f, 9.0f,
    2.6f, -0.1f, 1.0f, 0.9f, 3.1f, 1.2f, 3.0f, 4.6f,
    3.1f, -2.1f, -3.1f, 1.6f, -0.1f, 1.8f, 3.4f, 3.8f,
    0.7f, -0.3f, 0.7f, 1.8f, -0.2f, 4.0f, 0.8f, -1.5f,
    1.2f, 1.1f, 1.2f, 0.9f, -0.7f, -1.5f, -3.3f, -0.2f,
    -0.1f, 2.8f, 5.1f, 3.8f, 2.0f, 0.3f, 7.3f, 3.6f,
    4.9f, 6.5f, 2.5f, 1.6f, 0.4f, -1.6f, 2.3f, 1.3f,
    3.0f, 5.7f, 6.3f, 0.4f, 3.2f, 6.0f, 4.7f, 1.9f,
    5.6f, 6.4f, 9.0f, 7.7f, 9.0f, 0.4f, 1.2f, 2.4f,
    7.2f, 9.0f, 5.9f, 9.0f, 6.4f, 6.9f, 2.2f, 8.8f,
    4.3f, 4.1f, 4.5f, -0.3f, -0.7f, 9.0f, 1.5f, 2.1f,
};
// clang-format on
constexpr double kDrumLevel = 8.2;

/// Where each role stands: gain, pan, reverb, low shelf.
struct Place
{
    double gain;
    double pan;
    double reverb;
    double low;
};

constexpr std::array<Place, kSlotCount> kPlaces {
    Place { 0, 0, 0.1, 0 }, // drums
    Place { -1, 0, 0.03, 0 }, // bass
    Place { -5, -0.25, 0.22, -1.5 }, // chords
    Place { -5, 0.35, 0.2, -2 }, // comp
    Place { -0.5, 0, 0.28, 0 }, // lead
    Place { -3.5, -0.4, 0.32, 0 }, // counter
    Place { -8, 0, 0.4, -3 }, // pad
    Place { -5, 0.5, 0.25, 0 }, // extra
};

bool isDistortedGuitar(int program)
{
    return program == 29 || program == 30;
}

} // namespace

double programLevel(int program, bool drums)
{
    return drums ? kDrumLevel
                 : double { kProgramLevel[static_cast<std::size_t>(std::clamp(program, 0, 127))] };
}

Mix defaultMix(const Score& score)
{
    Mix mix;
    const auto plays = [&](Slot slot) { return !tracksOfSlot(score, slot).empty(); };
    const auto count = std::count_if(kSlots.begin(), kSlots.end(), plays);
    for (const Slot slot : kSlots) {
        const Place& place = kPlaces[slotIndex(slot)];
        Strip& strip = mix.strips[slotIndex(slot)];
        strip.gain = place.gain;
        strip.reverb = place.reverb;
        // Alone or in a duo there is nothing to keep apart: centre and full range.
        strip.pan = count > 2 ? place.pan : 0;
        strip.low = count > 2 ? place.low : 0;
        for (const Track* track : tracksOfSlot(score, slot)) {
            if (slot != Slot::Drums && isDistortedGuitar(track->program)) {
                strip.reverb = std::min(strip.reverb, 0.12);
            }
        }
    }
    if (!plays(Slot::Lead)) {
        // Without a melody the chords carry the piece.
        mix.strips[slotIndex(Slot::Chords)].gain += 3;
    }
    return mix;
}

} // namespace pieria::audio
