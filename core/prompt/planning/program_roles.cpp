#include "core/prompt/planning/program_roles.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pieria::prompt {

namespace {

struct Range
{
    int first;
    int last;
    std::string_view slots; ///< b bass, c chords, o comp, l lead, k counter, p pad, x extra
    std::string_view solo; ///< slots of a piece for it alone
};

constexpr auto kRanges = std::to_array<Range>({ { 0, 3, "colk", "lcb" }, { 4, 5, "cpok", "lcb" },
    { 6, 6, "coklb", "lcb" }, { 7, 7, "oclx", "lc" }, { 8, 8, "lkcx", "lc" }, { 9, 9, "klxo", "l" },
    { 10, 10, "lkco", "lc" }, { 11, 11, "lkco", "lc" }, { 12, 12, "olck", "lo" },
    { 13, 13, "lkox", "l" }, { 14, 14, "xkpl", "l" }, { 15, 15, "ocl", "lo" },
    { 16, 18, "cpol", "lcb" }, { 19, 19, "cplb", "lcb" }, { 20, 20, "cpl", "lc" },
    { 21, 21, "lock", "lcb" }, { 22, 22, "lk", "l" }, { 23, 23, "lock", "lcb" },
    { 24, 25, "colk", "lob" }, { 26, 27, "oclk", "lo" }, { 28, 28, "ocx", "o" },
    { 29, 30, "olck", "lo" }, { 31, 31, "klx", "l" }, { 32, 39, "bxk", "b" },
    { 40, 40, "lkp", "l" }, { 41, 41, "klp", "l" }, { 42, 42, "klbp", "l" }, { 43, 43, "bkp", "b" },
    { 44, 44, "pcx", "pl" }, { 45, 45, "ockb", "lob" }, { 46, 46, "ock", "lo" },
    { 47, 47, "xb", "x" }, { 48, 51, "pckl", "lcpb" }, { 52, 54, "pkcl", "lcpb" },
    { 55, 55, "xc", "c" }, { 56, 56, "lk", "l" }, { 57, 57, "klc", "l" }, { 58, 58, "bk", "b" },
    { 59, 59, "lk", "l" }, { 60, 60, "kplc", "l" }, { 61, 61, "ckplo", "lcb" },
    { 62, 63, "cpkl", "lcb" }, { 64, 66, "lk", "l" }, { 67, 67, "klb", "l" }, { 68, 69, "lk", "l" },
    { 70, 70, "klb", "l" }, { 71, 79, "lk", "l" }, { 80, 87, "lko", "lo" }, { 88, 95, "pcx", "pc" },
    { 96, 103, "xpo", "pl" }, { 104, 104, "lok", "lo" }, { 105, 105, "olc", "lo" },
    { 106, 107, "lok", "lo" }, { 108, 108, "olk", "lo" }, { 109, 111, "lk", "l" },
    { 112, 113, "xk", "x" }, { 114, 114, "loc", "lo" }, { 115, 119, "x", "x" },
    { 120, 127, "x", "x" } });

Slot slotOf(char letter)
{
    switch (letter) {
    case 'b':
        return Slot::Bass;
    case 'c':
        return Slot::Chords;
    case 'o':
        return Slot::Comp;
    case 'l':
        return Slot::Lead;
    case 'k':
        return Slot::Counter;
    case 'p':
        return Slot::Pad;
    default:
        return Slot::Extra;
    }
}

const Range& rangeOf(int program)
{
    for (const Range& range : kRanges) {
        if (program >= range.first && program <= range.last) {
            return range;
        }
    }
    return kRanges.front();
}

} // namespace

std::vector<Slot> suitableSlots(int program)
{
    std::vector<Slot> slots;
    const auto add = [&slots](Slot slot) {
        if (std::find(slots.begin(), slots.end(), slot) == slots.end()) {
            slots.push_back(slot);
        }
    };
    for (const char letter : rangeOf(program).slots) {
        add(slotOf(letter));
    }
    for (const char letter : std::string_view("xkoclpb")) {
        add(slotOf(letter));
    }
    return slots;
}

std::vector<Slot> slotsOfSolo(int program)
{
    std::vector<Slot> slots;
    for (const char letter : rangeOf(program).solo) {
        slots.push_back(slotOf(letter));
    }
    return slots;
}

bool isPercussive(int program)
{
    return program == 47 || (program >= 112 && program <= 119 && program != 114);
}

} // namespace pieria::prompt
