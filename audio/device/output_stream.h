// The sound card. The only folder that knows PortAudio and ALSA.
#pragma once

#include "audio/engine/audio_engine.h"
#include "core/base/result.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pieria::audio {

/// What a stream plays. All three are called from threads of the audio system.
class OutputClient
{
public:
    virtual ~OutputClient() = default;
    virtual void render(std::span<float> interleaved) noexcept = 0;
    virtual void ranDry() noexcept = 0; ///< the device had nothing to play
    virtual void lost() noexcept = 0; ///< the stream ended without being closed
};

/// PortAudio, from initialisation to termination. The list of devices is that of the moment it was
/// made: make a new one to look again. No device is not an error.
class DeviceSession
{
public:
    static constexpr int kDefaultDevice = -1;

    [[nodiscard]] static std::unique_ptr<DeviceSession> create();
    virtual ~DeviceSession() = default;
    [[nodiscard]] virtual std::vector<DeviceInfo> devices() const = 0;
    /// Index of the default output; -1 when there is none.
    [[nodiscard]] virtual int defaultDevice() const = 0;
};

/// A running stereo stream at 48 kHz. Must end before its session.
class OutputStream
{
public:
    [[nodiscard]] static Result<std::unique_ptr<OutputStream>> open(
        const DeviceSession& session, int device, int bufferFrames, OutputClient& client);
    virtual ~OutputStream() = default;
    [[nodiscard]] virtual const DeviceInfo& device() const = 0; ///< with the stream's own latency
};

} // namespace pieria::audio
