// Mousai's first stage, the diffusion magnitude autoencoder ("DMAE"): an encoder from the magnitude
// spectrogram of stereo sound to tanh latents, and a waveform diffusion decoder that has the
// latents injected at one depth (Schneider et al., 2023). The default configuration is the
// published dmae1d-ATC64-v2: 48 kHz stereo, 32 latent channels at 46.875 Hz, 185.108 M parameters.
#pragma once

#include "core/base/result.h"
#include "core/models/diffusion/sampler.h"
#include "core/models/nn/unet.h"
#include "core/models/tensor_io.h"

#include <vector>

namespace pieria::models {

struct DmaeStage
{
    std::int64_t factor = 2; ///< convolution kernel 2 factor + 1, stride factor
    std::int64_t resnets = 4;
};

struct DmaeConfig
{
    std::int64_t audioChannels = 2;
    std::int64_t fft = 1023; ///< odd, so that a multiple of hop gives exactly length / hop frames
    std::int64_t hop = 256;
    std::int64_t width = 512; ///< of the encoder
    std::int64_t groups = 8;
    std::vector<DmaeStage> stages { { 2, 4 }, { 2, 8 } };
    std::int64_t latentChannels = 32;
    std::int64_t patch = 64; ///< samples per step of the decoder U-Net
    UNetConfig unet = dmaeUNet();
};

/// Samples per latent: hop times the encoder's factors. 1024 by default.
[[nodiscard]] std::int64_t samplesPerLatent(const DmaeConfig& config);
/// Lengths the decoder takes are multiples of this many samples. 4096 by default.
[[nodiscard]] std::int64_t lengthUnit(const DmaeConfig& config);

/// Every tensor of the published state dict (parameters and the window buffer), once, with our
/// names.
[[nodiscard]] std::vector<ParameterSpec> describeDmae(const DmaeConfig& config);

/// GroupNorm, SiLU, Conv k3, twice, around a shortcut (1x1 where the width changes).
class EncoderResnetImpl : public torch::nn::Module
{
public:
    EncoderResnetImpl(std::int64_t in, std::int64_t out, std::int64_t groups);
    torch::Tensor forward(const torch::Tensor& x);

private:
    torch::nn::GroupNorm m_norm0 { nullptr };
    torch::nn::Conv1d m_conv0 { nullptr };
    torch::nn::GroupNorm m_norm1 { nullptr };
    torch::nn::Conv1d m_conv1 { nullptr };
    torch::nn::Conv1d m_shortcut { nullptr };
};
TORCH_MODULE(EncoderResnet);

class DmaeEncoderImpl : public torch::nn::Module
{
public:
    explicit DmaeEncoderImpl(const DmaeConfig& config);
    /// Linear magnitudes over sqrt(fft): [batch, channels, samples] -> [batch, channels * bins,
    /// (samples - 1) / hop + 1], centred frames, reflected ends. Needs more than fft / 2 samples.
    torch::Tensor magnitudes(const torch::Tensor& audio);
    /// [batch, channels, samples] -> [batch, latentChannels, samples / samplesPerLatent] in (-1, 1)
    torch::Tensor forward(const torch::Tensor& audio);

private:
    DmaeConfig m_config;
    torch::Tensor m_window;
    EncoderResnet m_in { nullptr };
    std::vector<torch::nn::Conv1d> m_down;
    std::vector<std::vector<EncoderResnet>> m_resnets;
    torch::nn::Conv1d m_out { nullptr };
};
TORCH_MODULE(DmaeEncoder);

class DmaeImpl : public torch::nn::Module
{
public:
    explicit DmaeImpl(const DmaeConfig& config);

    /// Samples must be a multiple of samplesPerLatent(config).
    torch::Tensor encode(const torch::Tensor& audio);
    /// v_hat of a waveform [batch, channels, samples] given latents; samples a multiple of
    /// lengthUnit(config) and of the latents' length times samplesPerLatent(config).
    torch::Tensor forward(
        const torch::Tensor& x, const torch::Tensor& level, const torch::Tensor& latents);
    /// The waveform of latents, from standard noise [batch, channels, samples].
    [[nodiscard]] Outcome<torch::Tensor> decode(
        const torch::Tensor& latents, const torch::Tensor& noise, const SampleOptions& options);

    [[nodiscard]] const DmaeConfig& config() const { return m_config; }

private:
    DmaeConfig m_config;
    DmaeEncoder m_encoder { nullptr };
    torch::nn::Conv1d m_patchIn { nullptr };
    torch::nn::ConvTranspose1d m_patchOut { nullptr };
    UNet1d m_unet { nullptr };
    std::size_t m_injectDepth = 0;
};
TORCH_MODULE(Dmae);

/// Loads a published state dict. Keys may carry one unknown prefix; the aliases diffusion.net.* and
/// sampler.net.* and the second copy of the shared time layer are checked by name and ignored. A
/// missing, unknown or wrongly shaped tensor is a failure that names it; the window may be absent.
[[nodiscard]] Status loadPublishedDmae(DmaeImpl& dmae, const TensorMap& state);

} // namespace pieria::models
