// The shape of a 1-D U-Net as values: what the network is built from, and every parameter it will
// have, by name, without building it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pieria::models {

/// One depth of the U-Net, outermost first.
struct UNetDepth
{
    std::int64_t channels = 0; ///< a multiple of UNetConfig::groups
    std::int64_t factor = 1; ///< down- and upsampling on entering this depth
    std::int64_t items = 1; ///< repetitions of the item list on either side of the inner depth
    std::int64_t injected = 0; ///< channels of the latent injected here; 0: none
    bool selfAttention = false;
    bool crossAttention = false;
};

enum class LevelInput {
    Modulation, ///< one level per sample, through features that modulate every item
    Channel ///< a level per time step as one more input channel, no modulation (for ladders)
};

struct UNetConfig
{
    std::int64_t inChannels = 0; ///< also out
    std::vector<UNetDepth> depths;
    LevelInput level = LevelInput::Modulation;
    std::int64_t features = 1024; ///< of the level
    std::int64_t frequencies = 128; ///< trained, of the level
    std::int64_t heads = 12;
    std::int64_t headDim = 64;
    std::int64_t textDim = 768; ///< channels of the cross-attended context
    std::int64_t groups = 8; ///< of group normalisation
};

/// The latent generator of Mousai: 32 channels, text by cross-attention, 562.6 M parameters.
[[nodiscard]] UNetConfig tcldUNet();
/// The waveform decoder of Mousai's DMAE on 256-channel patches, latents injected at depth 4.
[[nodiscard]] UNetConfig dmaeUNet();

/// Lengths must be a multiple of this: the product of all factors.
[[nodiscard]] std::int64_t lengthUnit(const UNetConfig& config);

/// One parameter: its name in our module, in the published state dict, and its shape.
struct ParameterSpec
{
    std::string name;
    std::string published;
    std::vector<std::int64_t> shape;
};

/// Where the published state dict keeps the two parts of a U-Net.
struct UNetKeys
{
    std::string time; ///< "net.blocks.2": the level features are TIME.blocks.0 and TIME.blocks.1
    std::string net; ///< "net.blocks.2.blocks.2.net": the outermost block
};

/// Every parameter of UNet1d(config), once. `prefix` goes in front of our names.
[[nodiscard]] std::vector<ParameterSpec> describeUNet(
    const UNetConfig& config, const UNetKeys& keys, const std::string& prefix = {});

[[nodiscard]] std::int64_t parameterCount(const std::vector<ParameterSpec>& parameters);

} // namespace pieria::models
