#include "audio/synth/render_plan.h"

#include "audio/synth/mix_meter.h"
#include "audio/synth/note_events.h"
#include "audio/synth/strip_processor.h"

#include <algorithm>
#include <cmath>

namespace pieria::audio {

namespace {

constexpr double kMostSeconds = 6 * 3600;
constexpr double kMostTail = 30;

std::vector<Slot> heardSlots(const Score& score, const Mix& mix)
{
    std::vector<Slot> playing;
    for (const Slot slot : kSlots) {
        if (!tracksOfSlot(score, slot).empty()) {
            playing.push_back(slot);
        }
    }
    std::vector<Slot> heard;
    std::copy_if(playing.begin(), playing.end(), std::back_inserter(heard),
        [&](Slot slot) { return isHeard(mix, slot, playing); });
    return heard;
}

std::vector<std::size_t> barChunks(const Score& score)
{
    std::vector<std::size_t> chunks;
    for (const Tick line : barLines(score)) {
        const auto frame = blockStartAtOrAfter(frameOfTick(score.tempo, line));
        chunks.push_back(static_cast<std::size_t>(frame / kChunkFrames));
    }
    return chunks;
}

} // namespace

Result<RenderPlan> planRendering(const RenderRequest& request)
{
    const Score& score = request.score;
    const bool loops = request.loop == LoopMode::On;
    const Tick end = loops ? score.length : std::max(score.length, lastNoteEnd(score));
    if (end <= 0) {
        return fail(ErrorCode::InvalidInput, "The piece is empty: write some notes first.");
    }
    if (score.tempo.secondsAt(end).value() > kMostSeconds) {
        return fail(ErrorCode::InvalidInput,
            "The piece is longer than six hours: shorten it or raise its tempo.");
    }
    RenderPlan plan;
    plan.scoreFrames = frameOfTick(score.tempo, score.length);
    plan.frames = frameOfTick(score.tempo, end);
    if (!loops) {
        const double tail = std::isfinite(request.tail) ? request.tail : 0;
        plan.frames += std::llround(std::clamp(tail, 0.0, kMostTail) * kSampleRate);
        plan.barriers = barChunks(score);
    }
    if (plan.frames < 1) {
        return fail(ErrorCode::InvalidInput, "The piece is too short to be heard: lengthen it.");
    }
    plan.slots = heardSlots(score, request.mix);
    return plan;
}

} // namespace pieria::audio
