#include "audio/file/audio_writer.h"

#include "audio/file/sound_file.h"
#include "core/base/noise.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pieria::audio {

namespace {

enum class SampleKind { Short, Int24, Float };

struct Encoding
{
    int word;
    SampleKind kind;
    bool hasQuality;
};

Encoding encodingOf(AudioFormat format)
{
    switch (format) {
    case AudioFormat::Wav16:
        return { SF_FORMAT_WAV | SF_FORMAT_PCM_16, SampleKind::Short, false };
    case AudioFormat::Wav24:
        return { SF_FORMAT_WAV | SF_FORMAT_PCM_24, SampleKind::Int24, false };
    case AudioFormat::WavFloat:
        return { SF_FORMAT_WAV | SF_FORMAT_FLOAT, SampleKind::Float, false };
    case AudioFormat::Flac16:
        return { SF_FORMAT_FLAC | SF_FORMAT_PCM_16, SampleKind::Short, false };
    case AudioFormat::Flac24:
        return { SF_FORMAT_FLAC | SF_FORMAT_PCM_24, SampleKind::Int24, false };
    case AudioFormat::Ogg:
        return { SF_FORMAT_OGG | SF_FORMAT_VORBIS, SampleKind::Float, true };
    case AudioFormat::Opus:
        return { SF_FORMAT_OGG | SF_FORMAT_OPUS, SampleKind::Float, true };
    case AudioFormat::Mp3:
        return { SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, SampleKind::Float, true };
    }
    return { 0, SampleKind::Float, false };
}

void setTags(SNDFILE* file, const AudioTags& tags)
{
    const auto set = [&](int which, const std::string& text) {
        if (!text.empty()) {
            sf_set_string(file, which, text.c_str());
        }
    };
    set(SF_STR_TITLE, tags.title);
    set(SF_STR_ARTIST, tags.artist);
    set(SF_STR_COMMENT, tags.comment);
    set(SF_STR_LICENSE, tags.licence);
    set(SF_STR_SOFTWARE, "Pieria");
}

/// To an integer of `bits`, with `dither` in steps of it.
int quantised(float x, int bits, double dither)
{
    const double scale = std::ldexp(1.0, bits - 1);
    const double value
        = std::isfinite(x) ? std::nearbyint(static_cast<double>(x) * scale + dither) : 0.0;
    return static_cast<int>(std::clamp(value, -scale, scale - 1));
}

class SndfileWriter final : public AudioWriter
{
public:
    SndfileWriter(SoundFile file, SampleKind kind, int channels)
        : m_file(std::move(file))
        , m_kind(kind)
        , m_channels(channels)
    {
    }

    Status write(std::span<const float> interleaved) override
    {
        // Small blocks: some encoders put a whole one on the stack.
        const auto most = static_cast<std::size_t>(2048 * m_channels);
        while (!interleaved.empty()) {
            const auto block = interleaved.first(std::min(most, interleaved.size()));
            if (writeBlock(block) != static_cast<sf_count_t>(block.size())) {
                return fail(ErrorCode::Io,
                    "The sound file could not be written: make room on the disk.",
                    sf_strerror(m_file.get()));
            }
            interleaved = interleaved.subspan(block.size());
        }
        return {};
    }

    Status finish() override
    {
        if (sf_close(m_file.release()) != 0) {
            return fail(
                ErrorCode::Io, "The sound file could not be finished: make room on the disk.");
        }
        return {};
    }

private:
    sf_count_t writeBlock(std::span<const float> block)
    {
        const auto count = static_cast<sf_count_t>(block.size());
        if (m_kind == SampleKind::Float) {
            return sf_write_float(m_file.get(), block.data(), count);
        }
        if (m_kind == SampleKind::Int24) {
            m_ints.resize(block.size());
            std::transform(block.begin(), block.end(), m_ints.begin(),
                [](float x) { return quantised(x, 24, 0) * 256; });
            return sf_write_int(m_file.get(), m_ints.data(), count);
        }
        m_shorts.resize(block.size());
        for (std::size_t i = 0; i < block.size(); ++i) {
            m_shorts[i] = static_cast<short>(quantised(block[i], 16, nextDither()));
        }
        return sf_write_short(m_file.get(), m_shorts.data(), count);
    }

    /// Difference of two uniforms: triangular over +-1 step.
    double nextDither()
    {
        const std::uint64_t n = 2 * m_sample++;
        return m_noise.uniform(n) - m_noise.uniform(n + 1);
    }

    SoundFile m_file;
    SampleKind m_kind;
    int m_channels;
    Noise m_noise { 0, "dither" };
    std::uint64_t m_sample = 0;
    std::vector<int> m_ints;
    std::vector<short> m_shorts;
};

} // namespace

Result<std::unique_ptr<AudioWriter>> AudioWriter::create(
    const std::filesystem::path& path, const WriterSettings& settings)
{
    if (!canHoldSampleRate(settings.format, settings.sampleRate)) {
        return fail(ErrorCode::Unsupported,
            std::string(formatName(settings.format)) + " files cannot hold "
                + std::to_string(settings.sampleRate) + " Hz: choose 48000 Hz.");
    }
    const Encoding encoding = encodingOf(settings.format);
    SF_INFO info {};
    info.channels = settings.channels;
    info.samplerate = settings.sampleRate;
    info.format = encoding.word;
    SoundFile file(sf_open(path.c_str(), SFM_WRITE, &info));
    if (!file) {
        return fail(ErrorCode::Io,
            "Could not write " + path.string() + ": check the folder and the room on the disk.",
            sf_strerror(nullptr));
    }
    // The peak chunk of float WAVs holds the time of day: the same piece would differ every time.
    sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);
    sf_command(file.get(), SFC_SET_CLIPPING, nullptr, SF_TRUE);
    if (encoding.hasQuality) {
        double compression = 1 - std::clamp(settings.quality, 0.0, 1.0);
        sf_command(file.get(), SFC_SET_COMPRESSION_LEVEL, &compression, sizeof compression);
    }
    setTags(file.get(), settings.tags);
    return std::make_unique<SndfileWriter>(std::move(file), encoding.kind, settings.channels);
}

} // namespace pieria::audio
