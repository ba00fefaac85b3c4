#include "core/project/request_json.h"

#include "core/project/music_json.h"

#include <array>
#include <utility>

namespace pieria {

namespace {

constexpr std::array<std::string_view, 4> kTasks { "compose", "extend", "inpaint", "remake-slot" };
constexpr NumberRange<int> kBars { 0, 50'000 };
constexpr NumberRange<int> kSteps { 1, 200 };
constexpr NumberRange<double> kGuidance { 0, 20 };
constexpr NumberRange<double> kBpm { 10, 1000 };
constexpr NumberRange<double> kSeconds { 0, 4 * 3600.0 };
constexpr NumberRange<double> kStrength { -1, 1.5 };

std::optional<MusicTask> taskFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kTasks.size(); ++i) {
        if (kTasks[i] == name) {
            return static_cast<MusicTask>(i);
        }
    }
    return std::nullopt;
}

Json styles(const std::vector<StyleUse>& styles)
{
    Json array = Json::array();
    for (const StyleUse& style : styles) {
        array.push_back({ { "name", storable(style.name) },
            { "strength", storable(style.strength, kStrength) } });
    }
    return array;
}

void readStyles(JsonFields& fields, std::vector<StyleUse>& styles)
{
    fields.readArray(
        "styles",
        [&](const Json& item, const std::string& where) {
            JsonFields style(item, where, fields.problem());
            StyleUse use;
            static_cast<void>(style.need("name"));
            style.read("name", use.name);
            style.read("strength", use.strength, kStrength);
            style.finish();
            styles.push_back(std::move(use));
        },
        64);
}

/// What the tasks but Compose need.
void putTask(Json& json, const MusicRequest& request)
{
    json["task"] = kTasks[static_cast<std::size_t>(request.task)];
    json["extendBars"] = storable(request.extendBars, kBars);
    json["firstBar"] = storable(request.firstBar, kBars);
    json["lastBar"] = storable(request.lastBar, kBars);
    json["slot"] = slotName(request.slot);
    json["sourceTake"] = storable(request.sourceTake);
}

void readTask(JsonFields& fields, MusicRequest& request)
{
    fields.readName("task", request.task, taskFromName);
    fields.read("extendBars", request.extendBars, kBars);
    fields.read("firstBar", request.firstBar, kBars);
    fields.read("lastBar", request.lastBar, kBars);
    fields.readName("slot", request.slot, slotFromName);
    fields.read("sourceTake", request.sourceTake);
}

void readWishes(JsonFields& fields, MusicRequest& request)
{
    fields.read("bars", request.bars, { 1, kBars.high });
    std::optional<double> seconds;
    fields.read("seconds", seconds, kSeconds);
    if (seconds) {
        request.length = Seconds(*seconds);
    }
    fields.read("bpm", request.bpm, kBpm);
    fields.readName("key", request.key, keyFromName);
    fields.readName("metre", request.metre, metreFromName);
    if (fields.find("instruments") != nullptr) {
        fields.read("instruments", request.instruments.emplace());
    }
}

} // namespace

Json jsonOf(const MusicRequest& request)
{
    Json json = Json::object();
    json["prompt"] = storable(request.prompt);
    json["negative"] = storable(request.negative);
    json["seed"] = request.seed;
    json["model"] = storable(request.model);
    json["styles"] = styles(request.styles);
    if (request.bars) {
        json["bars"] = storable(*request.bars, { 1, kBars.high });
    }
    if (request.length) {
        json["seconds"] = storable(request.length->value(), kSeconds);
    }
    if (request.bpm) {
        json["bpm"] = storable(*request.bpm, kBpm);
    }
    if (request.key) {
        json["key"] = keyName(*request.key);
    }
    if (request.metre) {
        json["metre"] = metreName(*request.metre);
    }
    if (request.instruments) {
        json["instruments"] = storable(*request.instruments);
    }
    json["loop"] = request.loop;
    json["steps"] = storable(request.steps, kSteps);
    json["guidance"] = storable(request.guidance, kGuidance);
    putTask(json, request);
    return json;
}

MusicRequest readRequest(const Json& json, const std::string& where, JsonProblem& problem)
{
    JsonFields fields(json, where, problem);
    MusicRequest request;
    fields.read("prompt", request.prompt);
    fields.read("negative", request.negative);
    fields.read("seed", request.seed);
    fields.read("model", request.model);
    readStyles(fields, request.styles);
    readWishes(fields, request);
    fields.read("loop", request.loop);
    fields.read("steps", request.steps, kSteps);
    fields.read("guidance", request.guidance, kGuidance);
    readTask(fields, request);
    fields.finish();
    return request;
}

std::string requestToJson(const MusicRequest& request)
{
    return writeJson(jsonOf(request), JsonStyle::Line);
}

Result<MusicRequest> requestFromJson(std::string_view text)
{
    const std::string what = "The request";
    const Result<Json> json = parseJson(text, what);
    if (!json) {
        return tl::unexpected<Failure>(json.error());
    }
    JsonProblem problem(what);
    MusicRequest request = readRequest(*json, "", problem);
    if (problem.any()) {
        return tl::unexpected<Failure>(*problem.failure);
    }
    return request;
}

} // namespace pieria
