// Prints the table of audio/synth/levels.cpp: what each program of the SoundFont must be turned up
// or down by to reach -23 LUFS when it plays a phrase in its register, and the drums a beat.
#include "audio/synth/levels.h"
#include "audio/synth/master.h"
#include "audio/synth/mix_meter.h"
#include "audio/synth/note_events.h"
#include "audio/synth/slot_synth.h"
#include "audio/synth/soundfont.h"
#include "tests/support/audio_pieces.h"

#include <algorithm>
#include <cstdio>

namespace {

using namespace pieria;

constexpr double kReference = -23;

/// A third of notes long, a third short, two voices: between a melody and a chord.
Score phrase(int program)
{
    const int family = program / 8;
    const int base = family == 4 ? 36 : 60;
    Score score;
    score.tempo = TempoMap(100.0);
    std::vector<Note> notes;
    for (int beat = 0; beat < 24; ++beat) {
        const int pitch = base + (beat * 5) % 13;
        notes.push_back(test::note(beat, beat % 3 == 0 ? 1.9 : 0.7, pitch, 90));
        if (family != 4 && beat % 2 == 0) {
            notes.push_back(test::note(beat, 0.9, pitch - 5, 84));
        }
    }
    score.tracks = { test::makeTrack(Slot::Lead, program, notes) };
    normalise(score);
    return score;
}

double loudness(const Score& score, Slot slot)
{
    const auto font = audio::findSoundFont();
    auto synth = audio::SlotSynth::create(*font, audio::tracksOfSlot(score, slot),
        audio::noteEvents(score, slot, LoopMode::Off, audio::Humanise::Off));
    if (!synth) {
        std::fprintf(stderr, "%s\n", synth.error().sentence.c_str());
        return kReference;
    }
    audio::MixMeter meter;
    std::vector<float> block(2 * 9600);
    for (std::int64_t at = 0; at < audio::frameOfTick(score.tempo, score.length); at += 9600) {
        static_cast<void>((*synth)->render(block));
        meter.add(block);
    }
    const auto levels = meter.finish();
    return audio::integratedLoudness(levels.power, std::vector<float>(levels.power.size(), 1.0f));
}

} // namespace

int main()
{
    for (int program = 0; program < 128; ++program) {
        const double level = audio::programLevel(program, false)
            + std::clamp(kReference - loudness(phrase(program), Slot::Lead), -15.0, 18.0);
        std::printf("%.1ff,%s", level, program % 8 == 7 ? "\n" : " ");
    }
    const double drums
        = audio::programLevel(0, true) + kReference - loudness(test::bandPiece(8), Slot::Drums);
    std::printf("drums %.1f\n", drums);
}
