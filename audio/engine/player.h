// The real-time part of playback: everything that happens inside the audio callback. It reads an
// immutable snapshot of what is wanted, swapped by pointer, and moves towards it without clicks.
#pragma once

#include "audio/engine/audio_engine.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace pieria::audio {

/// What the control side wants. A change of a serial number asks for something once.
struct PlayerWish
{
    std::shared_ptr<const AudioSource> source;
    std::optional<std::pair<std::int64_t, std::int64_t>> loop; ///< first frame, one past the last
    bool playing = false;
    float volume = 1;
    std::uint64_t seekSerial = 0;
    std::int64_t seekTarget = 0;
    std::uint64_t playSerial = 0; ///< raised by every play()
    std::uint64_t toneSerial = 0;
};

class Player
{
public:
    static constexpr std::int64_t kFadeFrames = 240; ///< 5 ms at 48 kHz

    Player();
    ~Player();
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Control side, one thread at a time.
    void want(PlayerWish wish);

    /// The audio callback: fills interleaved stereo. Allocates, locks and logs nothing.
    void process(std::span<float> interleaved) noexcept;

    // Any thread.
    [[nodiscard]] std::int64_t position() const { return m_position.load(); }
    /// The last seek that is done.
    [[nodiscard]] std::uint64_t seekDone() const { return m_seekDone.load(); }
    /// The play() that came to the end of its source.
    [[nodiscard]] std::uint64_t endedSerial() const { return m_endedSerial.load(); }
    /// Times the source had nothing to play.
    [[nodiscard]] std::int64_t starvations() const { return m_starvations.load(); }
    [[nodiscard]] Meter takeMeter();

private:
    struct Snapshot;
    struct Voice
    {
        const Snapshot* owner = nullptr; ///< keeps the source alive
        std::int64_t position = 0;
        bool mayLoop = true;
        [[nodiscard]] const AudioSource* source() const;
    };

    void adopt(const Snapshot& wish) noexcept;
    void jump(const Snapshot& wish, std::int64_t position) noexcept;
    void render(const Snapshot& wish, std::span<float> block) noexcept;
    void renderVoice(const Snapshot& wish, std::span<float> block) noexcept;
    void mixOldVoice(std::span<float> block) noexcept;
    bool wrap(const Snapshot& wish) noexcept;
    void updateSupply(const Snapshot& wish, std::int64_t frames) noexcept;
    [[nodiscard]] std::int64_t framesUntilTurn(const Snapshot& wish) const noexcept;
    void applyLevels(const Snapshot& wish, std::span<float> block) noexcept;
    void addTone(const Snapshot& wish, std::span<float> block) noexcept;
    void meter(std::span<const float> block) noexcept;
    [[nodiscard]] bool wantsSound(const Snapshot& wish) const noexcept;

    // Control side.
    std::vector<std::unique_ptr<const Snapshot>> m_snapshots;
    std::uint64_t m_nextSequence = 1;

    // Shared.
    std::atomic<const Snapshot*> m_wish;
    std::atomic<std::uint64_t> m_oldestInUse { 0 };
    std::atomic<std::int64_t> m_position { 0 };
    std::atomic<std::uint64_t> m_seekDone { 0 };
    std::atomic<std::uint64_t> m_endedSerial { 0 };
    std::atomic<std::int64_t> m_starvations { 0 };
    std::array<std::atomic<float>, 2> m_peak {};
    std::array<std::atomic<float>, 2> m_meanSquare {};

    // Callback side.
    Voice m_voice;
    Voice m_old;
    std::int64_t m_fadeLeft = 0; ///< frames in which m_old still sounds
    float m_level = 0; ///< of the transport, 0 to 1
    float m_volume = 1;
    bool m_isStarved = false;
    std::uint64_t m_toneSerial = 0;
    std::int64_t m_toneLeft = 0;
    std::array<float, 2> m_square {};
    std::array<float, 2 * kFadeFrames> m_scratch {};
};

} // namespace pieria::audio
