#include "core/project/music_json.h"

namespace pieria {

namespace {

constexpr NumberRange<double> kGain { -60, 12 };
constexpr NumberRange<double> kPan { -1, 1 };
constexpr NumberRange<double> kSend { 0, 1 };
constexpr NumberRange<double> kTone { -12, 12 };
constexpr NumberRange<double> kLoudness { -70, 0 };
constexpr NumberRange<double> kCeiling { -20, 0 };

Json jsonOf(const Strip& strip)
{
    return { { "gain", storable(strip.gain, kGain) }, { "pan", storable(strip.pan, kPan) },
        { "reverb", storable(strip.reverb, kSend) }, { "low", storable(strip.low, kTone) },
        { "mid", storable(strip.mid, kTone) }, { "high", storable(strip.high, kTone) },
        { "mute", strip.mute }, { "solo", strip.solo } };
}

void readStrip(JsonFields fields, Strip& strip)
{
    fields.read("gain", strip.gain, kGain);
    fields.read("pan", strip.pan, kPan);
    fields.read("reverb", strip.reverb, kSend);
    fields.read("low", strip.low, kTone);
    fields.read("mid", strip.mid, kTone);
    fields.read("high", strip.high, kTone);
    fields.read("mute", strip.mute);
    fields.read("solo", strip.solo);
    fields.finish();
}

} // namespace

Json jsonOf(const Mix& mix)
{
    Json json = Json::object();
    json["strips"] = Json::object();
    for (const Slot slot : kSlots) {
        json["strips"][std::string(slotName(slot))] = jsonOf(mix.strips[slotIndex(slot)]);
    }
    // No loudness target is something other than the usual one, so it is written.
    json["loudness"] = mix.loudness ? Json(storable(*mix.loudness, kLoudness)) : Json(nullptr);
    json["ceiling"] = storable(mix.ceiling, kCeiling);
    return json;
}

Mix readMix(const Json& json, const std::string& where, JsonProblem& problem)
{
    JsonFields fields(json, where, problem);
    Mix mix;
    if (const Json* strips = fields.find("strips")) {
        JsonFields byName(*strips, fields.place("strips"), problem);
        for (const Slot slot : kSlots) {
            const std::string name(slotName(slot));
            if (const Json* strip = byName.find(name)) {
                readStrip(
                    JsonFields(*strip, byName.place(name), problem), mix.strips[slotIndex(slot)]);
            }
        }
        byName.finish();
    }
    if (const Json* loudness = fields.find("loudness")) {
        if (loudness->is_null()) {
            mix.loudness.reset();
        } else {
            mix.loudness.emplace();
            fields.read("loudness", *mix.loudness, { -70, 0 });
        }
    }
    fields.read("ceiling", mix.ceiling, { -20, 0 });
    fields.finish();
    return mix;
}

} // namespace pieria
