#include "audio/file/audio_format.h"

#include <algorithm>
#include <string>

namespace pieria::audio {

namespace {

struct Names
{
    AudioFormat format;
    std::string_view name;
    std::string_view extension;
};

constexpr std::array kNames {
    Names { AudioFormat::Wav16, "wav16", ".wav" },
    Names { AudioFormat::Wav24, "wav24", ".wav" },
    Names { AudioFormat::WavFloat, "wav", ".wav" },
    Names { AudioFormat::Flac16, "flac16", ".flac" },
    Names { AudioFormat::Flac24, "flac", ".flac" },
    Names { AudioFormat::Ogg, "ogg", ".ogg" },
    Names { AudioFormat::Opus, "opus", ".opus" },
    Names { AudioFormat::Mp3, "mp3", ".mp3" },
};

const Names& namesOf(AudioFormat format)
{
    return *std::find_if(
        kNames.begin(), kNames.end(), [&](const Names& n) { return n.format == format; });
}

} // namespace

std::string_view formatName(AudioFormat format)
{
    return namesOf(format).name;
}

std::string_view formatExtension(AudioFormat format)
{
    return namesOf(format).extension;
}

std::optional<AudioFormat> formatFromName(std::string_view name)
{
    for (const Names& names : kNames) {
        if (names.name == name) {
            return names.format;
        }
    }
    return std::nullopt;
}

std::optional<AudioFormat> formatFromPath(const std::filesystem::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension.empty() ? std::nullopt : formatFromName(extension.substr(1));
}

bool canHoldSampleRate(AudioFormat format, int sampleRate)
{
    const auto isOneOf = [&](auto... rates) { return ((sampleRate == rates) || ...); };
    switch (format) {
    case AudioFormat::Opus:
        return isOneOf(8000, 12000, 16000, 24000, 48000);
    case AudioFormat::Mp3:
        return isOneOf(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000);
    default:
        return sampleRate >= 8000 && sampleRate <= 192000;
    }
}

} // namespace pieria::audio
