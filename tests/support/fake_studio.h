// Engines for tests of the window: a deterministic toy score and a renderer that writes silence
// with a click for every note. No models, no sound font.
#pragma once

#include "audio/file/audio_writer.h"
#include "core/base/noise.h"
#include "core/engine/music_generator.h"
#include "core/engine/score_renderer.h"
#include "core/prompt/music_prompt.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

namespace pieria::test {

inline Score toyScore(std::uint64_t seed, int bars)
{
    Score score;
    score.tempo = TempoMap(92);
    score.keys = { { 0, Key { 2, Mode::Minor } } };
    score.length = bars * 4 * kTicksPerBeat;
    score.sections = { { 0, "intro" }, { 4 * 4 * kTicksPerBeat, "A" } };
    NoiseSequence noise(Noise(seed, "toy"));
    const auto fill = [&](Slot slot, int program, const char* name, int low, int span, Tick step) {
        Track track { slot, program, name, {} };
        for (Tick at = 0; at < score.length; at += step) {
            track.notes.push_back({ at, step * 3 / 4,
                static_cast<std::uint8_t>(
                    low + static_cast<int>(noise.below(static_cast<std::uint32_t>(span)))),
                static_cast<std::uint8_t>(60 + noise.below(50)) });
        }
        score.tracks.push_back(std::move(track));
    };
    fill(Slot::Drums, 0, "drums", 36, 12, kTicksPerBeat / 2);
    fill(Slot::Bass, 32, "bass", 36, 12, kTicksPerBeat);
    fill(Slot::Comp, 24, "nylon guitar", 55, 14, kTicksPerBeat);
    fill(Slot::Lead, 73, "flute", 67, 14, kTicksPerBeat);
    score.chords
        = { { 0, 2, ChordQuality::Minor7, 2 }, { 8 * kTicksPerBeat, 7, ChordQuality::Minor7, 7 },
              { 16 * kTicksPerBeat, 9, ChordQuality::Dominant7, 9 } };
    normalise(score);
    return score;
}

class FakeGenerator final : public MusicGenerator
{
public:
    std::chrono::milliseconds stepTime { 5 }; ///< set longer to watch it work
    bool fails = false;
    Result<Outcome<Take>> generate(
        const MusicRequest& request, const Take* source, JobContext& context) override
    {
        if (fails) {
            return fail(ErrorCode::Unavailable, "The toy model is missing. Put it back.", "test");
        }
        const int bars = request.bars.value_or(16);
        Take take;
        take.id = TakeId::make();
        take.title = request.prompt;
        take.request = request;
        take.score = toyScore(request.seed, bars + (source != nullptr ? request.extendBars : 0));
        take.plan.bars = bars;
        take.plan.bpm = 92;
        take.plan.key = take.score.key();
        for (const Track& track : take.score.tracks) {
            take.plan.slots[slotIndex(track.slot)] = { true, track.program };
        }
        take.plan.energy.assign(static_cast<std::size_t>(bars), 0.5F);
        for (int bar = 0; bar < bars; bar += 4) {
            if (context.cancelled()) {
                return Outcome<Take>(Cancelled {});
            }
            context.report({ "writing bars " + std::to_string(bar + 1) + "-"
                    + std::to_string(bar + 4) + " of " + std::to_string(bars),
                static_cast<double>(bar), static_cast<double>(bars) });
            ScoreDraft draft { take.score, bar * 4 * kTicksPerBeat };
            for (Track& track : draft.score.tracks) {
                std::erase_if(track.notes,
                    [&](const Note& note) { return note.onset >= (bar + 4) * 4 * kTicksPerBeat; });
            }
            context.preview(draft);
            std::this_thread::sleep_for(stepTime);
        }
        return Outcome<Take>(std::move(take));
    }
};

class FakeRenderer final : public ScoreRenderer
{
public:
    Result<Outcome<RenderOutcome>> render(
        const RenderRequest& request, JobContext& context) override
    {
        std::filesystem::create_directories(request.folder);
        const double seconds = request.score.tempo.secondsAt(request.score.length).value();
        const auto frames = static_cast<std::int64_t>(seconds * kSampleRate);
        std::vector<float> sound(static_cast<std::size_t>(frames) * 2, 0.0F);
        for (const Track& track : request.score.tracks) {
            for (const Note& note : track.notes) {
                const auto at = static_cast<std::int64_t>(
                    request.score.tempo.secondsAt(note.onset).value() * kSampleRate);
                for (std::int64_t i = at; i < std::min(frames, at + 4000); ++i) {
                    const float level = 0.1F * (1.0F - static_cast<float>(i - at) / 4000.0F);
                    sound[static_cast<std::size_t>(2 * i)] += ((i / 60) % 2 == 0 ? level : -level);
                    sound[static_cast<std::size_t>(2 * i + 1)]
                        += ((i / 60) % 2 == 0 ? level : -level);
                }
            }
        }
        for (float& value : sound) {
            value = std::clamp(value, -0.9F, 0.9F);
        }
        context.preview(AudioBlock { 0, sound });
        RenderOutcome outcome;
        outcome.frames = frames;
        outcome.loudness = -14;
        outcome.mix = { request.folder / "mix.wav", "mix", std::nullopt };
        auto writer = audio::AudioWriter::create(outcome.mix.path, audio::WriterSettings {});
        if (!writer) {
            return tl::make_unexpected(writer.error());
        }
        if (Status done = (*writer)->write(sound); !done) {
            return tl::make_unexpected(done.error());
        }
        if (Status done = (*writer)->finish(); !done) {
            return tl::make_unexpected(done.error());
        }
        return context.cancelled() ? Outcome<RenderOutcome>(Cancelled {})
                                   : Outcome<RenderOutcome>(std::move(outcome));
    }
};

} // namespace pieria::test
