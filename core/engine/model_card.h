// card.json: what a model folder holds, where it comes from and what may be done with it.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace pieria {

/// A file of the model, beside its card.
struct ModelFile
{
    std::string name; ///< a plain file name: no folder in it
    std::uint64_t size = 0;
    std::string sha256; ///< lower-case hex
    bool operator==(const ModelFile&) const = default;
};

struct ModelCard
{
    std::string id; ///< the folder's name: lower-case letters, digits, '-', '_' and '.'
    std::string name; ///< "Text encoder"
    std::string kind; ///< "text", "score-codec", "music", ...
    std::string version;
    std::string description; ///< one or two sentences for people
    std::string licence; ///< SPDX expression: "Apache-2.0"
    std::vector<ModelFile> files; ///< weights, licence texts, notices
    std::vector<std::string> licenceFiles; ///< which of them hold the licence texts
    std::string data; ///< what it was trained on, and under which terms
    std::int64_t steps = 0; ///< training steps
    std::int64_t parameters = 0;
    std::uint64_t memory = 0; ///< bytes it needs when loaded, an estimate
    std::map<std::string, double> metrics; ///< "onset F1, held-out grooves": 0.97
    std::map<std::string, std::string> settings; ///< what the loader must know: "width": "192"
    bool operator==(const ModelCard&) const = default;

    /// Of all files together.
    [[nodiscard]] std::uint64_t size() const;
};

[[nodiscard]] bool isModelId(const std::string& text);

/// Refuses unknown or missing fields, ids and file names that could leave the folder.
[[nodiscard]] Result<ModelCard> readModelCard(const std::string& json);
/// Stable bytes, ending in a newline.
[[nodiscard]] std::string writeModelCard(const ModelCard& card);

[[nodiscard]] Result<ModelCard> readModelCardFile(const std::filesystem::path& path);
/// Fills in size and hash of every file of `card` from the folder and writes folder/card.json.
[[nodiscard]] Status sealModelCard(ModelCard card, const std::filesystem::path& folder);

} // namespace pieria
