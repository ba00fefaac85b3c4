#include "audio/device/output_stream.h"

#include "audio/device/alsa_configuration.h"
#include "audio/device/quiet_errors.h"

#include <portaudio.h>

#include <algorithm>
#include <atomic>

namespace pieria::audio {

namespace {

constexpr double kRate = 48000;

class PortAudioSession final : public DeviceSession
{
public:
    PortAudioSession()
    {
        const QuietErrors quiet;
        m_isOpen = prepareAlsaConfiguration() && Pa_Initialize() == paNoError;
    }
    ~PortAudioSession() override
    {
        if (m_isOpen) {
            const QuietErrors quiet;
            Pa_Terminate();
        }
    }
    PortAudioSession(const PortAudioSession&) = delete;
    PortAudioSession& operator=(const PortAudioSession&) = delete;

    [[nodiscard]] std::vector<DeviceInfo> devices() const override
    {
        std::vector<DeviceInfo> list;
        const int count = m_isOpen ? Pa_GetDeviceCount() : 0;
        for (int i = 0; i < count; ++i) {
            const PaDeviceInfo* info = Pa_GetDeviceInfo(i);
            if (info && info->maxOutputChannels >= 2) {
                list.push_back({ i, info->name, info->defaultSampleRate,
                    Seconds(info->defaultLowOutputLatency) });
            }
        }
        return list;
    }
    [[nodiscard]] int defaultDevice() const override
    {
        const int device = m_isOpen ? Pa_GetDefaultOutputDevice() : paNoDevice;
        return device == paNoDevice ? -1 : device;
    }

private:
    bool m_isOpen = false;
};

tl::unexpected<Failure> deviceFailure(const std::string& name, PaError error)
{
    return fail(ErrorCode::Unavailable,
        "The sound device " + name + " cannot be used: choose another one or connect it again.",
        Pa_GetErrorText(error));
}

class PortAudioStream final : public OutputStream
{
public:
    PortAudioStream(OutputClient& client, DeviceInfo device)
        : m_client(client)
        , m_device(std::move(device))
    {
    }
    ~PortAudioStream() override
    {
        m_closing = true;
        if (m_stream) {
            const QuietErrors quiet;
            Pa_AbortStream(m_stream);
            Pa_CloseStream(m_stream);
        }
    }
    PortAudioStream(const PortAudioStream&) = delete;
    PortAudioStream& operator=(const PortAudioStream&) = delete;

    PaError start(const PaStreamParameters& parameters, unsigned long frames)
    {
        const QuietErrors quiet;
        PaError error = Pa_OpenStream(
            &m_stream, nullptr, &parameters, kRate, frames, paNoFlag, callback, this);
        if (error != paNoError) {
            m_stream = nullptr;
            return error;
        }
        Pa_SetStreamFinishedCallback(m_stream, finished);
        error = Pa_StartStream(m_stream);
        if (const PaStreamInfo* info = Pa_GetStreamInfo(m_stream)) {
            m_device.latency = Seconds(info->outputLatency);
        }
        return error;
    }
    [[nodiscard]] const DeviceInfo& device() const override { return m_device; }

private:
    static int callback(const void*, void* output, unsigned long frames,
        const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags flags, void* self)
    {
        auto& stream = *static_cast<PortAudioStream*>(self);
        if (flags & paOutputUnderflow) {
            stream.m_client.ranDry();
        }
        stream.m_client.render({ static_cast<float*>(output), 2 * frames });
        return paContinue;
    }
    static void finished(void* self)
    {
        auto& stream = *static_cast<PortAudioStream*>(self);
        if (!stream.m_closing) {
            stream.m_client.lost();
        }
    }

    OutputClient& m_client;
    DeviceInfo m_device;
    PaStream* m_stream = nullptr;
    std::atomic<bool> m_closing { false };
};

} // namespace

std::unique_ptr<DeviceSession> DeviceSession::create()
{
    return std::make_unique<PortAudioSession>();
}

Result<std::unique_ptr<OutputStream>> OutputStream::open(
    const DeviceSession& session, int device, int bufferFrames, OutputClient& client)
{
    const int index = device == DeviceSession::kDefaultDevice ? session.defaultDevice() : device;
    const auto devices = session.devices();
    const auto info = std::find_if(
        devices.begin(), devices.end(), [&](const DeviceInfo& d) { return d.index == index; });
    if (info == devices.end()) {
        return fail(ErrorCode::NotFound,
            "There is no sound device: connect one and choose it in the preferences.");
    }
    const int frames = std::clamp(bufferFrames, 32, 8192);
    PaStreamParameters parameters {};
    parameters.device = index;
    parameters.channelCount = 2;
    parameters.sampleFormat = paFloat32;
    parameters.suggestedLatency = std::max(info->latency.value(), 2 * frames / kRate);
    auto stream = std::make_unique<PortAudioStream>(client, *info);
    const PaError error = stream->start(parameters, static_cast<unsigned long>(frames));
    if (error != paNoError) {
        return deviceFailure(info->name, error);
    }
    return stream;
}

} // namespace pieria::audio
