#include "core/models/music/plan_features.h"

#include "core/score/grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pieria::models {

namespace {

enum class SectionKind { Intro, First, Second, Third, Fill, Ending, Build, Other };

SectionKind sectionKind(const std::string& label)
{
    const auto starts = [&label](std::string_view prefix) {
        return std::string_view(label).substr(0, prefix.size()) == prefix;
    };
    if (starts("intro")) {
        return SectionKind::Intro;
    }
    if (starts("fill")) {
        return SectionKind::Fill;
    }
    if (starts("end") || starts("outro") || starts("coda")) {
        return SectionKind::Ending;
    }
    if (starts("build")) {
        return SectionKind::Build;
    }
    if (starts("A") || starts("verse")) {
        return SectionKind::First;
    }
    if (starts("B") || starts("chorus") || starts("drop")) {
        return SectionKind::Second;
    }
    if (starts("C") || starts("D") || starts("bridge") || starts("break")) {
        return SectionKind::Third;
    }
    return SectionKind::Other;
}

void writeChord(const Chord* chord, int tonic, float* out)
{
    if (chord == nullptr || chord->quality == ChordQuality::None) {
        return;
    }
    const int root = ((chord->root - tonic) % 12 + 12) % 12;
    out[root] = 1;
    const unsigned mask = chordMask(chord->quality);
    for (int i = 0; i < 12; ++i) {
        if ((mask >> i & 1U) != 0) {
            out[12 + (root + i) % 12] = 1;
        }
    }
    out[24 + ((chord->bass - tonic) % 12 + 12) % 12] = 1;
}

void writePosition(const MusicPlan& plan, int bar, float* out)
{
    const Tick barTicks = plan.metre.ticksPerBar();
    const Tick tick = bar * barTicks;
    const Section* section = sectionAt(plan.sections, tick);
    Tick begin = 0;
    Tick end = plan.bars * barTicks;
    SectionKind kind = SectionKind::Other;
    if (section != nullptr) {
        begin = section->onset;
        kind = sectionKind(section->label);
        const auto* next = section + 1;
        if (next != plan.sections.data() + plan.sections.size()) {
            end = std::min(end, next->onset);
        }
    }
    const auto inSection = static_cast<int>((tick - begin) / barTicks);
    const auto toEnd = static_cast<int>((end - tick - 1) / barTicks);
    out[0] = bar < static_cast<int>(plan.energy.size()) ? plan.energy[static_cast<std::size_t>(bar)]
                                                        : 0.5F;
    out[1 + static_cast<int>(kind)] = 1;
    out[9 + inSection % 8] = 1;
    out[17 + std::clamp(toEnd, 0, 4)] = 1;
    out[22] = bar == 0 && !plan.loop ? 1 : 0;
    out[23] = bar == plan.bars - 1 && !plan.loop ? 1 : 0;
    out[24] = plan.loop ? 1 : 0;
    out[25] = static_cast<float>(std::min(inSection, 16)) / 16.0F;
}

} // namespace

torch::Tensor barFeatures(const MusicPlan& plan)
{
    torch::Tensor features = torch::zeros({ plan.bars, kBarFeatures });
    float* out = features.data_ptr<float>();
    const Tick barTicks = plan.metre.ticksPerBar();
    const int beats = gridBeatsPerBar(plan.metre);
    for (int bar = 0; bar < plan.bars; ++bar, out += kBarFeatures) {
        for (int beat = 0; beat < beats; ++beat) {
            writeChord(chordAt(plan.chords, bar * barTicks + beat * kTicksPerBeat), plan.key.tonic,
                out + beat * kChordFeatures);
        }
        const int next = bar + 1 < plan.bars ? bar + 1 : (plan.loop ? 0 : bar);
        writeChord(chordAt(plan.chords, next * barTicks), plan.key.tonic, out + 5 * kChordFeatures);
        writePosition(plan, bar, out + 6 * kChordFeatures);
    }
    return features;
}

torch::Tensor globalFeatures(const MusicPlan& plan)
{
    constexpr std::array<Metre, 5> kMetres { Metre { 4, 4 }, Metre { 3, 4 }, Metre { 6, 8 },
        Metre { 2, 4 }, Metre { 5, 4 } };
    torch::Tensor features = torch::zeros({ kGlobalFeatures });
    float* out = features.data_ptr<float>();
    for (std::size_t i = 0; i < kMetres.size(); ++i) {
        out[i] = plan.metre == kMetres[i] ? 1 : 0;
    }
    out[5 + static_cast<int>(plan.key.mode)] = 1;
    const double octaves = std::log2(std::clamp(plan.bpm, 20.0, 400.0) / 120.0);
    out[12] = static_cast<float>(octaves);
    for (int k = 0; k < 3; ++k) {
        const double angle = std::numbers::pi * octaves * (1 << k) / 2.0;
        out[13 + 2 * k] = static_cast<float>(std::sin(angle));
        out[14 + 2 * k] = static_cast<float>(std::cos(angle));
    }
    for (const Slot slot : kSlots) {
        out[20 + slotIndex(slot)] = plan.slots[slotIndex(slot)].on ? 1 : 0;
    }
    return features;
}

int programIndex(Slot slot, int program)
{
    return slot == Slot::Drums ? kProgramCount - 1 : std::clamp(program, 0, 127);
}

} // namespace pieria::models
