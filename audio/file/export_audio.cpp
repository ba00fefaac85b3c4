#include "audio/file/export_audio.h"

#include "audio/file/resampler.h"
#include "core/base/file.h"
#include "core/base/id.h"

#include <algorithm>
#include <cmath>
#include <system_error>

namespace pieria::audio {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlockFrames = 4800;

/// Removes the unfinished file unless it was published.
class Temporary
{
public:
    explicit Temporary(const fs::path& target)
        : m_path(target.parent_path() / std::string(".pieria-").append(makeUuid()))
    {
    }
    ~Temporary()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

class Export
{
public:
    Export(AudioReader& reader, AudioWriter& writer, const ExportSettings& settings)
        : m_reader(reader)
        , m_writer(writer)
        , m_gain(static_cast<float>(std::pow(10.0, settings.gain / 20)))
    {
        const std::int64_t length = reader.info().frames;
        m_first = settings.range
            ? std::clamp<std::int64_t>(settings.range->first.value(), 0, length)
            : 0;
        m_end = settings.range
            ? std::clamp<std::int64_t>(settings.range->second.value(), m_first, length)
            : length;
    }

    Status prepare(int sampleRate)
    {
        const AudioInfo& info = m_reader.info();
        if (sampleRate != info.sampleRate) {
            auto resampler = Resampler::create(info.channels, info.sampleRate, sampleRate);
            if (!resampler) {
                return tl::unexpected(resampler.error());
            }
            m_resampler = std::move(*resampler);
        }
        return m_first > 0 ? m_reader.seek(m_first) : Status {};
    }

    Result<Outcome<std::int64_t>> run(JobContext& context)
    {
        const auto channels = static_cast<std::size_t>(m_reader.info().channels);
        std::vector<float> block(kBlockFrames * channels);
        for (std::int64_t at = m_first; at < m_end;) {
            if (context.cancelled()) {
                return Cancelled {};
            }
            const auto want = std::min<std::int64_t>(kBlockFrames, m_end - at);
            const auto got
                = m_reader.read(std::span(block).first(static_cast<std::size_t>(want) * channels));
            if (got <= 0) {
                return fail(
                    ErrorCode::Corrupt, "The sound to export ends early: render the piece again.");
            }
            auto done = push(std::span(block).first(static_cast<std::size_t>(got) * channels));
            if (!done) {
                return tl::unexpected(done.error());
            }
            at += got;
            context.report({ "writing the file", static_cast<double>(at - m_first),
                static_cast<double>(m_end - m_first) });
        }
        if (m_resampler) {
            const auto rest = m_resampler->finish();
            if (!rest) {
                return tl::unexpected(rest.error());
            }
            if (Status written = write(*rest); !written) {
                return tl::unexpected(written.error());
            }
        }
        if (Status finished = m_writer.finish(); !finished) {
            return tl::unexpected(finished.error());
        }
        return m_written;
    }

private:
    Status push(std::span<float> block)
    {
        for (float& x : block) {
            x *= m_gain;
        }
        if (!m_resampler) {
            return write(block);
        }
        const auto resampled = m_resampler->process(block);
        return resampled ? write(*resampled) : Status(tl::unexpected(resampled.error()));
    }
    Status write(std::span<const float> block)
    {
        m_written += static_cast<std::int64_t>(block.size()) / m_reader.info().channels;
        return m_writer.write(block);
    }

    AudioReader& m_reader;
    AudioWriter& m_writer;
    std::unique_ptr<Resampler> m_resampler;
    float m_gain;
    std::int64_t m_first = 0;
    std::int64_t m_end = 0;
    std::int64_t m_written = 0;
};

} // namespace

Result<Outcome<std::int64_t>> exportAudio(const fs::path& source, const fs::path& target,
    const ExportSettings& settings, JobContext& context)
{
    const auto reader = AudioReader::open(source);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    std::error_code error;
    if (target.has_parent_path()) {
        fs::create_directories(target.parent_path(), error);
    }
    const Temporary temporary(target);
    const auto writer = AudioWriter::create(temporary.path(),
        { settings.format, (*reader)->info().channels, settings.sampleRate, settings.quality,
            settings.tags });
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    Export job(**reader, **writer, settings);
    if (Status ready = job.prepare(settings.sampleRate); !ready) {
        return tl::unexpected(ready.error());
    }
    auto outcome = job.run(context);
    if (outcome && std::holds_alternative<std::int64_t>(*outcome)) {
        if (Status published = publishFile(temporary.path(), target); !published) {
            return tl::unexpected(published.error());
        }
    }
    return outcome;
}

std::string provenance(const std::string& prompt, std::uint64_t seed, const std::string& model)
{
    return "Prompt: " + prompt + "\nSeed: " + std::to_string(seed) + "\nModel: " + model
        + "\nMade with Pieria";
}

} // namespace pieria::audio
