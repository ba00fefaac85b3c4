#include "audio/engine/audio_engine.h"

#include "audio/device/output_stream.h"
#include "audio/engine/clock_driver.h"
#include "audio/engine/player.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <utility>

namespace pieria::audio {

namespace {

constexpr int kDefaultBuffer = 512;

class Engine final : public AudioEngine, private OutputClient
{
public:
    Engine()
        : m_session(DeviceSession::create())
    {
        if (!open(DeviceSession::kDefaultDevice, kDefaultBuffer)) {
            startClock();
        }
    }
    ~Engine() override
    {
        m_stream.reset();
        m_clock.reset();
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] std::vector<DeviceInfo> devices() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_session->devices();
    }

    Status openDevice(int index, int bufferFrames) override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        return reopen(index, bufferFrames);
    }

    Status reconnect() override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        m_stream.reset();
        m_clock.reset();
        // PortAudio lists devices once: only a new session sees what was plugged in.
        m_session.reset();
        m_session = DeviceSession::create();
        // Indices may have changed: the same name is looked for, else the default is taken.
        int index = DeviceSession::kDefaultDevice;
        for (const DeviceInfo& info : m_session->devices()) {
            if (m_chosen != DeviceSession::kDefaultDevice && info.name == m_name) {
                index = info.index;
            }
        }
        return reopen(index, m_bufferFrames);
    }

    [[nodiscard]] DeviceState deviceState() const override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        return m_deviceState;
    }

    [[nodiscard]] std::string deviceName() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_name;
    }

    void setSource(std::shared_ptr<const AudioSource> source) override
    {
        const std::lock_guard lock(m_mutex);
        m_wish.source = std::move(source);
        prepare(positionNow());
        if (m_wish.loop) {
            prepare(m_wish.loop->first);
        }
        // A source that plays on where the last one had ended.
        if (m_wish.playing && hasEnded()) {
            m_wish.playing = false;
        }
        m_player.want(m_wish);
    }

    void play() override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        if (m_wish.playing && !hasEnded()) {
            return;
        }
        if (isAtEnd()) {
            seekTo(startPosition());
        }
        m_wish.playing = true;
        ++m_wish.playSerial;
        m_hasPlayed = true;
        m_playsAgain = false;
        m_player.want(m_wish);
    }

    void pause() override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        m_playsAgain = false;
        if (!m_wish.playing || hasEnded()) {
            return;
        }
        m_wish.playing = false;
        m_player.want(m_wish);
    }

    void stop() override
    {
        const std::lock_guard lock(m_mutex);
        m_wish.playing = false;
        m_hasPlayed = false;
        m_playsAgain = false;
        seekTo(startPosition());
        m_player.want(m_wish);
    }

    void seek(Frames position) override
    {
        const std::lock_guard lock(m_mutex);
        seekTo(position.value());
        m_player.want(m_wish);
    }

    void setLoop(std::optional<std::pair<Frames, Frames>> region) override
    {
        const std::lock_guard lock(m_mutex);
        m_wish.loop.reset();
        if (region && region->first < region->second && region->first >= Frames(0)) {
            m_wish.loop = { region->first.value(), region->second.value() };
            prepare(m_wish.loop->first);
        }
        m_player.want(m_wish);
    }

    void setVolume(Decibels volume) override
    {
        const std::lock_guard lock(m_mutex);
        const double gain = std::pow(10.0, std::min(volume.value(), 12.0) / 20);
        m_wish.volume = gain > 1e-4 ? static_cast<float>(gain) : 0.0f;
        m_player.want(m_wish);
    }

    [[nodiscard]] TransportState state() const override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        if (m_wish.playing && !hasEnded()) {
            return TransportState::Playing;
        }
        return m_hasPlayed && !hasEnded() ? TransportState::Paused : TransportState::Stopped;
    }

    [[nodiscard]] Frames position() const override
    {
        const std::lock_guard lock(m_mutex);
        noticeLoss();
        return Frames(positionNow());
    }

    [[nodiscard]] Meter takeMeter() override { return m_player.takeMeter(); }

    [[nodiscard]] std::int64_t underruns() const override
    {
        return m_deviceUnderruns.load() + m_player.starvations();
    }

    void playTestTone() override
    {
        const std::lock_guard lock(m_mutex);
        ++m_wish.toneSerial;
        m_player.want(m_wish);
    }

private:
    // OutputClient: in the audio system's threads.
    void render(std::span<float> interleaved) noexcept override { m_player.process(interleaved); }
    void ranDry() noexcept override { m_deviceUnderruns.fetch_add(1); }
    void lost() noexcept override { m_isLost.store(true); }

    Status open(int index, int bufferFrames)
    {
        m_isLost.store(false);
        m_bufferFrames = bufferFrames;
        auto stream = OutputStream::open(*m_session, index, bufferFrames, *this);
        if (!stream) {
            return tl::unexpected(stream.error());
        }
        m_chosen = index;
        m_stream = std::move(*stream);
        m_name = m_stream->device().name;
        m_deviceState = DeviceState::Ready;
        return {};
    }

    Status reopen(int index, int bufferFrames)
    {
        m_stream.reset();
        m_clock.reset();
        if (Status opened = open(index, bufferFrames); !opened) {
            m_deviceState
                = m_deviceState == DeviceState::Lost ? DeviceState::Lost : DeviceState::None;
            startClock();
            return opened;
        }
        if (m_playsAgain) {
            m_playsAgain = false;
            m_wish.playing = true;
            ++m_wish.playSerial;
            m_player.want(m_wish);
        }
        return {};
    }

    void startClock() const
    {
        m_clock = std::make_unique<ClockDriver>(
            [this](std::span<float> block) { m_player.process(block); });
    }

    /// The stream tells of its end from a thread of its own; what follows is done here, by whoever
    /// asks next.
    void noticeLoss() const
    {
        if (!m_isLost.exchange(false) || !m_stream) {
            return;
        }
        m_stream.reset();
        m_deviceState = DeviceState::Lost;
        m_playsAgain = m_wish.playing && !hasEnded();
        m_wish.playing = false;
        m_player.want(m_wish);
        startClock();
    }

    void prepare(std::int64_t position) const
    {
        if (m_wish.source) {
            m_wish.source->prepare(position);
        }
    }

    void seekTo(std::int64_t position)
    {
        m_wish.seekTarget = std::max<std::int64_t>(position, 0);
        ++m_wish.seekSerial;
        prepare(m_wish.seekTarget);
        if (m_wish.loop) {
            prepare(m_wish.loop->first);
        }
    }

    [[nodiscard]] std::int64_t startPosition() const
    {
        return m_wish.loop ? m_wish.loop->first : 0;
    }
    [[nodiscard]] bool hasEnded() const
    {
        return m_wish.playSerial > 0 && m_player.endedSerial() == m_wish.playSerial;
    }
    [[nodiscard]] std::int64_t positionNow() const
    {
        return m_player.seekDone() == m_wish.seekSerial ? m_player.position() : m_wish.seekTarget;
    }
    [[nodiscard]] bool isAtEnd() const
    {
        return m_wish.source && m_wish.source->finished()
            && positionNow() >= m_wish.source->available().value();
    }

    mutable std::mutex m_mutex;
    mutable Player m_player;
    mutable PlayerWish m_wish;
    mutable DeviceState m_deviceState = DeviceState::None;
    mutable bool m_playsAgain = false; ///< was playing when the device went
    mutable std::atomic<bool> m_isLost { false };
    bool m_hasPlayed = false;
    int m_chosen = DeviceSession::kDefaultDevice;
    int m_bufferFrames = kDefaultBuffer;
    std::string m_name;
    std::atomic<std::int64_t> m_deviceUnderruns { 0 };
    // In this order: a stream ends before its session.
    std::unique_ptr<DeviceSession> m_session;
    mutable std::unique_ptr<OutputStream> m_stream;
    mutable std::unique_ptr<ClockDriver> m_clock;
};

} // namespace

std::unique_ptr<AudioEngine> AudioEngine::create()
{
    return std::make_unique<Engine>();
}

} // namespace pieria::audio
