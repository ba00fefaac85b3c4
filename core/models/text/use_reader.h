// Reads the weights and the vocabulary of the Universal Sentence Encoder lite from its published
// package: a manifest of names and shapes, shards of raw little-endian numbers, a list of pieces.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pieria::models {

struct SentenceWeights
{
    std::string data; ///< all shards in a row
    struct Place
    {
        std::size_t begin = 0; ///< bytes of data
        std::size_t size = 0;
        std::vector<std::int64_t> shape;
    };
    std::map<std::string, Place> tensors; ///< by the names core/models/text knows: "use.embeddings"
    std::string pieces; ///< one a line
    std::vector<double> scores;
};

/// `folder` holds model.json, vocab.json and the shards.
[[nodiscard]] Result<SentenceWeights> readSentenceWeights(const std::filesystem::path& folder);

} // namespace pieria::models
