#include "audio/engine/audio_engine.h"

#include <algorithm>
#include <atomic>

namespace pieria::audio {

namespace {

/// Blocks never move once they are there, so a reader needs no lock: it reads how many frames are
/// complete, and those stay as they are.
class BlockList final : public GrowingSource
{
public:
    ~BlockList() override
    {
        for (auto& block : m_blocks) {
            delete[] block.load();
        }
    }

    [[nodiscard]] Frames available() const override { return Frames(m_frames.load()); }
    [[nodiscard]] bool finished() const override { return m_finished.load(); }

    void read(std::int64_t first, std::span<float> interleaved) const override
    {
        const std::int64_t frames = m_frames.load();
        while (!interleaved.empty()) {
            if (first < 0 || first >= frames) {
                const auto zeros = first < 0
                    ? std::min(interleaved.size(), static_cast<std::size_t>(-2 * first))
                    : interleaved.size();
                std::fill_n(interleaved.begin(), zeros, 0.0f);
                interleaved = interleaved.subspan(zeros);
                first += static_cast<std::int64_t>(zeros / 2);
                continue;
            }
            const std::int64_t offset = first % kBlockFrames;
            const std::int64_t left = std::min(kBlockFrames - offset, frames - first);
            const auto count = std::min(interleaved.size(), static_cast<std::size_t>(2 * left));
            const float* block = m_blocks[static_cast<std::size_t>(first / kBlockFrames)].load();
            std::copy_n(block + 2 * offset, count, interleaved.begin());
            interleaved = interleaved.subspan(count);
            first += static_cast<std::int64_t>(count / 2);
        }
    }

    void append(std::span<const float> interleaved) override
    {
        std::int64_t at = m_frames.load();
        while (interleaved.size() >= 2 && at < kMostFrames) {
            auto& block = m_blocks[static_cast<std::size_t>(at / kBlockFrames)];
            if (!block.load()) {
                block.store(new float[static_cast<std::size_t>(2 * kBlockFrames)]());
            }
            const std::int64_t offset = at % kBlockFrames;
            const auto room = static_cast<std::size_t>(2 * (kBlockFrames - offset));
            const auto count = std::min(interleaved.size() / 2 * 2, room);
            std::copy_n(interleaved.begin(), count, block.load() + 2 * offset);
            interleaved = interleaved.subspan(count);
            at += static_cast<std::int64_t>(count / 2);
        }
        m_frames.store(at);
    }

    void finish() override { m_finished.store(true); }

private:
    static constexpr std::int64_t kBlockFrames = 1 << 16;
    static constexpr std::size_t kMostBlocks = 16384; ///< over six hours
    static constexpr std::int64_t kMostFrames
        = kBlockFrames * static_cast<std::int64_t>(kMostBlocks);

    std::array<std::atomic<float*>, kMostBlocks> m_blocks {};
    std::atomic<std::int64_t> m_frames { 0 };
    std::atomic<bool> m_finished { false };
};

} // namespace

std::shared_ptr<GrowingSource> GrowingSource::create()
{
    return std::make_shared<BlockList>();
}

} // namespace pieria::audio
