#include "audio/engine/audio_engine.h"
#include "audio/file/audio_reader.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace pieria::audio {

namespace {

constexpr std::int64_t kBlockFrames = 8192;
constexpr std::size_t kSlots = 32; ///< per bank: 5.5 s
constexpr std::int64_t kBehind = 2; ///< blocks kept behind the playhead, for cross-fades

/// A window of decoded blocks around a place in the file. Block n lives in slot n modulo the slots.
/// A slot is handed between the two threads like this: the filler takes its label off, waits until
/// the reader is not in it, fills it and labels it again; the reader says which slot it is in,
/// then looks at the label.
class Bank
{
public:
    explicit Bank(int channels)
        : m_channels(channels)
    {
        for (auto& slot : m_slots) {
            slot.samples.resize(static_cast<std::size_t>(2 * kBlockFrames));
        }
    }

    void setCentre(std::int64_t block) { m_centre.store(block); }
    [[nodiscard]] std::int64_t centre() const { return m_centre.load(); }
    [[nodiscard]] bool has(std::int64_t block) const { return slotOf(block).label.load() == block; }

    /// Reader: false when the block is not here. `out` does not cross the block's end.
    bool read(std::int64_t block, std::int64_t offset, std::span<float> out) const
    {
        const Slot& slot = slotOf(block);
        m_reading.store(&slot);
        const bool isHere = slot.label.load() == block;
        if (isHere) {
            std::copy_n(slot.samples.begin() + 2 * offset, out.size(), out.begin());
        }
        m_reading.store(nullptr);
        return isHere;
    }

    /// Filler: decodes the first block that the window lacks; false when it lacks none.
    bool fillNext(AudioReader& reader, std::int64_t& readerAt, std::int64_t blocks)
    {
        const std::int64_t centre = m_centre.load();
        if (centre < 0) {
            return false;
        }
        const std::int64_t first = std::max<std::int64_t>(centre - kBehind, 0);
        const std::int64_t end = std::min(first + static_cast<std::int64_t>(kSlots), blocks);
        for (std::int64_t i = 0; i < end - first; ++i) {
            // The playhead's own block first, then ahead, then what is behind.
            const std::int64_t block
                = first + (i + (centre - first)) % std::max<std::int64_t>(end - first, 1);
            if (!has(block)) {
                fill(block, reader, readerAt);
                return true;
            }
        }
        return false;
    }

private:
    struct Slot
    {
        std::atomic<std::int64_t> label { -1 };
        std::vector<float> samples;
    };

    [[nodiscard]] const Slot& slotOf(std::int64_t block) const
    {
        return m_slots[static_cast<std::size_t>(block) % kSlots];
    }

    void fill(std::int64_t block, AudioReader& reader, std::int64_t& readerAt)
    {
        Slot& slot = m_slots[static_cast<std::size_t>(block) % kSlots];
        slot.label.store(-1);
        while (m_reading.load() == &slot) {
            std::this_thread::yield();
        }
        const std::int64_t start = block * kBlockFrames;
        if (readerAt != start) {
            static_cast<void>(reader.seek(start));
        }
        std::fill(slot.samples.begin(), slot.samples.end(), 0.0f);
        const std::int64_t got = reader.read(
            std::span(slot.samples).first(static_cast<std::size_t>(kBlockFrames * m_channels)));
        if (m_channels == 1) {
            for (auto i = static_cast<std::size_t>(kBlockFrames); i-- > 0;) {
                slot.samples[2 * i] = slot.samples[2 * i + 1] = slot.samples[i];
            }
        }
        readerAt = start + got;
        slot.label.store(block);
    }

    int m_channels;
    std::array<Slot, kSlots> m_slots;
    std::atomic<std::int64_t> m_centre { -1 };
    mutable std::atomic<const Slot*> m_reading { nullptr };
};

class FileSource final : public AudioSource
{
public:
    explicit FileSource(std::unique_ptr<AudioReader> reader)
        : m_reader(std::move(reader))
        , m_frames(m_reader->info().frames)
        , m_blocks((m_frames + kBlockFrames - 1) / kBlockFrames)
        , m_banks { Bank(m_reader->info().channels), Bank(m_reader->info().channels),
            Bank(m_reader->info().channels) }
    {
        m_banks[kPlayhead].setCentre(0);
        m_thread = std::thread([this] { work(); });
    }
    ~FileSource() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    [[nodiscard]] Frames available() const override { return Frames(m_frames); }
    [[nodiscard]] bool finished() const override { return true; }

    [[nodiscard]] bool isReady(std::int64_t first, std::int64_t frames) const override
    {
        const std::int64_t end = std::min(first + frames, m_frames);
        first = std::max<std::int64_t>(first, 0);
        for (std::int64_t block = first / kBlockFrames; block * kBlockFrames < end; ++block) {
            if (!has(block)) {
                return false;
            }
        }
        return true;
    }

    void read(std::int64_t first, std::span<float> interleaved) const override
    {
        // Only reading moves the window: asking whether another place is ready must not take away
        // what still sounds.
        if (first >= 0 && first < m_frames) {
            m_banks[kPlayhead].setCentre(first / kBlockFrames);
        }
        while (!interleaved.empty()) {
            if (first < 0 || first >= m_frames) {
                std::fill(interleaved.begin(), interleaved.end(), 0.0f);
                return;
            }
            const std::int64_t block = first / kBlockFrames;
            const std::int64_t offset = first % kBlockFrames;
            const auto room = static_cast<std::size_t>(2 * (kBlockFrames - offset));
            const auto part = interleaved.first(std::min(interleaved.size(), room));
            const auto holds = [&](const Bank& bank) { return bank.read(block, offset, part); };
            if (std::none_of(m_banks.begin(), m_banks.end(), holds)) {
                std::fill(part.begin(), part.end(), 0.0f);
            }
            interleaved = interleaved.subspan(part.size());
            first += static_cast<std::int64_t>(part.size() / 2);
        }
    }

    void prepare(std::int64_t first) const override
    {
        const std::int64_t block = std::clamp<std::int64_t>(first, 0, m_frames) / kBlockFrames;
        {
            const std::lock_guard lock(m_mutex);
            // Two places are kept beside the playhead's (a seek and the loop's start); the one
            // asked for longest ago gives way.
            const std::size_t bank = m_banks[1].centre() == block ? 1
                : m_banks[2].centre() == block                    ? 2
                                                                  : 3 - m_lastPrepared;
            m_banks[bank].setCentre(block);
            m_lastPrepared = bank;
        }
        m_wake.notify_all();
    }

private:
    static constexpr std::size_t kPlayhead = 0;

    [[nodiscard]] bool has(std::int64_t block) const
    {
        return std::any_of(
            m_banks.begin(), m_banks.end(), [block](const Bank& bank) { return bank.has(block); });
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        while (!m_ending) {
            lock.unlock();
            const bool worked = std::any_of(m_banks.begin(), m_banks.end(),
                [&](Bank& bank) { return bank.fillNext(*m_reader, m_readerAt, m_blocks); });
            lock.lock();
            if (!worked) {
                // The callback wakes nobody: the window is looked at often instead.
                m_wake.wait_for(lock, std::chrono::milliseconds(10));
            }
        }
    }

    std::unique_ptr<AudioReader> m_reader;
    std::int64_t m_readerAt = 0;
    std::int64_t m_frames;
    std::int64_t m_blocks;
    mutable std::array<Bank, 3> m_banks; ///< the playhead's, and two that were prepared
    mutable std::size_t m_lastPrepared = 2;
    mutable std::condition_variable m_wake;
    mutable std::mutex m_mutex;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace

Result<std::shared_ptr<const AudioSource>> openFileSource(const std::string& path)
{
    auto reader = AudioReader::open(path);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    const AudioInfo& info = (*reader)->info();
    if (info.channels > 2 || info.sampleRate != 48000) {
        return fail(ErrorCode::Unsupported,
            path + " cannot be played: convert it to 48000 Hz, mono or stereo.");
    }
    return std::make_shared<const FileSource>(std::move(*reader));
}

} // namespace pieria::audio
