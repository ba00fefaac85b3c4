// The kinds of sound file the studio writes.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

namespace pieria::audio {

enum class AudioFormat { Wav16, Wav24, WavFloat, Flac16, Flac24, Ogg, Opus, Mp3 };

inline constexpr std::array kAudioFormats { AudioFormat::Wav16, AudioFormat::Wav24,
    AudioFormat::WavFloat, AudioFormat::Flac16, AudioFormat::Flac24, AudioFormat::Ogg,
    AudioFormat::Opus, AudioFormat::Mp3 };

/// "wav16", "wav24", "wav", "flac16", "flac", "ogg", "opus", "mp3": stable, for files and options.
[[nodiscard]] std::string_view formatName(AudioFormat format);
[[nodiscard]] std::optional<AudioFormat> formatFromName(std::string_view name);
/// With the dot: ".wav".
[[nodiscard]] std::string_view formatExtension(AudioFormat format);
/// By extension, in any case: .wav is 32-bit float, .flac is 24 bit.
[[nodiscard]] std::optional<AudioFormat> formatFromPath(const std::filesystem::path& path);
/// Opus knows only some sample rates, MP3 no high ones.
[[nodiscard]] bool canHoldSampleRate(AudioFormat format, int sampleRate);

} // namespace pieria::audio
