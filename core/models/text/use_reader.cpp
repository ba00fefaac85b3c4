#include "core/models/text/use_reader.h"

#include "core/base/file.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <utility>

namespace pieria::models {

namespace {

using Json = nlohmann::json;

constexpr std::uintmax_t kJsonLimit = std::uintmax_t { 16 } << 20;
constexpr std::uintmax_t kShardLimit = std::uintmax_t { 64 } << 20;
constexpr std::size_t kMostPieces = 100'000;

/// Published name -> ours.
std::map<std::string, std::string> nameTable()
{
    const std::string folded = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
    const std::string plain = "module/Encoder_en/KonaTransformer/Encode/";
    const std::string partition = "/ConcatPartitions/concat";
    std::map<std::string, std::string> names {
        { "module/Embeddings_en", "use.embeddings" },
        { folded + "TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1",
            "use.timing" },
        { folded + "Layer_0/TransformerLayer/dense/kernel" + partition,
            "use.layers.0.shortcut.weight" },
        { folded + "Layer_0/TransformerLayer/dense/bias" + partition,
            "use.layers.0.shortcut.bias" },
        { "module/Encoder_en/hidden_layers/tanh_layer_0/weights", "use.sentence.weight" },
        { "module/Encoder_en/hidden_layers/tanh_layer_0/bias", "use.sentence.bias" },
    };
    for (const std::string layer : { "0", "1" }) {
        const std::string to = "use.layers." + layer + ".";
        const std::string at = "Layer_" + layer + "/TransformerLayer/";
        const std::string norm = "layer_prepostprocess/layer_norm/layer_norm_";
        const std::string stack = folded + "TransformerStack/" + at + "FFN/";
        names[folded + at + norm + "scale" + partition] = to + "attention.norm.weight";
        names[folded + at + norm + "bias" + partition] = to + "attention.norm.bias";
        names[folded + at + "FFN/" + norm + "scale" + partition] = to + "feedforward.norm.weight";
        names[folded + at + "FFN/" + norm + "bias" + partition] = to + "feedforward.norm.bias";
        names[stack + "conv1/Tensordot/Reshape_1"] = to + "feedforward.up.weight";
        names[stack + "conv2/Tensordot/Reshape_1"] = to + "feedforward.down.weight";
        names[folded + at + "FFN/conv1/bias" + partition] = to + "feedforward.up.bias";
        names[folded + at + "FFN/conv2/bias" + partition] = to + "feedforward.down.bias";
        const std::string heads = at + "MultiheadAttention/";
        names[plain + heads + "qkv_transform_single/kernel/part_0"] = to + "attention.qkv.weight";
        names[folded + heads + "qkv_transform_single/bias" + partition] = to + "attention.qkv.bias";
        names[plain + heads + "output_transform_single/kernel/part_0"]
            = to + "attention.output.weight";
        names[folded + heads + "output_transform_single/bias" + partition]
            = to + "attention.output.bias";
    }
    return names;
}

/// Leading extents of 1 say nothing: [1, 1, 256, 768] is [256, 768].
std::vector<std::int64_t> squeezed(std::vector<std::int64_t> shape)
{
    while (shape.size() > 1 && shape.front() == 1) {
        shape.erase(shape.begin());
    }
    return shape;
}

tl::unexpected<Failure> notAPackage(const std::filesystem::path& folder, const std::string& detail)
{
    return fail(ErrorCode::Corrupt,
        "The folder " + folder.string()
            + " does not hold the sentence encoder; unpack the package again.",
        detail);
}

Status readTensors(const std::filesystem::path& folder, SentenceWeights& weights)
{
    const Result<std::string> text = readFile(folder / "model.json", kJsonLimit);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const Json manifest = Json::parse(*text).at("weightsManifest").at(0);
    for (const Json& name : manifest.at("paths")) {
        const Result<std::string> shard = readFile(
            folder / std::filesystem::path(name.get<std::string>()).filename(), kShardLimit);
        if (!shard) {
            return tl::unexpected(shard.error());
        }
        weights.data += *shard;
    }
    const std::map<std::string, std::string> names = nameTable();
    std::size_t begin = 0;
    for (const Json& item : manifest.at("weights")) {
        auto shape = item.at("shape").get<std::vector<std::int64_t>>();
        std::size_t size = 4; // float32 and int32 are all there is
        for (const std::int64_t extent : shape) {
            if (extent < 1 || size > weights.data.size() / static_cast<std::size_t>(extent)) {
                return notAPackage(folder, "a shape does not fit the data");
            }
            size *= static_cast<std::size_t>(extent);
        }
        if (size > weights.data.size() - begin) {
            return notAPackage(folder, "the shards are too short");
        }
        const auto ours = names.find(item.at("name").get<std::string>());
        if (ours != names.end() && item.at("dtype") == "float32") {
            weights.tensors[ours->second] = { begin, size, squeezed(std::move(shape)) };
        }
        begin += size;
    }
    if (begin != weights.data.size() || weights.tensors.size() != names.size()) {
        return notAPackage(folder, "tensors are missing or left over");
    }
    return {};
}

Status readVocabulary(const std::filesystem::path& folder, SentenceWeights& weights)
{
    const Result<std::string> text = readFile(folder / "vocab.json", kJsonLimit);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const Json list = Json::parse(*text);
    if (!list.is_array() || list.size() > kMostPieces) {
        return notAPackage(folder, "the vocabulary is not a list");
    }
    for (const Json& entry : list) {
        const auto piece = entry.at(0).get<std::string>();
        if (piece.empty() || piece.find('\n') != std::string::npos) {
            return notAPackage(folder, "a piece is empty");
        }
        weights.pieces += piece + "\n";
        weights.scores.push_back(entry.at(1).is_null() ? 0.0 : entry.at(1).get<double>());
    }
    return {};
}

} // namespace

Result<SentenceWeights> readSentenceWeights(const std::filesystem::path& folder)
{
    SentenceWeights weights;
    try {
        if (const Status status = readTensors(folder, weights); !status) {
            return tl::unexpected(status.error());
        }
        if (const Status status = readVocabulary(folder, weights); !status) {
            return tl::unexpected(status.error());
        }
    } catch (const Json::exception& error) {
        return notAPackage(folder, error.what());
    }
    return weights;
}

} // namespace pieria::models
