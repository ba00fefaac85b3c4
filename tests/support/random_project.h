// Takes and projects drawn from a seed.
#pragma once

#include "core/project/project.h"
#include "tests/support/random_score.h"

#include <string>

namespace pieria::test {

inline MusicRequest randomRequest(std::uint64_t seed)
{
    NoiseSequence random { Noise(seed, "random request") };
    MusicRequest request;
    request.prompt = "slow bossa nova \"no. " + std::to_string(seed) + "\"\nwith fl\xC3\xB6te";
    request.negative = random.chance(0.5) ? "drums" : "";
    request.seed = ~seed;
    request.model = "pieria-music-1";
    if (random.chance(0.5)) {
        request.styles = { { "my style", 0.75 }, { "other", -1 } };
        request.bars = 32;
        request.bpm = 92.5;
        request.key = Key { 2, Mode::Dorian };
        request.metre = Metre { 6, 8 };
        request.instruments = std::vector<std::string> { "flute", "nylon guitar" };
    } else {
        request.length = Seconds(61.7);
    }
    request.loop = random.chance(0.5);
    request.steps = 1 + static_cast<int>(random.below(200));
    request.guidance = 20 * random.uniform();
    request.task = static_cast<MusicTask>(random.below(4));
    request.extendBars = 4;
    request.firstBar = 9;
    request.lastBar = 12;
    request.slot = static_cast<Slot>(random.below(kSlotCount));
    request.sourceTake = random.chance(0.5) ? "e5a7c4a0-0000-4000-8000-000000000000" : "";
    return request;
}

inline MusicPlan randomPlan(std::uint64_t seed)
{
    NoiseSequence random { Noise(seed, "random plan") };
    const Score score = randomScore(seed);
    MusicPlan plan;
    plan.metre = { 5, 4 };
    plan.key = { 11, Mode::Locrian };
    plan.bpm = 10 + 990 * random.uniform();
    plan.bars = 12;
    for (SlotPlan& slot : plan.slots) {
        slot = { random.chance(0.5), static_cast<int>(random.below(128)) };
    }
    plan.sections = score.sections;
    plan.chords = score.chords;
    for (int bar = 0; bar < plan.bars; ++bar) {
        plan.energy.push_back(static_cast<float>(random.uniform()));
    }
    plan.style = "bossa nova";
    plan.loop = random.chance(0.5);
    return plan;
}

inline Take randomTake(std::uint64_t seed)
{
    NoiseSequence random { Noise(seed, "random take") };
    Take take;
    take.id = TakeId("00000000-0000-4000-8000-" + std::to_string(100000000000 + seed));
    take.title = "Take " + std::to_string(seed);
    take.request = randomRequest(seed);
    take.plan = randomPlan(seed);
    take.score = randomScore(seed);
    if (random.chance(0.7)) {
        take.latents.bars = 3;
        take.latents.channels = 5;
        for (int i = 0; i < 3 * kSlotCount * 5; ++i) {
            take.latents.values.push_back(random.normal());
        }
    }
    take.mix.strips[2] = { -3.5, 0.25, 0.1, 1, -2, 3, true, false };
    take.mix.loudness = random.chance(0.5) ? std::optional(-16.0) : std::nullopt;
    take.mix.ceiling = -2;
    take.notes = { "Understood: slow.", "No singing yet; a flute plays the tune." };
    return take;
}

inline Project randomProject(std::uint64_t seed, int takes = 3)
{
    Project project;
    project.id = "11111111-2222-4333-8444-555555555555";
    project.title = "Project " + std::to_string(seed);
    for (int i = 0; i < takes; ++i) {
        const std::uint64_t n = seed * 100 + static_cast<std::uint64_t>(i);
        project.takes.push_back({ randomTake(n), std::nullopt, i % 2 == 0 });
        project.history.push_back({ randomRequest(n), project.takes.back().take.id, i % 2 == 1 });
    }
    project.history.push_back({ randomRequest(seed), std::nullopt, false });
    if (takes > 0) {
        project.current = project.takes.back().take.id;
    }
    project.view = { { "zoom", "2.5" }, { "layout", "AAAA/wAA" } };
    return project;
}

} // namespace pieria::test
