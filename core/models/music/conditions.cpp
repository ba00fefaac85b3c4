#include "core/models/music/conditions.h"

#include "core/models/music/plan_features.h"

#include <algorithm>

namespace pieria::models {

std::vector<Slot> playingSlots(const MusicPlan& plan)
{
    std::vector<Slot> slots;
    for (const Slot slot : kSlots) {
        if (plan.slots[slotIndex(slot)].on) {
            slots.push_back(slot);
        }
    }
    return slots;
}

ConditionItem conditionItem(const MusicPlan& plan, int first, int count)
{
    ConditionItem item;
    item.bar = barFeatures(plan).slice(0, first, first + count);
    item.global = globalFeatures(plan);
    item.slots = playingSlots(plan);
    for (const Slot slot : item.slots) {
        item.programs.push_back(programIndex(slot, plan.slots[slotIndex(slot)].program));
    }
    item.loop = plan.loop && count == plan.bars;
    return item;
}

void setText(ConditionItem& item, const TextEncoding& text)
{
    if (text.tokens.size(0) == 0) {
        return;
    }
    item.text = text.tokens;
    item.pooled = torch::cat({ text.pooled, text.gloveMean });
}

MusicConditions stackConditions(const std::vector<ConditionItem>& items)
{
    const auto pieces = static_cast<std::int64_t>(items.size());
    std::int64_t bars = 1;
    std::int64_t slots = 1;
    std::int64_t tokens = 1;
    for (const ConditionItem& item : items) {
        bars = std::max(bars, item.bar.size(0));
        slots = std::max(slots, static_cast<std::int64_t>(item.slots.size()));
        tokens = std::max(tokens, item.text.defined() ? item.text.size(0) : 0);
    }
    MusicConditions all;
    all.slot = torch::zeros({ pieces, slots }, torch::kInt64);
    all.slotMask = torch::zeros({ pieces, slots });
    all.program = torch::zeros({ pieces, slots }, torch::kInt64);
    all.bar = torch::zeros({ pieces, bars, kBarFeatures });
    all.barMask = torch::zeros({ pieces, bars });
    all.global = torch::zeros({ pieces, kGlobalFeatures });
    all.text = torch::zeros({ pieces, tokens, kTextTokenWidth });
    all.textMask = torch::zeros({ pieces, tokens });
    all.pooled = torch::zeros({ pieces, kTextTokenWidth });
    all.textGiven = torch::zeros({ pieces });
    for (std::int64_t i = 0; i < pieces; ++i) {
        const ConditionItem& item = items[static_cast<std::size_t>(i)];
        for (std::size_t s = 0; s < item.slots.size(); ++s) {
            const auto at = static_cast<std::int64_t>(s);
            all.slot[i][at] = static_cast<std::int64_t>(slotIndex(item.slots[s]));
            all.program[i][at] = item.programs[s];
        }
        all.slotMask[i].slice(0, 0, static_cast<std::int64_t>(item.slots.size())).fill_(1);
        all.bar[i].slice(0, 0, item.bar.size(0)).copy_(item.bar);
        all.barMask[i].slice(0, 0, item.bar.size(0)).fill_(1);
        all.global[i].copy_(item.global);
        if (item.text.defined()) {
            all.text[i].slice(0, 0, item.text.size(0)).copy_(item.text);
            all.textMask[i].slice(0, 0, item.text.size(0)).fill_(1);
            all.pooled[i].copy_(item.pooled);
            all.textGiven[i] = 1;
        }
        all.loop.push_back(item.loop);
    }
    return all;
}

} // namespace pieria::models
