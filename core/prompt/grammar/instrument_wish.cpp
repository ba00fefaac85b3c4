#include "core/prompt/grammar/instrument_wish.h"

#include "core/prompt/lexicon/lexicon.h"

#include <algorithm>
#include <charconv>

namespace pieria::prompt {

namespace {

struct ProgramList
{
    std::vector<int> programs;
    bool drums = false;
    std::optional<Slot> slot;
};

/// "24-31 drums bass": programs, ranges of them, the kit, a slot. The tables are ours: no errors.
ProgramList parsePrograms(std::string_view text)
{
    ProgramList list;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        int first = 0;
        const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), first);
        if (error != std::errc()) {
            list.drums = list.drums || word == "drums";
            list.slot = word.empty() ? list.slot : slotFromName(word);
            continue;
        }
        int last = first;
        if (rest != word.data() + word.size()) {
            std::from_chars(rest + 1, word.data() + word.size(), last);
        }
        for (int program = first; program <= last; ++program) {
            list.programs.push_back(program);
        }
    }
    return list;
}

void addMissing(std::vector<int>& programs, const std::vector<int>& more)
{
    for (const int program : more) {
        if (std::find(programs.begin(), programs.end(), program) == programs.end()) {
            programs.push_back(program);
        }
    }
}

} // namespace

InstrumentWish wishFor(std::size_t row)
{
    const InstrumentRow& data = instrumentRows()[row];
    const ProgramList list = parsePrograms(data.programs);
    InstrumentWish wish;
    wish.name = std::string(data.name);
    wish.programs = list.programs;
    wish.drums = list.drums;
    if (!list.drums) {
        wish.role = data.role.empty() ? std::nullopt : slotFromName(data.role);
    }
    return wish;
}

InstrumentWish wishWithout(std::size_t row)
{
    const InstrumentRow& data = instrumentRows()[row];
    InstrumentWish wish = wishFor(row);
    const ProgramList more = parsePrograms(data.taken);
    addMissing(wish.programs, more.programs);
    wish.drums = wish.drums || more.drums;
    wish.role = more.slot;
    wish.drums = wish.drums || more.drums;
    // "no pads" means the role too; "no drums" is the kit alone.
    if (data.role == "pad" && data.name == "synth pad") {
        wish.role = Slot::Pad;
    }
    if (wish.drums) {
        wish.role = Slot::Drums;
    }
    return wish;
}

InstrumentWish withoutVoices()
{
    InstrumentWish wish;
    wish.name = "vocals";
    wish.programs = { 52, 53, 54, 85, 91 };
    return wish;
}

std::vector<InstrumentWish> players(const EnsembleRow& row)
{
    std::vector<InstrumentWish> wishes;
    forEachEntry(row.players, [&](std::string_view player) {
        const std::size_t space = player.rfind(' ');
        const Entry* entry = lexicon().find(player.substr(0, space));
        const auto instrument = entry == nullptr ? std::nullopt : entry->row(SenseKind::Instrument);
        if (instrument) {
            wishes.push_back(wishFor(*instrument));
            wishes.back().role
                = wishes.back().drums ? std::nullopt : slotFromName(player.substr(space + 1));
        }
    });
    return wishes;
}

} // namespace pieria::prompt
