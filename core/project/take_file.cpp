#include "core/project/take_file.h"

#include "core/base/file.h"
#include "core/base/log.h"
#include "core/project/take_parts.h"
#include "core/project/zip.h"
#include "core/score/midi.h"

#include <map>
#include <utility>

namespace pieria {

namespace {

constexpr int kFormat = 1;
constexpr const char* kJsonName = "take.json";
constexpr const char* kScoreName = "score.mid";
constexpr const char* kLatentsName = "latents.safetensors";
constexpr std::uint64_t kMostEntries = 8;
constexpr std::size_t kMostBytes = std::size_t { 64 } << 20;
constexpr std::uint64_t kMostUnpacked = std::uint64_t { 256 } << 20;
const std::string kWhat = "This take file";

using Parts = std::map<std::string, std::string>;

Result<Parts> unpacked(std::string_view bytes)
{
    const Result<ZipReader> reader = ZipReader::fromBytes(bytes, kWhat);
    if (!reader) {
        return tl::unexpected<Failure>(reader.error());
    }
    const auto entries = reader->entries(kMostEntries);
    if (!entries) {
        return tl::unexpected<Failure>(entries.error());
    }
    Parts parts;
    std::uint64_t left = kMostUnpacked;
    for (std::uint64_t i = 0; i < entries->size(); ++i) {
        const std::string& name = (*entries)[i].name;
        if (name != kJsonName && name != kScoreName && name != kLatentsName) {
            return fail(ErrorCode::InvalidInput,
                kWhat + " holds something that is no part of a take; it was not opened.");
        }
        Result<std::string> content = reader->read(i, left);
        if (!content) {
            return tl::unexpected<Failure>(content.error());
        }
        left -= content->size();
        parts[name] = std::move(*content);
    }
    return parts;
}

Result<Take> readJsonPart(const std::string& text)
{
    const Result<Json> json = parseJson(text, kWhat);
    if (!json) {
        return tl::unexpected<Failure>(json.error());
    }
    JsonProblem problem(kWhat);
    JsonFields fields(*json, "", problem);
    int format = 0;
    fields.read("format", format, { 0, 1'000'000 });
    if (!problem.any() && format > kFormat) {
        return fail(ErrorCode::Unsupported,
            kWhat + " was made by a newer version of Pieria; update Pieria to open it.");
    }
    if (format < kFormat) {
        problem.report("format", "is missing");
    }
    Take take = readTakeFields(fields);
    fields.finish();
    if (problem.any()) {
        return tl::unexpected<Failure>(*problem.failure);
    }
    return take;
}

} // namespace

Result<std::string> takeToBytes(const Take& take)
{
    Result<std::string> score = scoreToBytes(take.score);
    if (!score) {
        return score;
    }
    Json json = Json::object();
    json["format"] = kFormat;
    json.update(jsonOf(take));
    ZipWriter zip;
    zip.add(kJsonName, writeJson(json, JsonStyle::Indented));
    zip.add(kScoreName, std::move(*score));
    if (canStore(take.latents)) {
        Result<std::string> latents = latentsToBytes(take.latents);
        if (!latents) {
            return latents;
        }
        zip.add(kLatentsName, std::move(*latents));
    } else if (!take.latents.values.empty()) {
        log(LogLevel::Warning, "pieria.project", "A take has unusable latents; they are left out.");
    }
    return zip.toBytes();
}

Result<Take> takeFromBytes(std::string_view bytes)
{
    if (bytes.size() > kMostBytes) {
        return fail(ErrorCode::InvalidInput, kWhat + " is larger than 64 MiB; it was not opened.");
    }
    Result<Parts> parts = unpacked(bytes);
    if (!parts) {
        return tl::unexpected<Failure>(parts.error());
    }
    if (parts->count(kJsonName) == 0 || parts->count(kScoreName) == 0) {
        return fail(ErrorCode::Corrupt, kWhat + " is incomplete; save the take again.");
    }
    Result<Take> take = readJsonPart((*parts)[kJsonName]);
    if (!take) {
        return take;
    }
    Result<Score> score = readMidi((*parts)[kScoreName]);
    if (!score) {
        return tl::unexpected<Failure>(score.error());
    }
    take->score = std::move(*score);
    if (parts->count(kLatentsName) != 0) {
        Result<ScoreLatents> latents = latentsFromBytes(std::move((*parts)[kLatentsName]));
        if (!latents) {
            return tl::unexpected<Failure>(latents.error());
        }
        take->latents = std::move(*latents);
    }
    return take;
}

Status writeTake(const Take& take, const std::filesystem::path& path)
{
    const Result<std::string> bytes = takeToBytes(take);
    if (!bytes) {
        return tl::unexpected<Failure>(bytes.error());
    }
    return writeFileAtomically(path, *bytes);
}

Result<Take> readTake(const std::filesystem::path& path)
{
    const Result<std::string> bytes = readFile(path, kMostBytes);
    if (!bytes) {
        return tl::unexpected<Failure>(bytes.error());
    }
    return takeFromBytes(*bytes);
}

} // namespace pieria
