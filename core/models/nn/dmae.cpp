#include "core/models/nn/dmae.h"

#include <cmath>

namespace pieria::models {

namespace {

torch::nn::Conv1d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel)
{
    return torch::nn::Conv1d(torch::nn::Conv1dOptions(in, out, kernel).padding(kernel / 2));
}

} // namespace

EncoderResnetImpl::EncoderResnetImpl(std::int64_t in, std::int64_t out, std::int64_t groups)
{
    // The library normalises the entrance (in != out) as one group in its first half only.
    m_norm0 = register_module("norm0", torch::nn::GroupNorm(groups, in));
    m_conv0 = register_module("conv0", convolution(in, out, 3));
    m_norm1 = register_module("norm1", torch::nn::GroupNorm(groups, out));
    m_conv1 = register_module("conv1", convolution(out, out, 3));
    if (in != out) {
        m_shortcut = register_module("shortcut", convolution(in, out, 1));
    }
}

torch::Tensor EncoderResnetImpl::forward(const torch::Tensor& x)
{
    const torch::Tensor h = m_conv0(torch::silu(m_norm0(x)));
    return (m_shortcut ? m_shortcut(x) : x) + m_conv1(torch::silu(m_norm1(h)));
}

DmaeEncoderImpl::DmaeEncoderImpl(const DmaeConfig& config)
    : m_config(config)
{
    m_window = register_buffer("window", torch::hann_window(config.fft));
    const std::int64_t bins = config.fft / 2 + 1;
    m_in = register_module("in", EncoderResnet(config.audioChannels * bins, config.width, 1));
    for (std::size_t i = 0; i < config.stages.size(); ++i) {
        const DmaeStage& stage = config.stages[i];
        const std::string name = "stage" + std::to_string(i);
        m_down.push_back(register_module(name + "down",
            torch::nn::Conv1d(
                torch::nn::Conv1dOptions(config.width, config.width, 2 * stage.factor + 1)
                    .stride(stage.factor)
                    .padding(stage.factor))));
        m_resnets.emplace_back();
        for (std::int64_t r = 0; r < stage.resnets; ++r) {
            m_resnets.back().push_back(register_module(name + "resnet" + std::to_string(r),
                EncoderResnet(config.width, config.width, config.groups)));
        }
    }
    m_out = register_module("out", convolution(config.width, config.latentChannels, 1));
}

torch::Tensor DmaeEncoderImpl::magnitudes(const torch::Tensor& audio)
{
    TORCH_CHECK(audio.dim() == 3 && audio.size(1) == m_config.audioChannels,
        "audio must be [batch, ", m_config.audioChannels, ", samples]");
    TORCH_CHECK(audio.size(2) > m_config.fft / 2, "audio is too short for one spectrum");
    const torch::Tensor mono = audio.reshape({ -1, audio.size(2) });
    const torch::Tensor spectrum = torch::stft(mono, m_config.fft, m_config.hop, m_config.fft,
        m_window, /*center=*/true, "reflect", /*normalized=*/true, /*onesided=*/true,
        /*return_complex=*/true);
    // The floor keeps the gradient of the square root finite.
    const torch::Tensor power = torch::view_as_real(spectrum).pow(2).sum(-1).clamp_min(1e-8);
    return power.sqrt().reshape({ audio.size(0), -1, spectrum.size(-1) });
}

torch::Tensor DmaeEncoderImpl::forward(const torch::Tensor& audio)
{
    torch::Tensor x = m_in(magnitudes(audio));
    for (std::size_t i = 0; i < m_down.size(); ++i) {
        x = m_down[i](x);
        for (EncoderResnet& resnet : m_resnets[i]) {
            x = resnet(x);
        }
    }
    return torch::tanh(m_out(x));
}

DmaeImpl::DmaeImpl(const DmaeConfig& config)
    : m_config(config)
{
    m_encoder = register_module("encoder", DmaeEncoder(config));
    const std::int64_t width = config.unet.inChannels;
    m_patchIn = register_module("patchIn",
        torch::nn::Conv1d(torch::nn::Conv1dOptions(config.audioChannels, width, config.patch)
                .stride(config.patch)
                .bias(false)));
    m_patchOut = register_module("patchOut",
        torch::nn::ConvTranspose1d(
            torch::nn::ConvTranspose1dOptions(width, config.audioChannels, config.patch)
                .stride(config.patch)
                .bias(false)));
    m_unet = register_module("unet", UNet1d(config.unet));
    while (m_injectDepth + 1 < config.unet.depths.size()
        && config.unet.depths[m_injectDepth].injected == 0) {
        ++m_injectDepth;
    }
    TORCH_CHECK(config.unet.depths[m_injectDepth].injected == config.latentChannels,
        "the decoder must inject the latents at one depth");
}

torch::Tensor DmaeImpl::encode(const torch::Tensor& audio)
{
    TORCH_CHECK(audio.size(-1) % samplesPerLatent(m_config) == 0, "audio must be a multiple of ",
        samplesPerLatent(m_config), " samples");
    return m_encoder(audio);
}

torch::Tensor DmaeImpl::forward(
    const torch::Tensor& x, const torch::Tensor& level, const torch::Tensor& latents)
{
    TORCH_CHECK(x.size(-1) % lengthUnit(m_config) == 0, "the waveform must be a multiple of ",
        lengthUnit(m_config), " samples");
    UNetContext context;
    context.injected.resize(m_injectDepth + 1);
    context.injected[m_injectDepth] = latents;
    return m_patchOut(m_unet(m_patchIn(x), level, context));
}

Outcome<torch::Tensor> DmaeImpl::decode(
    const torch::Tensor& latents, const torch::Tensor& noise, const SampleOptions& options)
{
    const Denoiser denoiser = [&](const torch::Tensor& x, const torch::Tensor& level) {
        return forward(x, level, latents);
    };
    return sample(denoiser, noise, options);
}

} // namespace pieria::models
