#include "core/models/music/training_windows.h"

#include "core/models/music/plan_features.h"

#include <algorithm>

namespace pieria::models {

namespace {

constexpr double kEmptyPrompt = 0.1;
constexpr double kDropSlot = 0.15;
constexpr double kLoop = 0.08;

/// Bars [first, first + count) of a plan as a piece of its own that runs round.
MusicPlan loopOf(const MusicPlan& plan, int first, int count)
{
    MusicPlan part = plan;
    const Tick begin = first * plan.metre.ticksPerBar();
    part.bars = count;
    part.loop = true;
    part.chords.clear();
    if (const Chord* chord = chordAt(plan.chords, begin)) {
        part.chords.push_back(*chord);
        part.chords.back().onset = 0;
    }
    for (const Chord& chord : plan.chords) {
        if (chord.onset > begin && chord.onset < begin + count * plan.metre.ticksPerBar()) {
            part.chords.push_back(chord);
            part.chords.back().onset -= begin;
        }
    }
    part.sections = { { 0, "A" } };
    part.energy.assign(plan.energy.begin() + first, plan.energy.begin() + first + count);
    return part;
}

} // namespace

WindowSource::WindowSource(
    std::vector<const TrainingPiece*> pieces, ScoreCodec& codec, const TextEncoder& text)
    : m_pieces(std::move(pieces))
    , m_text(text)
{
    for (const TrainingPiece* piece : m_pieces) {
        m_latents.push_back(codec->encode(piece->grid).to(torch::kHalf));
    }
}

const TextEncoding& WindowSource::encode(const std::string& caption)
{
    const auto found = m_captions.find(caption);
    if (found != m_captions.end()) {
        return found->second;
    }
    return m_captions.emplace(caption, m_text.encode(caption)).first->second;
}

WindowSource::Window WindowSource::drawWindow(int bars, NoiseSequence& random)
{
    const std::size_t index = random.below(static_cast<std::uint32_t>(m_pieces.size()));
    const TrainingPiece& piece = *m_pieces[index];
    const int count = std::min(bars, piece.plan.bars);
    const int first
        = static_cast<int>(random.below(static_cast<std::uint32_t>(piece.plan.bars - count + 1)));
    MusicPlan plan = piece.plan;
    std::vector<Slot> slots = playingSlots(plan);
    while (slots.size() > 1 && random.chance(kDropSlot)) {
        const std::size_t dropped = random.below(static_cast<std::uint32_t>(slots.size()));
        plan.slots[slotIndex(slots[dropped])].on = false;
        slots.erase(slots.begin() + static_cast<std::ptrdiff_t>(dropped));
    }
    Window window;
    window.beats = piece.grid.beatsPerBar;
    window.item = random.chance(kLoop) && count >= 4
        ? conditionItem(loopOf(plan, first, count), 0, count)
        : conditionItem(plan, first, count);
    std::vector<std::int64_t> indices;
    for (const Slot slot : window.item.slots) {
        indices.push_back(static_cast<std::int64_t>(slotIndex(slot)));
    }
    window.latents = m_latents[index]
                         .slice(0, first, first + count)
                         .index_select(1, torch::tensor(indices, torch::kInt64))
                         .to(torch::kFloat32);
    if (!piece.captions.empty() && !random.chance(kEmptyPrompt)) {
        const std::string& caption
            = piece.captions[random.below(static_cast<std::uint32_t>(piece.captions.size()))];
        setText(window.item, encode(caption));
    }
    return window;
}

WindowBatch WindowSource::draw(int count, int bars, NoiseSequence& random)
{
    std::vector<Window> windows;
    std::vector<ConditionItem> items;
    for (int i = 0; i < count; ++i) {
        windows.push_back(drawWindow(bars, random));
        items.push_back(windows.back().item);
    }
    WindowBatch batch;
    batch.conditions = stackConditions(items);
    const std::int64_t n = batch.conditions.bar.size(1);
    const std::int64_t s = batch.conditions.slot.size(1);
    batch.latents = torch::zeros({ count, n, s, kBarChannels });
    batch.valid = torch::zeros({ count, n, s, kBarChannels });
    for (int i = 0; i < count; ++i) {
        const Window& window = windows[static_cast<std::size_t>(i)];
        const std::int64_t wn = window.latents.size(0);
        const std::int64_t ws = window.latents.size(1);
        batch.latents[i].slice(0, 0, wn).slice(1, 0, ws).copy_(window.latents);
        batch.valid[i]
            .slice(0, 0, wn)
            .slice(1, 0, ws)
            .slice(2, 0, window.beats * kBeatChannels)
            .fill_(1);
    }
    return batch;
}

torch::Tensor drawLevels(
    std::int64_t pieces, std::int64_t bars, std::int64_t slots, NoiseSequence& random)
{
    torch::Tensor levels = torch::empty({ pieces, bars, slots });
    auto at = levels.accessor<float, 3>();
    for (std::int64_t i = 0; i < pieces; ++i) {
        const auto one = static_cast<float>(random.uniform());
        const bool single = random.chance(0.5);
        const std::uint32_t pattern = random.below(4);
        const auto cut
            = static_cast<std::int64_t>(random.below(static_cast<std::uint32_t>(bars + 1)));
        const auto cutEnd
            = cut + static_cast<std::int64_t>(random.below(static_cast<std::uint32_t>(bars + 1)));
        const double keep = random.uniform();
        std::vector<bool> keptSlot;
        for (std::int64_t s = 0; s < slots; ++s) {
            keptSlot.push_back(random.chance(keep));
        }
        for (std::int64_t n = 0; n < bars; ++n) {
            for (std::int64_t s = 0; s < slots; ++s) {
                float level = one;
                if (!single) {
                    switch (pattern) {
                    case 0: // any level anywhere
                        level = static_cast<float>(random.uniform());
                        break;
                    case 1: // a beginning is known, or a rising ladder follows it
                        level = n < cut ? 0.0F : one;
                        break;
                    case 2: // bars in the middle are made
                        level = n >= cut && n < cutEnd ? one : 0.0F;
                        break;
                    default: // some slots are known
                        level = keptSlot[static_cast<std::size_t>(s)] ? 0.0F : one;
                        break;
                    }
                }
                at[i][n][s] = level;
            }
        }
    }
    return levels;
}

} // namespace pieria::models
