// A music request as JSON: what result files carry and what --json prints.
#pragma once

#include "core/base/result.h"
#include "core/engine/music_request.h"

#include <string>
#include <string_view>

namespace pieria {

/// One line of JSON; unset fields are left out. requestFromJson(requestToJson(r)) == r for requests
/// in range.
[[nodiscard]] std::string requestToJson(const MusicRequest& request);
/// Missing fields keep their defaults; unknown ones and values out of range are refused with a
/// sentence that names them.
[[nodiscard]] Result<MusicRequest> requestFromJson(std::string_view text);

} // namespace pieria
