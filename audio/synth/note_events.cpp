#include "audio/synth/note_events.h"

#include "audio/synth/velocity_curve.h"
#include "core/base/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace pieria::audio {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// Keyed by the note itself, so that editing one note leaves all others as they were.
int velocityShift(Slot slot, const Note& note)
{
    const Noise noise(0, slotName(slot), note.pitch);
    const double normal = noise.normal(static_cast<std::uint64_t>(note.onset));
    return static_cast<int>(std::lround(std::clamp(2.0 * normal, -4.0, 4.0)));
}

std::uint8_t playedVelocity(const Track& track, const Note& note, Humanise humanise)
{
    const int shift = humanise == Humanise::Velocity ? velocityShift(track.slot, note) : 0;
    const int velocity = std::clamp(note.velocity + shift, 1, 127);
    return shapedVelocity(
        track.program, track.slot == Slot::Drums, static_cast<std::uint8_t>(velocity));
}

std::array<std::int64_t, 128> firstOnsets(const Track& track, const TempoMap& tempo)
{
    std::array<std::int64_t, 128> first {};
    first.fill(kNever);
    for (const Note& note : track.notes) {
        auto& onset = first[note.pitch & 127u];
        onset = std::min(onset, frameOfTick(tempo, note.onset));
    }
    return first;
}

class TrackEvents
{
public:
    TrackEvents(const Score& score, LoopMode loop, Humanise humanise)
        : m_tempo(score.tempo)
        , m_humanise(humanise)
        , m_loopEnd(loop == LoopMode::On ? frameOfTick(score.tempo, score.length) : kNever)
    {
    }
    void add(const Track& track, std::uint16_t channel)
    {
        const auto nextRound = firstOnsets(track, m_tempo);
        for (const Note& note : track.notes) {
            const auto pitch = static_cast<std::uint8_t>(note.pitch & 127u);
            const std::int64_t start = frameOfTick(m_tempo, note.onset);
            std::int64_t end = frameOfTick(m_tempo, note.onset + note.duration);
            if (m_loopEnd != kNever) {
                if (start >= m_loopEnd) {
                    continue;
                }
                end = std::min(end, m_loopEnd + nextRound[pitch]);
            }
            const std::int64_t on = blockStartAtOrAfter(start);
            const std::int64_t off = std::max(blockStartAtOrAfter(end), on + kSynthBlock);
            events.push_back({ on, channel, true, pitch, playedVelocity(track, note, m_humanise) });
            events.push_back({ off, channel, false, pitch, 0 });
            if (m_loopEnd != kNever && track.slot == Slot::Drums) {
                events.push_back(
                    { blockStartAtOrAfter(m_loopEnd + start), channel, true, pitch, 1 });
            }
        }
    }
    std::vector<NoteEvent> events;

private:
    const TempoMap& m_tempo;
    Humanise m_humanise;
    std::int64_t m_loopEnd;
};

} // namespace

std::vector<const Track*> tracksOfSlot(const Score& score, Slot slot)
{
    std::vector<const Track*> tracks;
    for (const Track& track : score.tracks) {
        if (track.slot == slot && !track.notes.empty()) {
            tracks.push_back(&track);
        }
    }
    return tracks;
}

std::int64_t frameOfTick(const TempoMap& tempo, Tick tick)
{
    return std::llround(tempo.secondsAt(tick).value() * kSampleRate);
}

std::int64_t blockStartAtOrAfter(std::int64_t frame)
{
    return (frame + kSynthBlock - 1) / kSynthBlock * kSynthBlock;
}

std::vector<NoteEvent> noteEvents(const Score& score, Slot slot, LoopMode loop, Humanise humanise)
{
    TrackEvents all(score, loop, humanise);
    std::uint16_t channel = 0;
    for (const Track* track : tracksOfSlot(score, slot)) {
        all.add(*track, channel++);
    }
    const auto order = [](const NoteEvent& e) {
        return std::tuple(e.frame, e.on, e.channel, e.pitch, e.velocity);
    };
    std::sort(all.events.begin(), all.events.end(),
        [&](const NoteEvent& a, const NoteEvent& b) { return order(a) < order(b); });
    return std::move(all.events);
}

} // namespace pieria::audio
