#include "core/prompt/planning/style_file.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pieria::prompt {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostStyles = 1000;
constexpr std::size_t kMostPrograms = 128;

tl::unexpected<Failure> damaged(std::string detail)
{
    return fail(ErrorCode::Corrupt,
        "The table of styles (styles.json) is damaged: reinstall the program to restore it.",
        std::move(detail));
}

/// The member, or null when there is none.
const Json& member(const Json& json, const char* name)
{
    static const Json kNull;
    const auto found = json.find(name);
    return found == json.end() ? kNull : *found;
}

bool isShare(const Json& value)
{
    return value.is_number() && std::isfinite(value.get<double>()) && value.get<double>() >= 0
        && value.get<double>() <= 1;
}

bool readTempo(const Json& json, StylePrior& style)
{
    if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number()) {
        return false;
    }
    style.slowest = json[0].get<double>();
    style.fastest = json[1].get<double>();
    return style.slowest >= 20 && style.slowest <= style.fastest && style.fastest <= 400;
}

bool readMetres(const Json& json, StylePrior& style)
{
    for (const Json& item : json) {
        const auto metre = item.is_string() ? metreFromName(item.get<std::string>()) : std::nullopt;
        if (!metre || !canComposeIn(*metre)) {
            return false;
        }
        style.metres.push_back(*metre);
    }
    return !style.metres.empty();
}

bool readModes(const Json& json, StylePrior& style)
{
    for (const Json& item : json) {
        const auto key
            = item.is_string() ? keyFromName("C " + item.get<std::string>()) : std::nullopt;
        if (!key) {
            return false;
        }
        style.modes.push_back(key->mode);
    }
    return !style.modes.empty();
}

bool readSlot(const Json& json, StylePrior& style, std::size_t slot)
{
    if (!json.is_object() || !json.contains("chance") || !isShare(json["chance"])
        || !json.contains("programs") || !json["programs"].is_array()
        || json["programs"].size() > kMostPrograms) {
        return false;
    }
    style.chance[slot] = json["chance"].get<double>();
    for (const Json& item : json["programs"]) {
        if (!item.is_array() || item.size() != 2 || !item[0].is_number_integer()
            || !item[1].is_number()) {
            return false;
        }
        const int program = item[0].get<int>();
        const double weight = item[1].get<double>();
        if (program < 0 || program > 127 || !(weight > 0) || !std::isfinite(weight)) {
            return false;
        }
        style.programs[slot].emplace_back(program, weight);
    }
    return true;
}

bool readStyle(const Json& json, StylePrior& style)
{
    if (!json.is_object() || !member(json, "name").is_string()) {
        return false;
    }
    style.name = json["name"].get<std::string>();
    const Json& energy = member(json, "energy");
    if (style.name.empty() || !readTempo(member(json, "tempo"), style)
        || !readMetres(member(json, "metres"), style) || !readModes(member(json, "modes"), style)
        || !isShare(energy)) {
        return false;
    }
    style.energy = energy.get<double>();
    for (const auto& [name, slot] : member(json, "slots").items()) {
        const auto known = slotFromName(name);
        if (!known || !readSlot(slot, style, slotIndex(*known))) {
            return false;
        }
    }
    for (const Json& id : member(json, "progressions")) {
        if (id.is_string()) {
            style.progressions.push_back(id.get<std::string>());
        }
    }
    return true;
}

} // namespace

Result<std::map<std::string, StylePrior>> readStyles(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !member(json, "styles").is_array()
        || json["styles"].size() > kMostStyles) {
        return damaged("no list of styles");
    }
    std::map<std::string, StylePrior> styles;
    try {
        for (const Json& item : json["styles"]) {
            StylePrior style;
            if (!readStyle(item, style)) {
                return damaged("style " + std::to_string(styles.size() + 1));
            }
            const std::string name = style.name;
            styles.emplace(name, std::move(style));
        }
    } catch (const Json::exception& error) {
        return damaged(error.what());
    }
    if (styles.empty()) {
        return damaged("no styles");
    }
    return styles;
}

} // namespace pieria::prompt
