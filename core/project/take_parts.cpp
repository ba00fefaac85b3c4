#include "core/project/take_parts.h"

#include "core/base/safetensors.h"
#include "core/project/music_json.h"
#include "core/score/limits.h"
#include "core/score/midi.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace pieria {

namespace {

constexpr const char* kTensor = "latents";
constexpr int kMostChannels = 4096;

tl::unexpected<Failure> badLatents(const std::string& detail)
{
    return fail(ErrorCode::Corrupt,
        "The latents of a take are damaged; use a backup, or make the take again.", detail);
}

bool areFinite(const std::vector<float>& values)
{
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

} // namespace

Json jsonOf(const Take& take)
{
    Json json = Json::object();
    json["id"] = storable(take.id.text(), kMaxNameBytes);
    json["title"] = storable(take.title);
    json["request"] = jsonOf(take.request);
    json["plan"] = jsonOf(take.plan);
    json["mix"] = jsonOf(take.mix);
    json["notes"] = storable(take.notes);
    return json;
}

Take readTakeFields(JsonFields& fields)
{
    Take take;
    std::string id;
    fields.read("id", id, kMaxNameBytes);
    take.id = TakeId(std::move(id));
    fields.read("title", take.title);
    if (const Json* request = fields.find("request")) {
        take.request = readRequest(*request, fields.place("request"), fields.problem());
    }
    if (const Json* plan = fields.find("plan")) {
        take.plan = readPlan(*plan, fields.place("plan"), fields.problem());
    }
    if (const Json* mix = fields.find("mix")) {
        take.mix = readMix(*mix, fields.place("mix"), fields.problem());
    }
    fields.read("notes", take.notes);
    return take;
}

Result<std::string> scoreToBytes(const Score& score)
{
    Score normal = score;
    normalise(normal);
    if (const Status fits = checkSize(normal); !fits) {
        return tl::unexpected<Failure>(fits.error());
    }
    return writeMidi(normal);
}

bool canStore(const ScoreLatents& latents)
{
    if (latents.bars <= 0 || latents.channels <= 0 || latents.channels > kMostChannels
        || latents.bars > static_cast<int>(kMaxPieceBars)) {
        return false;
    }
    const std::size_t expected = static_cast<std::size_t>(latents.bars) * kSlotCount
        * static_cast<std::size_t>(latents.channels);
    return latents.values.size() == expected && expected * sizeof(float) < kMaxLatentBytes
        && areFinite(latents.values);
}

Result<std::string> latentsToBytes(const ScoreLatents& latents)
{
    TensorView tensor;
    tensor.dtype = Dtype::F32;
    tensor.shape = { latents.bars, kSlotCount, latents.channels };
    tensor.bytes = std::as_bytes(std::span(latents.values));
    return writeSafeTensors({ { kTensor, tensor } });
}

Result<ScoreLatents> latentsFromBytes(std::string bytes)
{
    const Result<SafeTensors> file = SafeTensors::fromBytes(std::move(bytes), "The take's latents");
    if (!file) {
        return tl::unexpected<Failure>(file.error());
    }
    const TensorView* tensor = file->find(kTensor);
    if (tensor == nullptr || tensor->dtype != Dtype::F32 || tensor->shape.size() != 3
        || tensor->shape[1] != kSlotCount || tensor->shape[0] > static_cast<int>(kMaxPieceBars)
        || tensor->shape[2] > kMostChannels) {
        return badLatents("not [bars, slots, channels]");
    }
    ScoreLatents latents;
    latents.bars = static_cast<int>(tensor->shape[0]);
    latents.channels = static_cast<int>(tensor->shape[2]);
    latents.values = floatsOf(*tensor).value_or(std::vector<float> {});
    if (!canStore(latents)) {
        return badLatents("empty or not finite");
    }
    return latents;
}

} // namespace pieria
