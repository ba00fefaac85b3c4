#include "audio/file/audio_reader.h"

#include "audio/file/sound_file.h"

#include <algorithm>
#include <utility>

namespace pieria::audio {

namespace {

constexpr int kMostChannels = 32;

std::string tag(SNDFILE* file, int which)
{
    const char* text = sf_get_string(file, which);
    return text ? text : "";
}

class SndfileReader final : public AudioReader
{
public:
    SndfileReader(SoundFile file, AudioInfo info)
        : m_file(std::move(file))
        , m_info(std::move(info))
    {
    }
    [[nodiscard]] const AudioInfo& info() const override { return m_info; }
    [[nodiscard]] std::int64_t read(std::span<float> interleaved) override
    {
        const auto frames = static_cast<sf_count_t>(interleaved.size()) / m_info.channels;
        return std::max<sf_count_t>(sf_readf_float(m_file.get(), interleaved.data(), frames), 0);
    }
    Status seek(std::int64_t frame) override
    {
        if (sf_seek(m_file.get(), frame, SEEK_SET) < 0) {
            return fail(ErrorCode::Io, "The sound file cannot be read from its middle.",
                sf_strerror(m_file.get()));
        }
        return {};
    }

private:
    SoundFile m_file;
    AudioInfo m_info;
};

} // namespace

Result<std::unique_ptr<AudioReader>> AudioReader::open(const std::filesystem::path& path)
{
    SF_INFO raw {};
    SoundFile file(sf_open(path.c_str(), SFM_READ, &raw));
    if (!file) {
        const bool missing = sf_error(nullptr) == SF_ERR_SYSTEM;
        return fail(missing ? ErrorCode::NotFound : ErrorCode::Unsupported,
            missing ? "Could not open " + path.string() + ": check that it is there."
                    : path.string()
                    + " is not a sound file the studio can read (WAV, FLAC, OGG, Opus or MP3).",
            sf_strerror(nullptr));
    }
    if (raw.channels < 1 || raw.channels > kMostChannels || raw.samplerate < 1 || raw.frames < 0) {
        return fail(ErrorCode::Corrupt, path.string() + " is damaged: export it again.");
    }
    AudioInfo info { raw.frames, raw.channels, raw.samplerate, raw.format, {} };
    info.tags = { tag(file.get(), SF_STR_TITLE), tag(file.get(), SF_STR_ARTIST),
        tag(file.get(), SF_STR_COMMENT), tag(file.get(), SF_STR_LICENSE) };
    // Float files may hold more than full scale; it is kept.
    sf_command(file.get(), SFC_SET_NORM_FLOAT, nullptr, SF_TRUE);
    return std::make_unique<SndfileReader>(std::move(file), std::move(info));
}

Result<AudioBuffer> readAudioFile(const std::filesystem::path& path, std::int64_t mostFrames)
{
    const auto reader = AudioReader::open(path);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    AudioBuffer buffer { (*reader)->info(), {} };
    if (buffer.info.frames > mostFrames / buffer.info.channels * 2) {
        return fail(ErrorCode::InvalidInput, path.string() + " is too long to be read at once.");
    }
    // Grown as it is read: the header's length is only a claim.
    std::vector<float> block(static_cast<std::size_t>(65536 * buffer.info.channels));
    while (const std::int64_t got = (*reader)->read(block)) {
        const auto end = block.begin() + got * buffer.info.channels;
        buffer.samples.insert(buffer.samples.end(), block.begin(), end);
        if (std::cmp_greater(buffer.samples.size(), 2 * mostFrames)) {
            return fail(
                ErrorCode::InvalidInput, path.string() + " is too long to be read at once.");
        }
    }
    buffer.info.frames = static_cast<std::int64_t>(buffer.samples.size()) / buffer.info.channels;
    return buffer;
}

} // namespace pieria::audio
