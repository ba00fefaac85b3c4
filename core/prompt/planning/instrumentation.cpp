#include "core/prompt/planning/instrumentation.h"

#include "core/base/noise.h"
#include "core/prompt/planning/draw.h"
#include "core/prompt/planning/program_roles.h"

#include <algorithm>

namespace pieria::prompt {

namespace {

using Slots = std::array<SlotPlan, kSlotCount>;

double weightIn(const StylePrior& style, Slot slot, int program)
{
    for (const auto& [known, weight] : style.programs[slotIndex(slot)]) {
        if (known == program) {
            return weight;
        }
    }
    return 0;
}

/// The program of a wish that the style knows best; the first allowed one when it knows none.
std::optional<int> programFor(
    const InstrumentWish& wish, const StylePrior& style, const Wanted& wanted)
{
    std::optional<int> best;
    double most = -1;
    for (const int program : wish.programs) {
        if (program < 0 || program > 127 || wanted.banned.test(static_cast<std::size_t>(program))) {
            continue;
        }
        double weight = 0;
        for (std::size_t slot = 1; slot < kSlotCount; ++slot) {
            weight = std::max(weight, weightIn(style, kSlots[slot], program));
        }
        if (weight > most) {
            most = weight;
            best = program;
        }
    }
    return best;
}

int kitOf(const InstrumentWish& wish, const StylePrior& style)
{
    constexpr int kStandard = 0;
    constexpr int kElectronic = 24;
    constexpr int kTr808 = 25;
    constexpr int kBrush = 40;
    const auto& kits = style.programs[slotIndex(Slot::Drums)];
    if (wish.name == "brushed drums") {
        return kBrush;
    }
    if (wish.name == "electronic drums") {
        return weightIn(style, Slot::Drums, kTr808) > weightIn(style, Slot::Drums, kElectronic)
            ? kTr808
            : kElectronic;
    }
    if (wish.name == "hand percussion" || kits.empty()) {
        return kStandard;
    }
    return std::max_element(kits.begin(), kits.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->first;
}

class Placement
{
public:
    Placement(const StylePrior& style, const Wanted& wanted, std::uint64_t seed)
        : m_style(style)
        , m_wanted(wanted)
        , m_seed(seed)
    {
    }

    void placeNamed(std::vector<std::string>& notes)
    {
        const auto place = [&](bool withRole) {
            for (const InstrumentWish& wish : m_wanted.instruments) {
                if (wish.role.has_value() == withRole && !put(wish)) {
                    notes.push_back("There is no room for the " + wish.name
                        + ": eight instruments play at most, each in its own role.");
                }
            }
        };
        place(true);
        place(false);
    }

    /// A soloist plays melody, harmony and bass where the instrument can.
    void spreadSoloists()
    {
        const Slots named = m_slots;
        const std::size_t players = static_cast<std::size_t>(std::count_if(
            named.begin(), named.end(), [](const SlotPlan& slot) { return slot.on; }));
        for (std::size_t i = 1; i < kSlotCount; ++i) {
            if (!named[i].on) {
                continue;
            }
            for (const Slot slot : slotsOfSolo(named[i].program)) {
                SlotPlan& target = m_slots[slotIndex(slot)];
                const bool melody = slot == Slot::Lead && players > 1;
                if (!target.on && !m_wanted.silent[slotIndex(slot)] && !melody) {
                    target = { true, named[i].program };
                }
            }
        }
    }

    void fillFromStyle()
    {
        for (std::size_t i = 0; i < kSlotCount; ++i) {
            const Noise on(m_seed, "slot/on", i);
            if (!m_slots[i].on && on.uniform(0) < m_style.chance[i]) {
                m_slots[i] = draw(i);
            }
        }
        const auto plays = [this](Slot slot) { return m_slots[slotIndex(slot)].on; };
        if (!plays(Slot::Chords) && !plays(Slot::Comp) && !plays(Slot::Pad)) {
            for (const Slot slot : { Slot::Chords, Slot::Comp, Slot::Pad }) {
                if (!plays(Slot::Chords) && !plays(Slot::Comp) && !plays(Slot::Pad)) {
                    m_slots[slotIndex(slot)] = draw(slotIndex(slot));
                }
            }
        }
    }

    [[nodiscard]] const Slots& slots() const { return m_slots; }

private:
    bool put(const InstrumentWish& wish)
    {
        if (wish.drums) {
            SlotPlan& drums = m_slots[slotIndex(Slot::Drums)];
            if (!m_wanted.silent[slotIndex(Slot::Drums)] && !drums.on) {
                drums = { true, kitOf(wish, m_style) };
            }
            return true; // percussion beside a kit shares its slot
        }
        const auto program = programFor(wish, m_style, m_wanted);
        if (!program) {
            return true; // taken away on purpose
        }
        std::vector<Slot> slots = suitableSlots(*program);
        if (wish.role && *wish.role != Slot::Drums) {
            slots.insert(slots.begin(), *wish.role);
        }
        for (const Slot slot : slots) {
            SlotPlan& target = m_slots[slotIndex(slot)];
            if (!target.on && !m_wanted.silent[slotIndex(slot)]) {
                target = { true, *program };
                return true;
            }
        }
        return false;
    }

    /// A program of the style that nobody took away; off when there is none.
    SlotPlan draw(std::size_t slot) const
    {
        if (m_wanted.silent[slot]) {
            return {};
        }
        std::vector<int> programs;
        std::vector<double> weights;
        for (const auto& [program, weight] : m_style.programs[slot]) {
            const bool drums = slot == slotIndex(Slot::Drums);
            const bool banned = !drums
                && (m_wanted.banned.test(static_cast<std::size_t>(program))
                    || (m_wanted.silent[slotIndex(Slot::Drums)] && isPercussive(program)));
            if (!banned) {
                programs.push_back(program);
                weights.push_back(weight);
            }
        }
        if (programs.empty()) {
            return {};
        }
        const Noise noise(m_seed, "slot/program", slot);
        return { true, programs[drawIndex(weights, noise.uniform(0))] };
    }

    const StylePrior& m_style;
    const Wanted& m_wanted;
    std::uint64_t m_seed;
    Slots m_slots {};
};

bool anyPlays(const Slots& slots)
{
    return std::any_of(slots.begin(), slots.end(), [](const SlotPlan& slot) { return slot.on; });
}

/// An instrument nobody took away, when the style offers none.
SlotPlan anyProgram(const Wanted& wanted)
{
    for (const int program : { 0, 48, 24, 16, 11, 73, 89, 46, 61, 21, 12, 4 }) {
        if (!wanted.banned.test(static_cast<std::size_t>(program))) {
            return { true, program };
        }
    }
    return {};
}

} // namespace

Result<std::array<SlotPlan, kSlotCount>> planInstruments(const StylePrior& style,
    const Wanted& wanted, std::uint64_t seed, std::vector<std::string>& notes)
{
    Placement placement(style, wanted, seed);
    placement.placeNamed(notes);
    if (wanted.only) {
        placement.spreadSoloists();
    } else {
        placement.fillFromStyle();
    }
    Slots slots = placement.slots();
    if (!anyPlays(slots) && !wanted.only) {
        for (const Slot slot : { Slot::Chords, Slot::Pad, Slot::Lead }) {
            if (!anyPlays(slots) && !wanted.silent[slotIndex(slot)]) {
                slots[slotIndex(slot)] = anyProgram(wanted);
            }
        }
    }
    if (!anyPlays(slots)) {
        return fail(ErrorCode::InvalidInput,
            "Everything that could play has been taken away: allow at least one instrument.");
    }
    return slots;
}

} // namespace pieria::prompt
