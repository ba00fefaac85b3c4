// Requests, plans and mixes as JSON values. For .cpp files of this room (request_json.h is the
// public face).
#pragma once

#include "core/engine/mix.h"
#include "core/engine/music_request.h"
#include "core/project/json_fields.h"
#include "core/score/plan.h"

namespace pieria {

[[nodiscard]] Json jsonOf(const MusicRequest& request);
[[nodiscard]] MusicRequest readRequest(
    const Json& json, const std::string& where, JsonProblem& problem);

/// Sections as ["ticks", "label"] pairs, chords as ["ticks", "Dm7"] pairs.
[[nodiscard]] Json jsonOf(const MusicPlan& plan);
[[nodiscard]] MusicPlan readPlan(const Json& json, const std::string& where, JsonProblem& problem);

[[nodiscard]] Json jsonOf(const Mix& mix);
[[nodiscard]] Mix readMix(const Json& json, const std::string& where, JsonProblem& problem);

} // namespace pieria
