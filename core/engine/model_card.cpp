#include "core/engine/model_card.h"

#include "core/base/file.h"
#include "core/base/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <system_error>

namespace pieria {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kCardLimit = std::uintmax_t { 1 } << 20;
constexpr std::size_t kMostFiles = 256;

const std::set<std::string> kFields { "id", "name", "kind", "version", "description", "licence",
    "files", "licenceFiles", "data", "steps", "parameters", "memory", "metrics", "settings" };

bool isPlainName(const std::string& name)
{
    return !name.empty() && name.size() < 200 && name.front() != '.'
        && std::none_of(
            name.begin(), name.end(),
            [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 32; });
}

bool isHash(const std::string& text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

tl::unexpected<Failure> unusable(const std::string& what)
{
    return fail(ErrorCode::Corrupt, "The model card " + what + ".");
}

/// nlohmann would wrap a negative number round.
std::uint64_t countOf(const Json& value)
{
    if (!value.is_number_unsigned()) {
        throw Json::type_error::create(302, "a count must be a number, not negative", &value);
    }
    return value.get<std::uint64_t>();
}

/// Throws nlohmann's exceptions on a value of the wrong type.
ModelCard cardFrom(const Json& json)
{
    ModelCard card;
    card.id = json.at("id").get<std::string>();
    card.name = json.at("name").get<std::string>();
    card.kind = json.at("kind").get<std::string>();
    card.version = json.at("version").get<std::string>();
    card.description = json.value("description", std::string());
    card.licence = json.at("licence").get<std::string>();
    for (const Json& file : json.at("files")) {
        card.files.push_back({ file.at("name").get<std::string>(), countOf(file.at("size")),
            file.at("sha256").get<std::string>() });
    }
    card.licenceFiles = json.at("licenceFiles").get<std::vector<std::string>>();
    card.data = json.value("data", std::string());
    card.steps = json.value("steps", std::int64_t { 0 });
    card.parameters = json.value("parameters", std::int64_t { 0 });
    card.memory = json.contains("memory") ? countOf(json.at("memory")) : 0;
    card.metrics = json.value("metrics", std::map<std::string, double>());
    card.settings = json.value("settings", std::map<std::string, std::string>());
    return card;
}

Status check(const ModelCard& card)
{
    if (!isModelId(card.id)) {
        return unusable("has an id that is not a plain name");
    }
    if (card.files.size() > kMostFiles) {
        return unusable("lists too many files");
    }
    std::set<std::string> names;
    for (const ModelFile& file : card.files) {
        if (!isPlainName(file.name) || file.name == "card.json" || !isHash(file.sha256)) {
            return unusable("lists a file without a plain name and a hash");
        }
        if (!names.insert(file.name).second) {
            return unusable("lists " + file.name + " twice");
        }
    }
    if (card.licenceFiles.empty()) {
        return unusable("names no licence text");
    }
    for (const std::string& name : card.licenceFiles) {
        if (names.count(name) == 0) {
            return unusable("names a licence text that is not among its files");
        }
    }
    return {};
}

} // namespace

std::uint64_t ModelCard::size() const
{
    std::uint64_t total = 0;
    for (const ModelFile& file : files) {
        total += file.size;
    }
    return total;
}

bool isModelId(const std::string& text)
{
    return !text.empty() && text.size() <= 100 && text.front() != '.'
        && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
}

Result<ModelCard> readModelCard(const std::string& json)
{
    const Json tree = Json::parse(json, nullptr, false);
    if (!tree.is_object()) {
        return unusable("is not JSON");
    }
    for (const auto& item : tree.items()) {
        if (kFields.count(item.key()) == 0) {
            return unusable("has the unknown field " + item.key().substr(0, 40));
        }
    }
    try {
        ModelCard card = cardFrom(tree);
        if (const Status status = check(card); !status) {
            return tl::unexpected(status.error());
        }
        return card;
    } catch (const Json::exception& error) {
        return fail(ErrorCode::Corrupt,
            "The model card lacks a field or has one of the wrong type.", error.what());
    }
}

std::string writeModelCard(const ModelCard& card)
{
    Json json = { { "id", card.id }, { "name", card.name }, { "kind", card.kind },
        { "version", card.version }, { "description", card.description },
        { "licence", card.licence }, { "files", Json::array() },
        { "licenceFiles", card.licenceFiles }, { "data", card.data }, { "steps", card.steps },
        { "parameters", card.parameters }, { "memory", card.memory }, { "metrics", card.metrics },
        { "settings", card.settings } };
    for (const ModelFile& file : card.files) {
        json["files"].push_back(
            { { "name", file.name }, { "size", file.size }, { "sha256", file.sha256 } });
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<ModelCard> readModelCardFile(const std::filesystem::path& path)
{
    return readFile(path, kCardLimit).and_then(readModelCard);
}

Status sealModelCard(ModelCard card, const std::filesystem::path& folder)
{
    for (ModelFile& file : card.files) {
        const std::filesystem::path path = folder / file.name;
        Result<std::string> hash = sha256OfFile(path);
        if (!hash) {
            return tl::unexpected(hash.error());
        }
        std::error_code error;
        file.size = std::filesystem::file_size(path, error);
        file.sha256 = std::move(*hash);
    }
    if (Status status = check(card); !status) {
        return status;
    }
    return writeFileAtomically(folder / "card.json", writeModelCard(card));
}

} // namespace pieria
