// Reads word vectors out of the JSON of wink-embeddings as a stream.
#pragma once

#include "core/base/result.h"
#include "core/job/job.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pieria::models {

struct WordTable
{
    std::string words; ///< one a line, most frequent first
    std::vector<std::uint16_t> halves; ///< [words, 100] as binary16
};

/// The `count` most frequent words.
[[nodiscard]] Result<Outcome<WordTable>> readWordTable(
    const std::filesystem::path& path, std::size_t count, JobContext& context);

} // namespace pieria::models
