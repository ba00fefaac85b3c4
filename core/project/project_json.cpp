#include "core/base/log.h"
#include "core/project/migrations.h"
#include "core/project/music_json.h"
#include "core/project/project_file.h"
#include "core/project/take_parts.h"
#include "core/score/limits.h"
#include "core/score/midi.h"
#include "core/score/midi_parser.h"

#include <utility>

namespace pieria {

namespace {

const std::string kWhat = "The project file";
constexpr std::size_t kMostTakes = 10'000;

// --- Writing ---

Result<Json> takeJson(const ProjectTake& entry, const AssetStore& assets)
{
    Json json = jsonOf(entry.take);
    const auto store = [&](const char* name, const Result<std::string>& bytes) -> Status {
        if (!bytes) {
            return tl::unexpected<Failure>(bytes.error());
        }
        const Result<AssetId> id = assets.put(*bytes);
        if (!id) {
            return tl::unexpected<Failure>(id.error());
        }
        json[name] = id->text();
        return {};
    };
    if (const Status stored = store("score", scoreToBytes(entry.take.score)); !stored) {
        return tl::unexpected<Failure>(stored.error());
    }
    if (canStore(entry.take.latents)) {
        const Status stored = store("latents", latentsToBytes(entry.take.latents));
        if (!stored) {
            return tl::unexpected<Failure>(stored.error());
        }
    } else if (!entry.take.latents.values.empty()) {
        log(LogLevel::Warning, "pieria.project", "A take has unusable latents; they are left out.");
    }
    if (entry.audio) {
        json["audio"] = entry.audio->text();
    }
    json["starred"] = entry.starred;
    return json;
}

Json historyJson(const std::vector<HistoryEntry>& history)
{
    Json array = Json::array();
    for (const HistoryEntry& entry : history) {
        Json json = Json::object();
        json["request"] = jsonOf(entry.request);
        if (entry.take) {
            json["take"] = storable(entry.take->text(), kMaxNameBytes);
        }
        json["starred"] = entry.starred;
        array.push_back(std::move(json));
    }
    return array;
}

// --- Reading ---

/// An asset id, or nothing and a problem.
std::optional<AssetId> readAsset(JsonFields& fields, const std::string& name)
{
    std::string text;
    fields.read(name, text, kMaxNameBytes);
    if (fields.find(name) == nullptr || fields.problem().any()) {
        return std::nullopt;
    }
    if (!isAssetId(text)) {
        fields.problem().report(fields.place(name), "is not the name of an asset");
        return std::nullopt;
    }
    return AssetId(text);
}

/// Fails with the failure of the file itself, which says more than its place in the document.
template <class T, class Parse>
void readPart(JsonProblem& problem, const AssetStore& assets, const AssetId& id,
    std::uintmax_t limit, T& value, const Parse& parse)
{
    Result<std::string> bytes = assets.get(id, limit);
    if (!bytes) {
        problem.failure = bytes.error();
        return;
    }
    Result<T> parsed = parse(std::move(*bytes));
    if (parsed) {
        value = std::move(*parsed);
    } else {
        problem.failure = parsed.error();
    }
}

ProjectTake readProjectTake(
    const Json& json, const std::string& where, JsonProblem& problem, const AssetStore& assets)
{
    JsonFields fields(json, where, problem);
    ProjectTake entry;
    entry.take = readTakeFields(fields);
    static_cast<void>(fields.need("score"));
    const auto score = readAsset(fields, "score");
    const auto latents = readAsset(fields, "latents");
    entry.audio = readAsset(fields, "audio");
    fields.read("starred", entry.starred);
    fields.finish();
    if (score && !problem.any()) {
        readPart(problem, assets, *score, kMaxMidiBytes, entry.take.score,
            [](const std::string& bytes) { return readMidi(bytes); });
    }
    if (latents && !problem.any()) {
        readPart(problem, assets, *latents, kMaxLatentBytes, entry.take.latents, latentsFromBytes);
    }
    if (entry.audio && !problem.any() && !assets.contains(*entry.audio)) {
        log(LogLevel::Warning, "pieria.project",
            "The audio of a take is missing; it will be rendered again.");
        entry.audio.reset();
    }
    return entry;
}

HistoryEntry readHistoryEntry(const Json& json, const std::string& where, JsonProblem& problem)
{
    JsonFields fields(json, where, problem);
    HistoryEntry entry;
    if (const Json* request = fields.need("request")) {
        entry.request = readRequest(*request, fields.place("request"), problem);
    }
    if (fields.find("take") != nullptr) {
        std::string id;
        fields.read("take", id, kMaxNameBytes);
        entry.take = TakeId(std::move(id));
    }
    fields.read("starred", entry.starred);
    fields.finish();
    return entry;
}

void readView(JsonFields& fields, std::map<std::string, std::string>& view)
{
    const Json* json = fields.find("view");
    if (json == nullptr) {
        return;
    }
    if (!json->is_object() || json->size() > kMaxItems) {
        fields.problem().report("view", "must be an object");
        return;
    }
    for (const auto& [key, value] : json->items()) {
        readText(value, "view." + key, fields.problem(), view[key]);
    }
}

Project readProject(const Json& json, const AssetStore& assets, JsonProblem& problem)
{
    JsonFields fields(json, "", problem);
    Project project;
    static_cast<void>(fields.need("format"));
    static_cast<void>(fields.find("app"));
    static_cast<void>(fields.find("version"));
    fields.read("id", project.id, kMaxNameBytes);
    fields.read("title", project.title);
    if (fields.find("current") != nullptr) {
        std::string id;
        fields.read("current", id, kMaxNameBytes);
        project.current = TakeId(std::move(id));
    }
    fields.readArray(
        "takes",
        [&](const Json& item, const std::string& where) {
            project.takes.push_back(readProjectTake(item, where, problem, assets));
        },
        kMostTakes);
    fields.readArray("history", [&](const Json& item, const std::string& where) {
        project.history.push_back(readHistoryEntry(item, where, problem));
    });
    readView(fields, project.view);
    fields.finish();
    return project;
}

} // namespace

Result<std::string> projectToJson(const Project& project, const AssetStore& assets)
{
    Json json = Json::object();
    json["format"] = Project::kFormat;
    json["app"] = "pieria";
    json["version"] = PIERIA_VERSION;
    json["id"] = storable(project.id, kMaxNameBytes);
    json["title"] = storable(project.title);
    if (project.current) {
        json["current"] = storable(project.current->text(), kMaxNameBytes);
    }
    json["takes"] = Json::array();
    for (const ProjectTake& entry : project.takes) {
        Result<Json> take = takeJson(entry, assets);
        if (!take) {
            return tl::unexpected<Failure>(take.error());
        }
        json["takes"].push_back(std::move(*take));
    }
    json["history"] = historyJson(project.history);
    json["view"] = Json::object();
    for (const auto& [key, value] : project.view) {
        if (json["view"].size() == kMaxKeys) {
            break; // what readers take
        }
        json["view"][storable(key)] = storable(value);
    }
    return writeJson(json, JsonStyle::Indented);
}

Result<Project> projectFromJson(std::string_view text, const AssetStore& assets)
{
    Result<Json> parsed = parseJson(text, kWhat);
    if (!parsed) {
        return tl::unexpected<Failure>(parsed.error());
    }
    const Result<Json> json = migrated(std::move(*parsed), projectMigrations());
    if (!json) {
        return tl::unexpected<Failure>(json.error());
    }
    JsonProblem problem(kWhat);
    Project project = readProject(*json, assets, problem);
    if (problem.any()) {
        return tl::unexpected<Failure>(*problem.failure);
    }
    return project;
}

} // namespace pieria
