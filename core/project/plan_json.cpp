#include "core/project/music_json.h"
#include "core/score/limits.h"

#include <array>
#include <utility>

namespace pieria {

namespace {

constexpr NumberRange<int> kPrograms { 0, 127 };
constexpr NumberRange<int> kBars { 0, static_cast<int>(kMaxPieceBars) };
constexpr NumberRange<double> kBpm { 10, 1000 };
constexpr NumberRange<double> kEnergy { 0, 1 };

Json slots(const MusicPlan& plan)
{
    Json json = Json::object();
    for (const Slot slot : kSlots) {
        const SlotPlan& part = plan.slots[slotIndex(slot)];
        json[std::string(slotName(slot))]
            = { { "on", part.on }, { "program", storable(part.program, kPrograms) } };
    }
    return json;
}

void readSlots(JsonFields& fields, MusicPlan& plan)
{
    const Json* json = fields.find("slots");
    if (json == nullptr) {
        return;
    }
    JsonFields parts(*json, fields.place("slots"), fields.problem());
    for (const Slot slot : kSlots) {
        const std::string name(slotName(slot));
        if (const Json* item = parts.find(name)) {
            JsonFields part(*item, parts.place(name), fields.problem());
            SlotPlan& target = plan.slots[slotIndex(slot)];
            part.read("on", target.on);
            part.read("program", target.program, { 0, 127 });
            part.finish();
        }
    }
    parts.finish();
}

/// Reads a [tick, "text"] pair.
std::optional<std::pair<Tick, std::string>> readPair(
    const Json& item, const std::string& where, JsonProblem& problem)
{
    if (!item.is_array() || item.size() != 2) {
        problem.report(where, "must be a pair of a time and a name");
        return std::nullopt;
    }
    std::pair<Tick, std::string> pair;
    readInteger(item[0], where + "[0]", problem, pair.first, { 0, 2 * kMaxPieceTicks });
    readText(item[1], where + "[1]", problem, pair.second, kMaxNameBytes);
    return problem.any() ? std::nullopt : std::optional(pair);
}

void readSections(JsonFields& fields, std::vector<Section>& sections)
{
    fields.readArray(
        "sections",
        [&](const Json& item, const std::string& where) {
            if (auto pair = readPair(item, where, fields.problem())) {
                sections.push_back({ pair->first, std::move(pair->second) });
            }
        },
        kMaxMarks);
}

void readChords(JsonFields& fields, std::vector<Chord>& chords)
{
    fields.readArray(
        "chords",
        [&](const Json& item, const std::string& where) {
            const auto pair = readPair(item, where, fields.problem());
            auto chord = pair ? chordFromName(pair->second) : std::nullopt;
            if (chord) {
                chord->onset = pair->first;
                chords.push_back(*chord);
            } else {
                fields.problem().report(where, "is not a chord");
            }
        },
        kMaxMarks);
}

void readEnergy(JsonFields& fields, std::vector<float>& energy)
{
    fields.readArray(
        "energy",
        [&](const Json& item, const std::string& where) {
            double value = 0;
            readNumber(item, where, fields.problem(), value, kEnergy);
            energy.push_back(static_cast<float>(value));
        },
        kMaxPieceBars);
}

} // namespace

Json jsonOf(const MusicPlan& plan)
{
    Json json = Json::object();
    json["metre"] = metreName(plan.metre);
    json["key"] = keyName(plan.key);
    json["bpm"] = storable(plan.bpm, kBpm);
    json["bars"] = storable(plan.bars, kBars);
    json["style"] = storable(plan.style, kMaxNameBytes);
    json["loop"] = plan.loop;
    json["slots"] = slots(plan);
    json["sections"] = Json::array();
    for (const Section& section : plan.sections) {
        json["sections"].push_back(
            Json::array({ section.onset, storable(section.label, kMaxNameBytes) }));
    }
    json["chords"] = Json::array();
    for (const Chord& chord : plan.chords) {
        json["chords"].push_back(Json::array({ chord.onset, chordName(chord) }));
    }
    json["energy"] = Json::array();
    for (const float energy : plan.energy) {
        json["energy"].push_back(storable(static_cast<double>(energy), kEnergy));
    }
    return json;
}

MusicPlan readPlan(const Json& json, const std::string& where, JsonProblem& problem)
{
    JsonFields fields(json, where, problem);
    MusicPlan plan;
    fields.readName("metre", plan.metre, metreFromName);
    fields.readName("key", plan.key, keyFromName);
    fields.read("bpm", plan.bpm, kBpm);
    fields.read("bars", plan.bars, kBars);
    fields.read("style", plan.style, kMaxNameBytes);
    fields.read("loop", plan.loop);
    readSlots(fields, plan);
    readSections(fields, plan.sections);
    readChords(fields, plan.chords);
    readEnergy(fields, plan.energy);
    fields.finish();
    return plan;
}

} // namespace pieria
