// Writes a sound file of one of the studio's formats, a block at a time.
#pragma once

#include "audio/file/audio_format.h"
#include "audio/file/audio_reader.h"

namespace pieria::audio {

struct WriterSettings
{
    AudioFormat format = AudioFormat::WavFloat;
    int channels = 2;
    int sampleRate = 48000;
    double quality = 0.6; ///< of OGG, Opus and MP3: 0 small to 1 best
    AudioTags tags;
};

class AudioWriter
{
public:
    /// Writes straight to `path`; see exportAudio for a safe whole file.
    [[nodiscard]] static Result<std::unique_ptr<AudioWriter>> create(
        const std::filesystem::path& path, const WriterSettings& settings);
    virtual ~AudioWriter() = default;
    /// Whole frames. 16-bit formats get triangular dither, the same for the same frames; values
    /// past full scale are clipped in all but float WAV.
    virtual Status write(std::span<const float> interleaved) = 0;
    /// The file is complete after it. Call once.
    virtual Status finish() = 0;
};

} // namespace pieria::audio
