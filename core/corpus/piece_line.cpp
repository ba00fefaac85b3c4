#include "core/corpus/piece_line.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

namespace pieria {

namespace {

constexpr std::array<std::string_view, 3> kSplitNames { "train", "valid", "test" };
constexpr std::array<std::string_view, 4> kSourceNames { "groove", "tune", "mutopia",
    "procedural" };

template <class E, std::size_t N>
E enumFromName(const std::array<std::string_view, N>& names, const std::string& name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) {
            return static_cast<E>(i);
        }
    }
    throw std::invalid_argument("unknown name " + name);
}

double rounded(float value)
{
    return std::round(static_cast<double>(value) * 1000) / 1000;
}

PieceLine lineFrom(const nlohmann::json& json)
{
    PieceLine line;
    line.id = json.at("id").get<std::string>();
    line.split = enumFromName<Split>(kSplitNames, json.at("split").get<std::string>());
    line.source = enumFromName<PieceSource>(kSourceNames, json.at("source").get<std::string>());
    line.group = json.at("group").get<std::string>();
    line.style = json.at("style").get<std::string>();
    line.moods = json.at("moods").get<std::vector<std::string>>();
    line.energy = json.at("energy").get<std::vector<float>>();
    line.captions = json.at("captions").get<std::vector<std::string>>();
    line.offset = json.at("offset").get<std::uint64_t>();
    line.size = json.at("size").get<std::uint64_t>();
    line.bars = json.at("bars").get<int>();
    return line;
}

} // namespace

std::string_view splitName(Split split)
{
    return kSplitNames[static_cast<std::size_t>(split)];
}

std::string_view sourceName(PieceSource source)
{
    return kSourceNames[static_cast<std::size_t>(source)];
}

std::string toJsonLine(const PieceLine& line)
{
    nlohmann::ordered_json json;
    json["id"] = line.id;
    json["split"] = splitName(line.split);
    json["source"] = sourceName(line.source);
    json["group"] = line.group;
    json["style"] = line.style;
    json["moods"] = line.moods;
    auto energy = nlohmann::ordered_json::array();
    for (const float value : line.energy) {
        energy.push_back(rounded(value));
    }
    json["energy"] = std::move(energy);
    json["captions"] = line.captions;
    json["offset"] = line.offset;
    json["size"] = line.size;
    json["bars"] = line.bars;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<PieceLine> readPieceLine(std::string_view text)
{
    try {
        return lineFrom(nlohmann::json::parse(text));
    } catch (const std::exception& error) {
        return fail(ErrorCode::Corrupt,
            "The list of pieces of this corpus is damaged; make the corpus again.", error.what());
    }
}

} // namespace pieria
