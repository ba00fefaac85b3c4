// Playback: a transport over one growing stereo source, played by PortAudio. The callback reads an
// immutable snapshot swapped by pointer and lock-free rings; it allocates, locks and logs nothing.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace pieria::audio {

/// Stereo 48 kHz float audio that may still be growing. Blocks are immutable once appended; reading
/// them is lock-free. Shared by the writer (a render job) and the engine.
class AudioSource
{
public:
    virtual ~AudioSource() = default;
    [[nodiscard]] virtual Frames available() const = 0; ///< frames that can be read now
    [[nodiscard]] virtual bool finished() const = 0; ///< `available` will not grow any more
    /// Copies interleaved stereo from `first`; zeros past the end. Real-time safe. One thread. An
    /// empty span only says where the reader is.
    virtual void read(std::int64_t first, std::span<float> interleaved) const = 0;
    /// Whether these frames can be read this instant (a file may still have to be). Real-time safe.
    [[nodiscard]] virtual bool isReady(std::int64_t /*first*/, std::int64_t /*frames*/) const
    {
        return true;
    }
    /// Soon the engine will play from here as well: a seek, the start of a loop. Not real-time.
    virtual void prepare(std::int64_t /*first*/) const { }
};

struct DeviceInfo
{
    int index = -1;
    std::string name;
    double defaultSampleRate = 48000;
    Seconds latency;
};

struct Meter
{
    std::array<float, 2> peak {}; ///< linear, since the last read
    std::array<float, 2> rms {}; ///< over 300 ms
};

enum class TransportState { Stopped, Playing, Paused };
enum class DeviceState { None, Ready, Lost };

/// Its functions may be called from any thread but the audio callback. At the end of the source the
/// transport stops there; play() then starts over. When the device is lost the transport pauses and
/// keeps its position; a successful reconnect() or openDevice() plays on if it was playing.
class AudioEngine
{
public:
    /// No device is a normal state: the engine exists, position moves by the clock, nothing sounds.
    [[nodiscard]] static std::unique_ptr<AudioEngine> create();
    virtual ~AudioEngine() = default;

    [[nodiscard]] virtual std::vector<DeviceInfo> devices() const = 0;
    /// -1: the default device. Keeps the transport position.
    virtual Status openDevice(int index, int bufferFrames) = 0;
    virtual Status reconnect() = 0; ///< after a loss: rescans and opens again
    [[nodiscard]] virtual DeviceState deviceState() const = 0;
    [[nodiscard]] virtual std::string deviceName() const = 0;

    /// Swaps the source without a gap at the current position (A/B); null: silence.
    virtual void setSource(std::shared_ptr<const AudioSource> source) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    virtual void stop() = 0; ///< and back to the start (or the loop's start)
    virtual void seek(Frames position) = 0; ///< click-free: 5 ms cross-fade
    virtual void setLoop(std::optional<std::pair<Frames, Frames>> region) = 0;
    virtual void setVolume(Decibels volume) = 0;
    [[nodiscard]] virtual TransportState state() const = 0;
    [[nodiscard]] virtual Frames position() const = 0;
    [[nodiscard]] virtual Meter takeMeter() = 0;
    /// Times the device or the source ran dry while playing.
    [[nodiscard]] virtual std::int64_t underruns() const = 0;
    /// One second of 440 Hz at -18 dBFS on the open device.
    virtual void playTestTone() = 0;
};

/// An AudioSource that a render job appends to.
class GrowingSource : public AudioSource
{
public:
    [[nodiscard]] static std::shared_ptr<GrowingSource> create();
    virtual void append(std::span<const float> interleaved) = 0; ///< one writer thread
    virtual void finish() = 0;
};

/// A finished WAV or FLAC file, read from disk in the background ahead of the playhead.
[[nodiscard]] Result<std::shared_ptr<const AudioSource>> openFileSource(const std::string& path);

} // namespace pieria::audio
