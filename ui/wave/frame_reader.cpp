#include "ui/wave/frame_reader.h"

#include "audio/file/audio_reader.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace pieria::ui {

namespace {

class SourceReader final : public FrameReader
{
public:
    explicit SourceReader(std::shared_ptr<const audio::AudioSource> source)
        : m_source(std::move(source))
    {
    }
    [[nodiscard]] std::int64_t available() const override { return m_source->available().value(); }
    [[nodiscard]] bool finished() const override { return m_source->finished(); }
    void read(std::int64_t first, std::span<float> interleaved) override
    {
        m_source->read(first, interleaved);
    }

private:
    std::shared_ptr<const audio::AudioSource> m_source;
};

class FileReader final : public FrameReader
{
public:
    explicit FileReader(std::unique_ptr<audio::AudioReader> reader)
        : m_reader(std::move(reader))
        , m_frames(m_reader->info().frames)
        , m_channels(static_cast<std::size_t>(m_reader->info().channels))
    {
    }
    [[nodiscard]] std::int64_t available() const override { return m_frames; }
    [[nodiscard]] bool finished() const override { return true; }
    void read(std::int64_t first, std::span<float> interleaved) override
    {
        const std::lock_guard lock(m_mutex); // peaks and tiles share the file
        std::fill(interleaved.begin(), interleaved.end(), 0.0F);
        if (first != m_next && !m_reader->seek(first)) {
            return;
        }
        const std::size_t frames = interleaved.size() / 2;
        m_buffer.resize(frames * m_channels);
        std::size_t done = 0;
        while (done < frames) {
            const auto got = m_reader->read(std::span(m_buffer).subspan(done * m_channels));
            if (got <= 0) {
                break;
            }
            done += static_cast<std::size_t>(got);
        }
        m_next = first + static_cast<std::int64_t>(done);
        for (std::size_t f = 0; f < done; ++f) {
            interleaved[f * 2] = m_buffer[f * m_channels];
            interleaved[f * 2 + 1] = m_buffer[f * m_channels + (m_channels > 1 ? 1 : 0)];
        }
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<audio::AudioReader> m_reader;
    std::int64_t m_frames;
    std::size_t m_channels;
    std::int64_t m_next = 0;
    std::vector<float> m_buffer;
};

} // namespace

std::shared_ptr<FrameReader> makeSourceReader(std::shared_ptr<const audio::AudioSource> source)
{
    return source == nullptr ? nullptr : std::make_shared<SourceReader>(std::move(source));
}

std::shared_ptr<FrameReader> makeFileReader(const std::filesystem::path& path)
{
    auto reader = audio::AudioReader::open(path);
    if (!reader || (*reader)->info().channels < 1) {
        return nullptr;
    }
    return std::make_shared<FileReader>(std::move(*reader));
}

} // namespace pieria::ui
