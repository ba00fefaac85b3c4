// The published state dict of the DMAE: names, shapes, and loading it.
#include "core/models/nn/dmae.h"

#include <algorithm>
#include <array>
#include <map>

namespace pieria::models {

namespace {

const UNetKeys kKeys { "net.blocks.2", "net.blocks.2.blocks.2.net" };
constexpr const char* kWindow = "encoder.stft.window";
constexpr const char* kAnchor = "net.blocks.0.weight"; ///< the patch encoder: in every state dict
const std::string kSharedFirst = "net.blocks.2.blocks.1.blocks.0.0.";
const std::string kSharedSecond = "net.blocks.2.blocks.1.blocks.1.0.";

void describePair(std::vector<ParameterSpec>& out, const std::string& name,
    const std::string& published, std::vector<std::int64_t> shape)
{
    const std::int64_t width = shape.front();
    out.push_back({ name + ".weight", published + ".weight", std::move(shape) });
    out.push_back({ name + ".bias", published + ".bias", { width } });
}

void describeResnet(std::vector<ParameterSpec>& out, const std::string& name,
    const std::string& published, std::int64_t in, std::int64_t width)
{
    describePair(out, name + ".norm0", published + ".block1.groupnorm", { in });
    describePair(out, name + ".conv0", published + ".block1.project", { width, in, 3 });
    describePair(out, name + ".norm1", published + ".block2.groupnorm", { width });
    describePair(out, name + ".conv1", published + ".block2.project", { width, width, 3 });
    if (in != width) {
        describePair(out, name + ".shortcut", published + ".to_out", { width, in, 1 });
    }
}

void describeEncoder(std::vector<ParameterSpec>& out, const DmaeConfig& config)
{
    const std::int64_t width = config.width;
    const std::int64_t in = config.audioChannels * (config.fft / 2 + 1);
    out.push_back({ "encoder.window", kWindow, { config.fft } });
    describeResnet(out, "encoder.in", "encoder.to_in.block", in, width);
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const std::string ours = "encoder.stage" + std::to_string(i);
        const std::string theirs = "encoder.downsamples." + std::to_string(i);
        describePair(out, ours + "down", theirs + ".downsample",
            { width, width, 2 * config.stages[i].factor + 1 });
        for (std::int64_t r = 0; r < config.stages[i].resnets; ++r) {
            describeResnet(out, ours + "resnet" + std::to_string(r),
                theirs + ".blocks." + std::to_string(r), width, width);
        }
    }
    describePair(out, "encoder.out", "encoder.to_out", { config.latentChannels, width, 1 });
}

tl::unexpected<Failure> damaged(const std::string& what, const std::string& key)
{
    return fail(ErrorCode::Corrupt,
        "The autoencoder file cannot be used: " + what + " " + key
            + ". Choose a file of the published DMAE with this configuration.");
}

/// The prefix all keys of the wrapper share; the shortest one before the anchor.
Result<std::string> outerPrefix(const TensorMap& state)
{
    const std::string anchor = kAnchor;
    std::optional<std::string> prefix;
    for (const auto& [key, tensor] : state) {
        const bool ends = key.size() >= anchor.size()
            && key.compare(key.size() - anchor.size(), anchor.size(), anchor) == 0;
        if (ends && (!prefix || key.size() - anchor.size() < prefix->size())) {
            prefix = key.substr(0, key.size() - anchor.size());
        }
    }
    if (!prefix) {
        return damaged("it lacks", anchor);
    }
    return *prefix;
}

bool startsWith(const std::string& text, const std::string& start)
{
    return text.compare(0, start.size(), start) == 0;
}

/// The key under which a tensor counts: aliases fold onto net.*, the second shared copy onto the
/// first.
std::string canonical(std::string key)
{
    for (const std::string alias : { "diffusion.", "sampler." }) {
        if (startsWith(key, alias + "net.")) {
            key.erase(0, alias.size());
        }
    }
    return startsWith(key, kSharedSecond) ? kSharedFirst + key.substr(kSharedSecond.size()) : key;
}

using Wanted = std::map<std::string, const ParameterSpec*>;

Status checkKnown(const TensorMap& state, const std::string& prefix, const Wanted& wanted)
{
    for (const auto& [key, tensor] : state) {
        if (!startsWith(key, prefix)) {
            return damaged("it holds the unknown tensor", key);
        }
        const auto spec = wanted.find(canonical(key.substr(prefix.size())));
        if (spec == wanted.end()) {
            return damaged("it holds the unknown tensor", key);
        }
        if (tensor.sizes().vec() != spec->second->shape) {
            return damaged("another shape is expected of", key);
        }
        const auto original = state.find(prefix + spec->first);
        if (original != state.end() && !torch::equal(original->second, tensor)) {
            return damaged("two copies differ of", key);
        }
    }
    return {};
}

} // namespace

std::int64_t samplesPerLatent(const DmaeConfig& config)
{
    std::int64_t samples = config.hop;
    for (const DmaeStage& stage : config.stages) {
        samples *= stage.factor;
    }
    return samples;
}

std::int64_t lengthUnit(const DmaeConfig& config)
{
    return config.patch * lengthUnit(config.unet);
}

std::vector<ParameterSpec> describeDmae(const DmaeConfig& config)
{
    const std::int64_t width = config.unet.inChannels;
    std::vector<ParameterSpec> out {
        { "patchIn.weight", kAnchor, { width, config.audioChannels, config.patch } },
        { "patchOut.weight", "net.blocks.1.weight", { width, config.audioChannels, config.patch } }
    };
    std::vector<ParameterSpec> unet = describeUNet(config.unet, kKeys, "unet.");
    std::move(unet.begin(), unet.end(), std::back_inserter(out));
    describeEncoder(out, config);
    return out;
}

Status loadPublishedDmae(DmaeImpl& dmae, const TensorMap& state)
{
    const std::vector<ParameterSpec> specs = describeDmae(dmae.config());
    Wanted wanted;
    for (const ParameterSpec& spec : specs) {
        wanted.emplace(spec.published, &spec);
    }
    const Result<std::string> prefix = outerPrefix(state);
    if (!prefix) {
        return tl::unexpected(prefix.error());
    }
    if (Status known = checkKnown(state, *prefix, wanted); !known) {
        return known;
    }
    TensorMap ours = tensorsOf(dmae);
    for (const ParameterSpec& spec : specs) {
        const auto tensor = state.find(*prefix + spec.published);
        if (tensor != state.end()) {
            ours[spec.name] = tensor->second;
        } else if (spec.published != kWindow) {
            return damaged("it lacks", *prefix + spec.published);
        }
    }
    return assignTensors(dmae, ours);
}

} // namespace pieria::models
